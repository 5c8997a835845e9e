import { creativeName } from "../report/creative-name.js";
import type { CreativeIdentity } from "../report/scan-report.js";
import { ascending, sorted } from "../steps/sorted.js";
import type { Steps } from "../steps/steps.js";

/** By what a creative's place in the order is told; working it out takes longer than comparing two. */
export interface PublicationKey {
  readonly uploadedAt: string;
  /** The name without its extension, cut at its numbers, which have the odd places. */
  readonly nameParts: readonly string[];
  /** See {@link creativeName}. */
  readonly path: string;
  readonly id: string;
}

/** What has an identity in the order of {@link byPublication}, in a new list. */
export function* inPublicationOrder<Item>(
  items: readonly Item[],
  identityOf: (item: Item) => CreativeIdentity,
): Steps<Item[]> {
  const keyed: { readonly item: Item; readonly key: PublicationKey }[] = [];
  for (const item of items) {
    keyed.push({ item, key: publicationKey(identityOf(item)) });
    yield;
  }
  return (yield* sorted(keyed, (p, q) => byPublication(p.key, q.key))).map(({ item }) => item);
}

/** The key of a creative. */
export function publicationKey(creative: CreativeIdentity): PublicationKey {
  const { uploadedAt = UNKNOWN, id } = creative;
  const path = creativeName(creative);
  return { uploadedAt, nameParts: withoutExtension(path).split(/(\d+)/), path, id };
}

/**
 * The order in which creatives count as published; negative when `a` is the earlier one. It decides which member of a
 * group is the original.
 *
 * Known upload times come first, then files of which no time is known, by name. A file's own times are not asked:
 * copying, unpacking or cloning changes them, and the same folder would have another original on every machine.
 * Names are compared without their extension and numbers in them by value, so `ad.mp4` comes before `ad (2).mp4`
 * and `ad-9.mp4` before `ad-10.mp4`.
 */
export function byPublication(a: PublicationKey, b: PublicationKey): number {
  return (
    ascending(a.uploadedAt, b.uploadedAt) ||
    compareNames(a.nameParts, b.nameParts) ||
    ascending(a.path, b.path) ||
    ascending(a.id, b.id)
  );
}

/** Sorts after every ISO 8601 moment. */
const UNKNOWN = "~";

function withoutExtension(path: string): string {
  return path.replace(/\.[^./]*$/, "");
}

function compareNames(partsOfA: readonly string[], partsOfB: readonly string[]): number {
  for (const [index, part] of partsOfA.entries()) {
    const other = partsOfB[index];
    if (other === undefined) return 1;
    const order = index % 2 === 1 ? compareNumbers(part, other) : ascending(part, other);
    if (order !== 0) return order;
  }
  return partsOfA.length - partsOfB.length;
}

function compareNumbers(a: string, b: string): number {
  const digitsOfA = a.replace(/^0+(?=\d)/, "");
  const digitsOfB = b.replace(/^0+(?=\d)/, "");
  return digitsOfA.length - digitsOfB.length || ascending(digitsOfA, digitsOfB);
}

import type { CreativeIdentity } from "../report/scan-report.js";

/**
 * The order in which creatives count as published; negative when `a` is the earlier one. It decides which member of a
 * group is the original.
 *
 * Known upload times come first, then files of which no time is known, by name. A file's own times are not asked:
 * copying, unpacking or cloning changes them, and the same folder would have another original on every machine.
 * Names are compared without their extension and numbers in them by value, so `ad.mp4` comes before `ad (2).mp4`
 * and `ad-9.mp4` before `ad-10.mp4`.
 */
export function byPublication(a: CreativeIdentity, b: CreativeIdentity): number {
  return (
    compare(a.uploadedAt ?? UNKNOWN, b.uploadedAt ?? UNKNOWN) ||
    compareNames(withoutExtension(a.path), withoutExtension(b.path)) ||
    compare(a.path, b.path) ||
    compare(a.id, b.id)
  );
}

/** Sorts after every ISO 8601 moment. */
const UNKNOWN = "~";

function withoutExtension(path: string): string {
  return path.replace(/\.[^./]*$/, "");
}

function compareNames(a: string, b: string): number {
  const partsOfA = a.split(/(\d+)/);
  const partsOfB = b.split(/(\d+)/);
  for (const [index, part] of partsOfA.entries()) {
    const other = partsOfB[index];
    if (other === undefined) return 1;
    // Odd places hold the digits.
    const order = index % 2 === 1 ? compareNumbers(part, other) : compare(part, other);
    if (order !== 0) return order;
  }
  return partsOfA.length - partsOfB.length;
}

function compareNumbers(a: string, b: string): number {
  const digitsOfA = a.replace(/^0+(?=\d)/, "");
  const digitsOfB = b.replace(/^0+(?=\d)/, "");
  return digitsOfA.length - digitsOfB.length || compare(digitsOfA, digitsOfB);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

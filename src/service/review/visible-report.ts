import { createHmac, randomBytes } from "node:crypto";
import type { LibraryReport, ReadCreative, ReportedCreative, ReportedPair } from "../../index.js";
import { type Caller, isOwn } from "../access/caller.js";

/**
 * A report of a library as a caller may see it: the pairs and groups that have a creative of theirs. Others' creatives in them are
 * called by a # and a number, and keep their shape and their dates only.
 */
export function visibleReport(
  { report, allowed, publishedAt }: LibraryReport,
  caller: Caller,
): LibraryReport {
  const { accounts } = caller;
  if (accounts === "all") return { report, allowed, publishedAt };
  const names = new OthersNames(report.creatives, caller);
  const pairs = names.pairs(report.pairs);
  const groups = report.groups
    .filter(({ members }) => members.some((id) => names.isOwn(id)))
    .map(({ id, first, members }) => ({ id, first: names.of(first), members: members.map(names.of) }));
  const told = names.pairs(allowed);
  const named = new Set([
    ...[...pairs, ...told].flatMap(({ a, b }) => [a, b]),
    ...groups.flatMap(({ members }) => members),
  ]);
  const creatives = report.creatives
    .map((creative) => names.creative(creative))
    .filter((creative) => named.has(creative.id) || isOwn(caller, creative));
  const own = creatives.filter((creative) => isOwn(caller, creative));
  return {
    report: {
      ...report,
      creatives,
      pairs,
      groups,
      ...(report.accounts === undefined
        ? {}
        : {
            accounts: {
              ...report.accounts,
              accounts: report.accounts.accounts.filter(({ account }) => accounts.has(account)),
            },
          }),
      summary: {
        ...report.summary,
        creatives: own.length,
        pairs: pairs.length,
        groups: groups.length,
        allowed: told.length,
      },
    },
    allowed: told,
    publishedAt: new Map([...publishedAt].map(([id, moment]) => [names.of(id), moment])),
  };
}

/** Nobody can try ids against names: the key is this process's own. The same creative has the same name in all its answers. */
const NAMING_KEY = randomBytes(32);

/** Hexadecimal digits of a name. */
const NAME_DIGITS = 8;

/** What others' creatives are called, to a caller who may not know their ids. */
export class OthersNames {
  readonly #own: ReadonlySet<string>;

  constructor(creatives: readonly ReportedCreative[], caller: Caller) {
    this.#own = new Set(creatives.filter((creative) => isOwn(caller, creative)).map(({ id }) => id));
  }

  /** True for a creative of the caller's. */
  isOwn(id: string): boolean {
    return this.#own.has(id);
  }

  /** The id of a creative of the caller's, or what another's is called. */
  readonly of = (id: string): string => {
    if (this.isOwn(id)) return id;
    return `#${createHmac("sha256", NAMING_KEY).update(id).digest("hex").slice(0, NAME_DIGITS)}`;
  };

  /** The pairs that have a creative of the caller's. */
  pairs(pairs: readonly ReportedPair[]): ReportedPair[] {
    return pairs
      .filter(({ a, b }) => this.isOwn(a) || this.isOwn(b))
      .map((pair) => ({ ...pair, a: this.of(pair.a), b: this.of(pair.b) }));
  }

  /** A creative as the caller may see it. */
  creative<Each extends ReportedCreative>(creative: Each): Each | ReadCreative {
    if (this.isOwn(creative.id) || creative.status === "failed") return creative;
    const { kind, durationSeconds, width, height, layout, uploadedAt, origin } = creative as ReadCreative;
    const name = this.of(creative.id);
    const dated = uploadedAt === undefined ? {} : { uploadedAt };
    return {
      ...{ id: name, path: name, origin, status: "ok", fileDigest: "" },
      ...{ kind, durationSeconds, width, height, layout, ...dated },
    };
  }
}

import type { Grade } from "../verdict/verdict.js";
import type { ReportedGroup, ReportedPair } from "./scan-report.js";

/** What telling needs of a pair: a whole one, or its outline. */
export type Likeness = Pick<ReportedPair, "a" | "b"> & { readonly grade: Grade };

/** The few pairs of a report that tell a reader all that matters; a group of n creatives has up to n² / 2. */
export class TellingPairs<Pair extends Likeness = ReportedPair> {
  readonly #report: { readonly pairs: readonly Pair[]; readonly groups: readonly ReportedGroup[] };
  readonly #byCreative = new Map<string, Pair[]>();

  /** @param report pairs most similar first */
  constructor(report: { readonly pairs: readonly Pair[]; readonly groups: readonly ReportedGroup[] }) {
    this.#report = report;
    for (const pair of report.pairs) {
      for (const id of [pair.a, pair.b]) {
        const pairs = this.#byCreative.get(id);
        if (pairs === undefined) this.#byCreative.set(id, [pair]);
        else pairs.push(pair);
      }
    }
  }

  /**
   * The pair that tells best why a creative is in its group: the one with the original, else the most similar one with
   * an earlier creative, else with a later one.
   */
  of(id: string, group: ReportedGroup): Pair | undefined {
    // Pairs come most similar first.
    const own = (this.#byCreative.get(id) ?? []).filter((pair) => pair.grade !== "possible");
    return (
      own.find(({ a, b }) => a === group.first || b === group.first) ??
      own.find(({ b }) => b === id) ??
      own[0]
    );
  }

  /** The pairs inside a group that {@link of} does not give for any of its members. */
  othersIn(group: ReportedGroup): Pair[] {
    const told = new Set(group.members.filter((id) => id !== group.first).map((id) => this.of(id, group)));
    const inside = new Set(group.members.flatMap((id) => this.#byCreative.get(id) ?? []));
    return this.#report.pairs.filter(
      (pair) => pair.grade !== "possible" && inside.has(pair) && !told.has(pair),
    );
  }

  /** Of the possible pairs, the most similar one between each two groups or single creatives; none inside a group. */
  possible(): Pair[] {
    const groups = new Map(
      this.#report.groups.flatMap(({ id, members }) => members.map((member) => [member, id] as const)),
    );
    const seen = new Set<string>();
    return this.#report.pairs.filter((pair) => {
      if (pair.grade !== "possible") return false;
      const [a, b] = [groups.get(pair.a) ?? pair.a, groups.get(pair.b) ?? pair.b];
      const key = a < b ? `${a}\n${b}` : `${b}\n${a}`;
      if (a === b || seen.has(key)) return false;
      seen.add(key);
      return true;
    });
  }
}

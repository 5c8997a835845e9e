import type { ReportedGroup, ReportedPair, ScanReport } from "./scan-report.js";

/** The few pairs of a report that tell a reader all that matters; a group of n creatives has up to n² / 2. */
export class TellingPairs {
  readonly #report: Pick<ScanReport, "pairs" | "groups">;
  readonly #byCreative = new Map<string, ReportedPair[]>();

  constructor(report: Pick<ScanReport, "pairs" | "groups">) {
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
  of(id: string, group: ReportedGroup): ReportedPair | undefined {
    // Pairs come most similar first.
    const own = (this.#byCreative.get(id) ?? []).filter((pair) => pair.grade !== "possible");
    return (
      own.find(({ a, b }) => a === group.first || b === group.first) ??
      own.find(({ b }) => b === id) ??
      own[0]
    );
  }

  /** The pairs inside a group that {@link of} does not give for any of its members. */
  othersIn(group: ReportedGroup): ReportedPair[] {
    const told = new Set(group.members.filter((id) => id !== group.first).map((id) => this.of(id, group)));
    const inside = new Set(group.members.flatMap((id) => this.#byCreative.get(id) ?? []));
    return this.#report.pairs.filter(
      (pair) => pair.grade !== "possible" && inside.has(pair) && !told.has(pair),
    );
  }

  /** Of the possible pairs, the most similar one between each two groups or single creatives; none inside a group. */
  possible(): ReportedPair[] {
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

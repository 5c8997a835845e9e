/** Where a creative must be by what the service has acknowledged; `unknown`: it was asked for and never answered. */
export type Standing = "present" | "absent" | "unknown";

/** Something acknowledged that is not so. */
export interface BrokenPromise {
  readonly id: string;
  readonly detail: string;
}

/** What a service has acknowledged, kept outside of it. */
export class Ledger {
  readonly #standings = new Map<string, Standing>();
  readonly #allowed = new Set<string>();
  #acknowledged = 0;

  /** Writes that were acknowledged so far. */
  get acknowledged(): number {
    return this.#acknowledged;
  }

  /** Notes an acknowledged write, or with `unknown` one whose answer never came. */
  note(id: string, standing: Standing): void {
    this.#standings.set(id, standing);
    if (standing !== "unknown") this.#acknowledged++;
  }

  /** Notes that two contents were acknowledged as fine beside each other; by their digests. */
  noteAllowed(p: string, q: string): void {
    this.#allowed.add([p, q].sort().join(" "));
    this.#acknowledged++;
  }

  /** Ids that must be there. */
  present(): string[] {
    return [...this.#standings].filter(([, standing]) => standing === "present").map(([id]) => id);
  }

  standingOf(id: string): Standing {
    return this.#standings.get(id) ?? "absent";
  }

  /** Compares the list of what is there with what was acknowledged; afterwards nothing is unknown any more. */
  settle(listed: Iterable<string>): BrokenPromise[] {
    const there = new Set(listed);
    const broken: BrokenPromise[] = [];
    for (const [id, standing] of this.#standings) {
      if (standing === "present" && !there.has(id)) broken.push({ id, detail: "acknowledged, and lost" });
      if (standing === "absent" && there.has(id))
        broken.push({ id, detail: "refused or removed, and there" });
      this.#standings.set(id, there.has(id) ? "present" : "absent");
    }
    for (const id of there)
      if (!this.#standings.has(id)) broken.push({ id, detail: "never asked for, and there" });
    return broken;
  }

  /** Compares what is allowed with what was acknowledged. */
  settleAllowed(listed: Iterable<{ readonly a: string; readonly b: string }>): BrokenPromise[] {
    const there = new Set([...listed].map(({ a, b }) => [a, b].sort().join(" ")));
    return [...this.#allowed]
      .filter((pair) => !there.has(pair))
      .map((id) => ({ id, detail: "allowed, and forgotten" }));
  }
}

/**
 * Candidates in a step. Of 4,509 edits of real footage searched for among 100,000 made-up ads, 8 have their original among the nearest 64 and not among the nearest 16; 17 not among
 * the nearest 8. Range 1 to 256.
 */
export const STEP = 16;

/** How candidates are compared in steps. */
export interface Stepwise<Candidate, Outcome> {
  /** Compares those of a step, nearest first; it may leave out what cannot be compared. */
  compare(step: readonly Candidate[]): Promise<readonly Outcome[]>;
  /** Whether an outcome is a find, for which a further step pays. */
  isFind(outcome: Outcome): boolean;
  /** Outcomes that are wanted in any case, as far as there are candidates; at least the first step is compared. */
  readonly least?: number;
}

/**
 * The outcomes of the nearest candidates, {@link STEP} at a time for as long as a step brings a find: variants of a campaign stand one behind the other, while what follows a whole step of
 * strangers is strangers.
 */
export async function compareInSteps<Candidate, Outcome>(
  candidates: readonly Candidate[],
  { compare, isFind, least = 0 }: Stepwise<Candidate, Outcome>,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  let goesOn = true;
  for (let at = 0; at < candidates.length && goesOn; at += STEP) {
    const brought = await compare(candidates.slice(at, at + STEP));
    outcomes.push(...brought);
    goesOn = outcomes.length < least || brought.some((outcome) => isFind(outcome));
  }
  return outcomes;
}

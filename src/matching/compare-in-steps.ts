/**
 * Candidates that are compared in any case. Of 4,509 edits of real footage searched for among 100,000 made-up ads, 20 (0.44 %) have their original among the nearest 64 and not among the
 * nearest 4, 8 not among the nearest 16, which takes four times the comparisons for nearly every creative. Range 1 to 256.
 */
export const FIRST_STEP = 4;

/** Candidates in each further step, once there was a find. Range 1 to 256. */
export const STEP = 16;

/**
 * Similarity from which a stranger shares some of its pictures, far below any find. Where many creatives are pieced together from the same shots, those that share one
 * stand before the original of an edited copy: of made-up ads, 544 copies among 6,000, 44 have theirs behind the nearest 4 and 21 of these among the nearest 20. Going on once where one of
 * the first step shares something brings 13 of the 21, and three in ten creatives that are like nothing take another step. Higher bounds bring fewer: 10 at 0.1.
 */
const SHARED = 0.02;

/** How candidates are compared in steps. */
export interface Stepwise<Candidate, Outcome> {
  /** Compares those of a step, nearest first; it may leave out what cannot be compared. */
  compare(step: readonly Candidate[]): Promise<readonly Outcome[]>;
  /** Whether an outcome is a find, for which a further step pays. */
  isFind(outcome: Outcome): boolean;
  /** 0 to 1. */
  similarityOf(outcome: Outcome): number;
  /** Outcomes that are wanted in any case, as far as there are candidates; at least the first step is compared. */
  readonly least?: number;
}

/**
 * The outcomes of the nearest candidates: {@link FIRST_STEP} of them, {@link STEP} more where one of these shares anything with what is compared, then {@link STEP} at a time for as long as a
 * step brings a find. What has nothing similar costs a few comparisons; variants of a campaign stand one behind the other, and what follows a whole step of strangers is strangers.
 */
export async function compareInSteps<Candidate, Outcome>(
  candidates: readonly Candidate[],
  { compare, isFind, similarityOf, least = 0 }: Stepwise<Candidate, Outcome>,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  let [at, size, goesOn] = [0, FIRST_STEP, true];
  while (at < candidates.length && goesOn) {
    const brought = await compare(candidates.slice(at, at + size));
    outcomes.push(...brought);
    const shares = at === 0 && brought.some((outcome) => similarityOf(outcome) >= SHARED);
    goesOn = outcomes.length < least || shares || brought.some((outcome) => isFind(outcome));
    [at, size] = [at + size, STEP];
  }
  return outcomes;
}

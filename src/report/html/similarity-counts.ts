import type { Grade } from "../../verdict/verdict.js";

/** Similarity that one bar of the histogram spans; a twentieth, so that bars and per cents meet. */
export const SIMILARITY_STEP = 0.05;

/** How many pairs of a grade there are in one step of similarity. */
export interface SimilarityCount {
  readonly grade: Grade;
  /** The middle of the step. */
  readonly similarity: number;
  readonly count: number;
}

/** Counts pairs by grade and by step of similarity; steps without any are left out. */
export function countBySimilarity(
  pairs: Iterable<{ readonly grade: Grade; readonly similarity: number }>,
): SimilarityCount[] {
  const steps = Math.round(1 / SIMILARITY_STEP);
  const counts = new Map<Grade, number[]>();
  for (const { grade, similarity } of pairs) {
    const ofGrade = counts.get(grade) ?? new Array<number>(steps).fill(0);
    counts.set(grade, ofGrade);
    // What is wholly alike belongs to the last step, not to one beyond it; 0.85 is 16.999… steps.
    const step = Math.min(steps - 1, Math.floor(similarity * steps + 1e-9));
    ofGrade[step] = (ofGrade[step] ?? 0) + 1;
  }
  return [...counts].flatMap(([grade, ofGrade]) =>
    ofGrade.flatMap((count, step) =>
      count === 0 ? [] : [{ grade, similarity: (step + 0.5) * SIMILARITY_STEP, count }],
    ),
  );
}

/** Pairs in the step that has most of them. */
export function mostInAStep(counts: readonly SimilarityCount[]): number {
  const steps = new Map<number, number>();
  for (const { similarity, count } of counts) steps.set(similarity, (steps.get(similarity) ?? 0) + count);
  return Math.max(0, ...steps.values());
}

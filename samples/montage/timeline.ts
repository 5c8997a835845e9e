/** A stretch of the original that plays in the edit: `[start, end)` in seconds on both clocks. */
export interface Stretch {
  readonly a: readonly [start: number, end: number];
  readonly b: readonly [start: number, end: number];
}

/** The stretches that remain when only `pieces` (seconds of b, in playing order) of the edit are kept. */
export function keepPieces(
  stretches: readonly Stretch[],
  pieces: readonly (readonly [number, number])[],
): Stretch[] {
  const kept: Stretch[] = [];
  let clock = 0;
  for (const [start, end] of pieces) {
    for (const { a, b } of stretches) {
      const from = Math.max(start, b[0]);
      const to = Math.min(end, b[1]);
      if (to <= from) continue;
      const rate = (a[1] - a[0]) / (b[1] - b[0]);
      kept.push({
        a: [a[0] + (from - b[0]) * rate, a[0] + (to - b[0]) * rate],
        b: [clock + from - start, clock + to - start],
      });
    }
    clock += end - start;
  }
  return kept;
}

/** The same stretches later by `seconds` on the edit's clock. */
export function later(stretches: readonly Stretch[], seconds: number): Stretch[] {
  return stretches.map(({ a, b }) => ({ a, b: [b[0] + seconds, b[1] + seconds] }));
}

/** The same stretches when the edit plays `speed` times as fast. */
export function faster(stretches: readonly Stretch[], speed: number): Stretch[] {
  return stretches.map(({ a, b }) => ({ a, b: [b[0] / speed, b[1] / speed] }));
}

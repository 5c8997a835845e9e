import { bestStretch, type Stretch, worthOf } from "./best-stretch.js";
import { motionOfLine } from "./line-motion.js";
import type { Match, MatchedLine } from "./segments.js";

/** What moves on both sides over the matched moments. */
export interface CommonMotion {
  /** Correlation of what moves, over the moments that are heard, less what leaving moments out costs; -1 to 1. */
  readonly correlation: number;
  /** Strength of motion of the stiller side, luma levels (root mean square). */
  readonly strength: number;
  /** The matched moments from the first that is heard to the last, line by line. */
  readonly heard: readonly Match[];
}

/** Share of a line's median agreement that a moment needs to be heard: one that is half foreign, at a cut, moves like nothing else. */
const TRUSTED = 0.88;

/**
 * Correlates the motion of both sides moment by moment, over the stretch of each line in which it is most common: a tail filmed in the same
 * room, an intro that ends within a sample, or a caption that changes would else be heard as another take.
 */
export function measureCommonMotion(
  reference: { readonly pictures: readonly Float32Array[]; readonly times: readonly number[] },
  query: readonly Float32Array[],
  lines: readonly MatchedLine[],
  gain: number,
): CommonMotion {
  const stretches = lines.map(({ matches }) => {
    const asked = trusted(matches);
    const stretch = bestStretch(motionOfLine(reference, query, asked, gain));
    return { stretch, heard: within(matches, asked, stretch) };
  });
  const total = (of: (stretch: Stretch) => number) =>
    stretches.reduce((sum, { stretch }) => sum + of(stretch), 0);
  const weight = total((stretch) => stretch.weight);
  const counted = Math.max(
    1,
    total((stretch) => stretch.counted),
  );
  return {
    correlation: weight > 0 ? total((stretch) => stretch.weight * worthOf(stretch)) / weight : 0,
    strength: Math.sqrt(
      Math.min(
        total((stretch) => stretch.referenceEnergy),
        total((stretch) => stretch.queryEnergy),
      ) / counted,
    ),
    heard: stretches.flatMap(({ heard }) => heard),
  };
}

/** A line's matches as far as a stretch of the asked ones reaches; to the line's own ends where it leaves nothing out. */
function within(matches: readonly Match[], asked: readonly Match[], { from, to }: Stretch): readonly Match[] {
  const first = from === 0 ? 0 : matches.indexOf(asked[from]!);
  const last = to === asked.length ? matches.length : matches.indexOf(asked[to - 1]!) + 1;
  return matches.slice(first, last);
}

function trusted(matches: readonly Match[]): Match[] {
  const agreements = matches.map(({ agreement }) => agreement).sort((p, q) => p - q);
  const least = TRUSTED * agreements[agreements.length >> 1]!;
  return matches.filter(({ agreement }) => agreement >= least);
}

import type { Match, MatchedLine } from "../align/segments.js";

/** Share of the first line's median agreement that a moment needs: one that is half foreign, or of a scene that merely resembles, says nothing of how b was edited. */
const TRUSTED = 0.88;

/**
 * The matched moments from which an edit is read: those that show nothing but the common footage. At a cut a sample is half foreign, so the first and
 * the last of a run are left out where the footage goes on beside them; where hardly any is left, all that are trusted count.
 */
export function tellingMatches(
  lines: readonly MatchedLine[],
  samples: { readonly reference: number; readonly query: number },
): readonly Match[] {
  const all = lines.flatMap(({ matches }) => matches);
  const agreements = (lines[0]?.matches ?? []).map(({ agreement }) => agreement).sort((p, q) => p - q);
  const least = TRUSTED * (agreements[agreements.length >> 1] ?? 0);
  const trusted = all.filter(({ agreement }) => agreement >= least);
  const inner = lines
    .flatMap(({ matches }) => awayFromCuts(matches, samples))
    .filter(({ agreement }) => agreement >= least);
  return inner.length >= Math.min(2, trusted.length) ? inner : trusted;
}

/** Moments with a matched one on either side, the ends of the creatives excepted. */
function awayFromCuts(
  matches: readonly Match[],
  samples: { readonly reference: number; readonly query: number },
): Match[] {
  const matched = new Set(matches.map(({ reference }) => reference));
  const isOpen = ({ reference, query }: Match, step: 1 | -1) => {
    const endOfBoth =
      step < 0
        ? reference === 0 && query === 0
        : reference === samples.reference - 1 && query === samples.query - 1;
    return !endOfBoth && !matched.has(reference + step);
  };
  return matches.filter((match) => !isOpen(match, -1) && !isOpen(match, 1));
}

import { percent } from "../numbers.js";
import type { ReportedSelection } from "../scan-report.js";
import type { Texts } from "../texts/texts.js";

/** Which files an audit looked at, as a sentence. */
export function explainSelection(selection: ReportedSelection, { selection: words, comma }: Texts): string {
  const { found, lookedAt, since, olderLeftOut, undated = 0, sampleShare, sampleSeed } = selection;
  return words.lookedAt(
    lookedAt,
    found,
    [
      ...(since === undefined ? [] : [words.since(since.slice(0, 10), olderLeftOut)]),
      ...(undated > 0 ? [words.undated(undated)] : []),
      ...(sampleShare === undefined ? [] : [words.drawn(percent(sampleShare), sampleSeed ?? 1)]),
    ].join(comma),
  );
}

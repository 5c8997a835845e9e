import { insideFixedBands } from "./fixed-bands.js";
import type { Layout } from "./layout.js";
import type { Lines } from "./lines.js";
import { insidePadding } from "./padding.js";
import { lineProfile } from "./profile.js";
import type { TimeStatistics } from "./time-statistics.js";

/** Bars, blurred padding and fixed bands of a creative, from how its lines look over time. */
export function detectLayout(statistics: TimeStatistics): Layout {
  const { width, height } = statistics;
  const rowProfile = lineProfile(statistics);
  const rows = insidePadding(rowProfile);
  const columns = insidePadding(lineProfile(statistics, true));
  // Bands are stacked in upright pictures only.
  const middle = rows === undefined && height > width ? insideFixedBands(rowProfile) : undefined;
  if (rows === undefined && columns === undefined && middle === undefined) {
    return { kind: "plain", content: { x: 0, y: 0, width: 1, height: 1 } };
  }
  const x = shareOf(columns, width);
  const y = shareOf(middle ?? rows, height);
  return {
    kind: middle === undefined ? "padded" : "three-band",
    content: { x: x.start, y: y.start, width: x.size, height: y.size },
  };
}

/** A run of lines in shares of all lines; all of them where there is none. */
function shareOf(run: Lines | undefined, lines: number): { start: number; size: number } {
  return run === undefined
    ? { start: 0, size: 1 }
    : { start: run.from / lines, size: (run.to - run.from) / lines };
}

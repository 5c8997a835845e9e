import { axisX, axisY, binX, rectY, ruleX, ruleY } from "@observablehq/plot";
import { useEffect, useRef } from "preact/hooks";
import { percent } from "../../../numbers.js";
import type { ReportedGrade } from "../../../scan-report.js";
import type { PagePair } from "../../page-data.js";
import { drawChart } from "../draw-chart.js";
import { useSpeech } from "../speech.js";
import { useWidth } from "../use-width.js";

const GRADES: readonly ReportedGrade[] = ["identical", "duplicate", "similar", "possible"];

/** Similarity that one bar spans. */
const BIN = 0.05;
const HEIGHT = 150;

/** How many pairs there are of each similarity, coloured by grade; the legend says the numbers in words. */
export function Histogram({
  pairs,
  threshold,
}: {
  readonly pairs: readonly PagePair[];
  readonly threshold: number;
}) {
  const { texts, labels } = useSpeech();
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place);
  const counts = GRADES.map((grade) => ({
    grade,
    count: pairs.filter((pair) => pair.grade === grade).length,
  })).filter(({ count }) => count > 0);

  useEffect(() => {
    if (width === 0) return;
    const lowest = Math.min(threshold, ...pairs.map(({ similarity }) => similarity));
    const from = Math.max(0, Math.floor(lowest / BIN) * BIN - BIN);
    // What is wholly alike belongs to the last bar, not to one beyond it.
    const values = pairs.map((pair) => ({ ...pair, similarity: Math.min(pair.similarity, 1 - 1e-6) }));
    const chart = drawChart({
      width,
      height: HEIGHT,
      marginLeft: 36,
      marginBottom: 36,
      style: { background: "none", fontSize: "12px", overflow: "visible" },
      x: { domain: [from, 1] },
      color: { domain: [...GRADES], range: GRADES.map((grade) => `var(--grade-${grade})`) },
      marks: [
        axisX({ label: labels.histogramAxis, labelAnchor: "right", tickFormat: percent, ticks: 6 }),
        axisY({ label: null, ticks: 3, tickFormat: "d" }),
        rectY(
          values,
          binX({ y: "count" }, {
            x: "similarity",
            fill: "grade",
            interval: BIN,
            order: [...GRADES],
            inset: 1,
            rx: 2,
          } as object),
        ),
        ...(threshold > 0 ? [ruleX([threshold], { stroke: "currentColor", strokeDasharray: "3 3" })] : []),
        ruleY([0], { stroke: "currentColor", strokeOpacity: 0.4 }),
      ],
    });
    // The box around it is the image, with a name; what the library calls its parts would only be read out in between.
    chart.setAttribute("aria-hidden", "true");
    place.current?.replaceChildren(chart);
  }, [pairs, threshold, width, labels]);

  const summary = counts.map(({ grade, count }) => `${count} ${texts.gradeNames[grade]}`).join(texts.comma);
  return (
    <figure class="histogram card">
      <figcaption>
        <h2>{labels.histogram}</h2>
        <ul class="legend">
          {counts.map(({ grade, count }) => (
            <li key={grade}>
              <i class={`swatch swatch--${grade}`} /> {count} {texts.gradeNames[grade]}
            </li>
          ))}
          {threshold > 0 && (
            <li>
              <i class="swatch swatch--line" /> {labels.threshold(percent(threshold))}
            </li>
          )}
        </ul>
      </figcaption>
      <div ref={place} class="chart" role="img" aria-label={labels.histogramSummary(summary)} />
    </figure>
  );
}

import { axisX, axisY, binX, rectY, ruleX, ruleY } from "@observablehq/plot";
import { useEffect, useRef } from "preact/hooks";
import { percent } from "../../../numbers.js";
import type { ReportedGrade } from "../../../scan-report.js";
import { mostInAStep, SIMILARITY_STEP, type SimilarityCount } from "../../similarity-counts.js";
import { drawChart } from "../draw-chart.js";
import { useSpeech } from "../speech.js";
import { useWidth } from "../use-width.js";

const GRADES: readonly ReportedGrade[] = ["identical", "duplicate", "similar", "possible"];

const HEIGHT = 150;

/** About so many numbers of pairs beside the bars. */
const TICKS = 3;

/** How many pairs there are of each similarity, coloured by grade; the legend says the numbers in words. */
export function Histogram({
  counts: bars,
  threshold,
}: {
  readonly counts: readonly SimilarityCount[];
  readonly threshold: number;
}) {
  const { texts, labels } = useSpeech();
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place);
  const counts = GRADES.map((grade) => ({
    grade,
    count: bars.reduce((sum, bar) => sum + (bar.grade === grade ? bar.count : 0), 0),
  })).filter(({ count }) => count > 0);

  useEffect(() => {
    if (width === 0) return;
    const lowest = Math.min(threshold, ...bars.map(({ similarity }) => similarity));
    const from = Math.max(0, Math.floor(lowest / SIMILARITY_STEP) * SIMILARITY_STEP - SIMILARITY_STEP);
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
        // No more ticks than pairs: there is no half of one, and rounding would name some twice.
        axisY({ label: null, ticks: Math.min(TICKS, mostInAStep(bars)), tickFormat: "d" }),
        rectY(
          bars,
          binX({ y: "sum" }, {
            x: "similarity",
            y: "count",
            fill: "grade",
            interval: SIMILARITY_STEP,
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
  }, [bars, threshold, width, labels]);

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

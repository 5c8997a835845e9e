import { axisY, dot, line, plot, ruleX, ruleY, text } from "@observablehq/plot";
import { parseHTML } from "linkedom";
import { GRADES } from "../../../src/verdict/similarity.js";
import type { Curve } from "./curves.js";

const COLUMNS = 4;
/** Pixels of one little chart. */
const CHART = { width: 210, height: 130 } as const;

/**
 * Little charts, one a kind of edit, mild to the left and strong to the right: the share found with its 95 % interval, and in grey the mean
 * similarity beside the threshold. Returns an SVG document.
 */
export function drawCurves(curves: readonly Curve[]): string {
  const { document } = parseHTML("<html><body></body></html>");
  const titles = curves.map(({ series, unit }, place) => ({ ...cell(place), title: `${series} (${unit})` }));
  const points = curves.flatMap(({ points }, place) =>
    points.map(({ strength, recall, similarity }, step) => ({
      ...{ ...cell(place), step, strength: String(strength), share: recall.share, similarity },
      ...{ low: recall.interval[0], high: recall.interval[1] },
    })),
  );
  const place = { x: "step", fx: "column", fy: "row" } as const;
  const corner = { fx: "column", fy: "row", frameAnchor: "top-left", dy: -14 } as const;
  const svg = plot({
    document,
    width: COLUMNS * CHART.width,
    height: Math.ceil(curves.length / COLUMNS) * CHART.height,
    marginTop: 24,
    marginBottom: 22,
    x: { axis: null, inset: 12 },
    y: { domain: [0, 1] },
    fx: { axis: null, padding: 0.12 },
    fy: { axis: null, padding: 0.3 },
    marks: [
      axisY({ label: null, ticks: 2, tickFormat: "%" }),
      ruleY([0, 1], { stroke: "#ddd" }),
      ruleY([GRADES.similar], { stroke: "#bbb", strokeDasharray: "3 3" }),
      line(points, { ...place, y: "similarity", z: null, stroke: "#999" }),
      ruleX(points, { ...place, y1: "low", y2: "high", stroke: "#1f6feb", strokeOpacity: 0.35 }),
      line(points, { ...place, y: "share", z: null, stroke: "#1f6feb", strokeWidth: 1.5 }),
      dot(points, { ...place, y: "share", fill: "#1f6feb", r: 2.5 }),
      text(points, { ...place, y: 0, dy: 9, text: "strength", fontSize: 9, fill: "#555" }),
      text(titles, { ...corner, text: "title", fontWeight: "bold", fontSize: 9 }),
    ],
  });
  svg.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  return `${svg.outerHTML}\n`;
}

function cell(place: number): { readonly column: number; readonly row: number } {
  return { column: place % COLUMNS, row: Math.floor(place / COLUMNS) };
}

import { axisX, axisY, dot, line, plot, ruleY, text } from "@observablehq/plot";
import { parseHTML } from "linkedom";
import type { MeasuredSize } from "./measured-size.js";

/** Pixels of one chart. */
const CHART = { width: 300, height: 190 } as const;
const COLUMNS = 3;

/** What is drawn: a title, its unit said, and its line, or its lines by name. */
const CHARTS: readonly {
  readonly title: string;
  readonly lines: Readonly<Record<string, (size: MeasuredSize) => number>>;
}[] = [
  {
    title: "CPU of a search, ms",
    lines: { p50: ({ searching }) => searching.cpuMs.p50, p99: ({ searching }) => searching.cpuMs.p99 },
  },
  {
    title: "CPU of a check of new pictures, ms",
    lines: {
      p50: ({ checkingNew }) => checkingNew.cpuMs.p50,
      p99: ({ checkingNew }) => checkingNew.cpuMs.p99,
    },
  },
  {
    title: "CPU of a check of known pictures, ms",
    lines: { p50: ({ checking }) => checking.cpuMs.p50, p99: ({ checking }) => checking.cpuMs.p99 },
  },
  {
    title: "CPU of adding one, ms",
    lines: { "": ({ adding }) => (1000 * adding.cpuSeconds) / adding.creatives },
  },
  {
    title: "found of what is within reach, %",
    lines: { "": ({ searching }) => (100 * searching.found) / searching.withinReach },
  },
  { title: "memory of one, KiB", lines: { "": ({ bytesACreative }) => bytesACreative / 1024 } },
  { title: "opening, s", lines: { "": ({ openingSeconds }) => openingSeconds } },
];

/** How a library fares as it grows, a chart a figure, creatives to the right on a logarithmic scale. Returns an SVG document. */
export function drawSizes(sizes: readonly MeasuredSize[]): string {
  const { document } = parseHTML("<html><body></body></html>");
  const charts = CHARTS.map(({ title, lines }, place) => {
    const points = Object.entries(lines).flatMap(([name, value]) =>
      sizes.map((size) => ({ name, creatives: size.creatives, value: value(size) })),
    );
    const last = points.filter(({ creatives }) => creatives === sizes.at(-1)!.creatives);
    const svg = plot({
      document,
      ...CHART,
      marginTop: 30,
      marginRight: 34,
      x: { type: "log", label: null },
      y: { zero: true, nice: true, label: null },
      marks: [
        axisX({ ticks: sizes.map(({ creatives }) => creatives), tickFormat: ",d", fontSize: 9 }),
        axisY({ ticks: 4, fontSize: 9 }),
        ruleY([0], { stroke: "#ddd" }),
        line(points, { x: "creatives", y: "value", z: "name", stroke: "#1f6feb" }),
        dot(points, { x: "creatives", y: "value", fill: "#1f6feb", r: 2.5 }),
        text(last, { x: "creatives", y: "value", text: "name", dx: 6, textAnchor: "start", fontSize: 9 }),
        text([title], { frameAnchor: "top-left", dy: -20, fontWeight: "bold", fontSize: 10 }),
      ],
    });
    svg.setAttribute("x", String((place % COLUMNS) * CHART.width));
    svg.setAttribute("y", String(Math.floor(place / COLUMNS) * CHART.height));
    return svg.outerHTML;
  });
  const [width, height] = [COLUMNS * CHART.width, Math.ceil(CHARTS.length / COLUMNS) * CHART.height];
  const root = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`;
  return `${root}${charts.join("")}</svg>\n`;
}

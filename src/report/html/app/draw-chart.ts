import { type PlotOptions, plot } from "@observablehq/plot";

/**
 * Draws a chart. The style element that the library puts into each is taken out: a page that allows only its own style sheets would
 * complain, and `.chart` says the same.
 */
export function drawChart(options: PlotOptions): Element {
  const chart = plot(options);
  chart.querySelector("style")?.remove();
  return chart;
}

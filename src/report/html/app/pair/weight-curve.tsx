import { rectY } from "@observablehq/plot";
import { useEffect, useRef } from "preact/hooks";
import type { PagePair } from "../../page-data.js";
import { drawChart } from "../draw-chart.js";
import { useWidth } from "../use-width.js";
import { stretchesOf } from "./time-axis.js";

const HEIGHT = 26;

/** What each second of a side weighs; filled where it is shown on the other side too. Decorative: the caption says it. */
export function WeightCurve({
  pair,
  side,
  seconds,
  place,
}: {
  readonly pair: PagePair;
  readonly side: "a" | "b";
  /** The side's duration. */
  readonly seconds: number;
  /** Place of a time on the axis, 0 to 1. */
  readonly place: (timeSeconds: number) => number;
}) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  useEffect(() => {
    if (width === 0 || seconds === 0) return;
    const chart = drawChart({
      width,
      height: HEIGHT,
      margin: 0,
      axis: null,
      style: { background: "none" },
      x: { domain: [0, 1] },
      // Both curves grow away from the pictures.
      y: { domain: side === "a" ? [0, 1] : [1, 0] },
      marks: [
        rectY(stretchesOf(pair, side, seconds), {
          x1: ({ from }: { from: number }) => place(from),
          x2: ({ to }: { to: number }) => place(to),
          y1: 0,
          y2: "weight",
          fill: ({ matched }: { matched: boolean }) => (matched ? "var(--match-band)" : "var(--line)"),
        } as object),
      ],
    });
    box.current?.replaceChildren(chart);
  }, [pair, side, seconds, width, place]);
  return <div ref={box} class={`weights weights--${side}`} aria-hidden="true" />;
}

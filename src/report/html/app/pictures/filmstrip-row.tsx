import { useRef } from "preact/hooks";
import type { Report } from "../report.js";
import { Frame } from "./frame.js";
import { useNearness } from "./use-nearness.js";
import { useStrip } from "./use-strip.js";

/** The row of a creative's pictures; a grey bar where there are none. Decorative. */
export function FilmstripRow({ report, id }: { readonly report: Report; readonly id: string }) {
  const place = useRef<HTMLSpanElement>(null);
  const near = useNearness(place);
  const strip = useStrip(report, id, { wanted: near });
  return (
    <span ref={place} class={strip ? "filmstrip" : "filmstrip filmstrip--none"} aria-hidden="true">
      {strip?.row.map((at) => (
        <Frame key={at} strip={strip} place={at} />
      ))}
    </span>
  );
}

import { useMemo } from "preact/hooks";
import { clock, percent } from "../../../numbers.js";
import type { PagePair } from "../../page-data.js";
import { useSpeech } from "../speech.js";
import { type TimeAxis, timeAxis } from "./time-axis.js";
import { type MomentChoice, type TimelineSide, Track } from "./track.js";
import { WeightCurve } from "./weight-curve.js";

/** Both filmstrips on one axis of time, what they share joined by bands, and what each second weighs. */
export function Timeline({
  pair,
  a,
  b,
  ...choice
}: MomentChoice & { readonly pair: PagePair; readonly a: TimelineSide; readonly b: TimelineSide }) {
  const { texts, labels } = useSpeech();
  const [secondsOfA, secondsOfB] = [a.creative.durationSeconds, b.creative.durationSeconds];
  // Kept, or the curves would be drawn again with every moment that is looked at.
  const axis = useMemo(() => timeAxis(pair, secondsOfA, secondsOfB), [pair, secondsOfA, secondsOfB]);
  const shared = { pair, axis, ...choice };
  return (
    <section class="card timeline" aria-labelledby="timeline-heading">
      <h2 id="timeline-heading">{labels.timeline.heading}</h2>
      <p class="aside">{labels.timeline.caption}</p>
      <div class="axis">
        <WeightCurve pair={pair} side="a" seconds={secondsOfA} place={axis.placeOnA} />
        <Track side="a" {...a} {...shared} />
        <svg class="bands" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
          {pair.segments.map((segment) => (
            <polygon
              key={`${segment.a} ${segment.b}`}
              points={band(axis, segment.a, segment.b)}
              style={{ opacity: 0.3 + 0.7 * segment.similarity }}
            />
          ))}
        </svg>
        <Track side="b" {...b} {...shared} />
        <WeightCurve pair={pair} side="b" seconds={secondsOfB} place={axis.placeOnB} />
      </div>
      <ul class="legend">
        <li>
          <i class="swatch swatch--match" /> {labels.timeline.matched}
        </li>
        <li>
          <i class="swatch swatch--different" /> {labels.timeline.different}
        </li>
      </ul>
      <ul class="plain segments">
        {pair.segments
          .filter((segment) => segment.b[1] > segment.b[0])
          .map(({ a: [aFrom, aTo], b: [bFrom, bTo], similarity }) => (
            <li key={`${aFrom} ${bFrom}`}>
              {texts.segment(clock(aFrom), clock(aTo), clock(bFrom), clock(bTo), percent(similarity))}
            </li>
          ))}
      </ul>
    </section>
  );
}

function band(axis: TimeAxis, a: readonly [number, number], b: readonly [number, number]): string {
  const top = a.map((time) => axis.placeOnA(time) * 100);
  const bottom = b.map((time) => axis.placeOnB(time) * 100);
  return `${top[0]},0 ${top[1]},0 ${bottom[1]},10 ${bottom[0]},10`;
}

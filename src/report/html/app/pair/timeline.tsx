import { clock, percent } from "../../../numbers.js";
import { type SharedMoment, stripStepSeconds } from "../../moments.js";
import type { PageCreative, PagePair } from "../../page-data.js";
import { Frame } from "../pictures/frame.js";
import type { Strip } from "../pictures/strip.js";
import { useSpeech } from "../speech.js";
import { stretchesOf, type TimeAxis, timeAxis } from "./time-axis.js";
import { WeightCurve } from "./weight-curve.js";

/** One side of a pair, as the timeline takes it. */
export interface TimelineSide {
  readonly creative: PageCreative;
  readonly strip: Strip | undefined;
}

/** Both filmstrips on one axis of time, what they share joined by bands, and what each second weighs. */
export function Timeline({
  pair,
  a,
  b,
  moments,
  moment,
  onMoment,
}: {
  readonly pair: PagePair;
  readonly a: TimelineSide;
  readonly b: TimelineSide;
  /** What can be looked at closely. */
  readonly moments: readonly SharedMoment[];
  readonly moment: SharedMoment | undefined;
  readonly onMoment: (moment: SharedMoment) => void;
}) {
  const { texts, labels } = useSpeech();
  const axis = timeAxis(pair, a.creative.durationSeconds, b.creative.durationSeconds);
  const shared = { pair, axis, moments, moment, onMoment };
  return (
    <section class="card timeline" aria-labelledby="timeline-heading">
      <h2 id="timeline-heading">{labels.timeline.heading}</h2>
      <p class="aside">{labels.timeline.caption}</p>
      <div class="axis">
        <WeightCurve pair={pair} side="a" seconds={a.creative.durationSeconds} place={axis.placeOnA} />
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
        <WeightCurve pair={pair} side="b" seconds={b.creative.durationSeconds} place={axis.placeOnB} />
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

function Track({
  side,
  creative,
  strip,
  pair,
  axis,
  moments,
  moment,
  onMoment,
}: TimelineSide & {
  readonly side: "a" | "b";
  readonly pair: PagePair;
  readonly axis: TimeAxis;
  readonly moments: readonly SharedMoment[];
  readonly moment: SharedMoment | undefined;
  readonly onMoment: (moment: SharedMoment) => void;
}) {
  const { labels } = useSpeech();
  const { durationSeconds } = creative;
  const place = side === "a" ? axis.placeOnA : axis.placeOnB;
  const extent = (from: number, to: number) => ({
    left: `${place(from) * 100}%`,
    width: `${(place(to) - place(from)) * 100}%`,
  });
  const step = stripStepSeconds(durationSeconds);
  return (
    <div class={`track track--${side}`}>
      <span class="track-name">{labels.sides[side]}</span>
      <div class="track-pictures">
        {(strip?.row ?? []).map((at, number) => {
          const time = strip?.times[at] ?? 0;
          const near = moments.find((each) => Math.abs(each[side] - time) < 0.15);
          const style = extent(number * step, Math.min((number + 1) * step, durationSeconds || 1));
          const picture = strip && <Frame strip={strip} place={at} />;
          return near === undefined ? (
            <span key={at} class="cell" style={style}>
              {picture}
            </span>
          ) : (
            <button
              key={at}
              type="button"
              class="cell"
              style={style}
              aria-label={labels.showMoment(clock(time))}
              aria-pressed={near.a === moment?.a}
              onClick={() => onMoment(near)}
            >
              {picture}
            </button>
          );
        })}
        {strip === undefined && <span class="cell cell--none">{labels.timeline.noPictures}</span>}
        {stretchesOf(pair, side, durationSeconds)
          .filter(({ matched }) => !matched)
          .map(({ from, to }) => (
            <span key={from} class="different" style={extent(from, to)} />
          ))}
        {moment && durationSeconds > 0 && (
          <span class="playhead" style={{ left: `${place(moment[side]) * 100}%` }} />
        )}
      </div>
      <div class="ticks" aria-hidden="true">
        {Array.from(
          { length: Math.floor(durationSeconds / (2 * step)) + 1 },
          (_, number) => number * 2 * step,
        ).map((time) => (
          <span key={time} style={{ left: `${place(time) * 100}%` }}>
            {clock(time)}
          </span>
        ))}
      </div>
    </div>
  );
}

import { clock } from "../../../numbers.js";
import { isSameMoment, type SharedMoment, stripStepSeconds } from "../../moments.js";
import type { PageCreative, PagePair } from "../../page-data.js";
import { Frame } from "../pictures/frame.js";
import type { Strip } from "../pictures/strip.js";
import { useSpeech } from "../speech.js";
import { sideName } from "./side-name.js";
import { stretchesOf, type TimeAxis } from "./time-axis.js";

/** One side of a pair, as the timeline takes it. */
export interface TimelineSide {
  readonly creative: PageCreative;
  readonly strip: Strip | undefined;
}

/** What the moments of both sides are, and which is looked at. */
export interface MomentChoice {
  readonly moments: readonly SharedMoment[];
  readonly moment: SharedMoment | undefined;
  readonly onMoment: (moment: SharedMoment) => void;
}

/** The height of a track, pixels: what fills its cells, within these. */
const TRACK_HEIGHT = { least: 64, most: 150 };

/** Ticks nearer to the end of the axis than this share of it would stand out of it. */
const LAST_TICK = 0.96;

/** A side's filmstrip along the axis of time; what the other side does not show is hatched. */
export function Track({
  side,
  creative: { durationSeconds },
  strip,
  pair,
  axis,
  ...choice
}: TimelineSide &
  MomentChoice & { readonly side: "a" | "b"; readonly pair: PagePair; readonly axis: TimeAxis }) {
  const { labels } = useSpeech();
  const place = side === "a" ? axis.placeOnA : axis.placeOnB;
  const share = (value: number) => `${value * 100}%`;
  // A still picture has no length: it stands for all of its side.
  const extent = (from: number, to: number) =>
    durationSeconds === 0
      ? { left: "0", width: "100%" }
      : { left: share(place(from)), width: share(place(to) - place(from)) };
  const step = stripStepSeconds(durationSeconds);
  const ticks = Array.from(
    { length: Math.floor(durationSeconds / (2 * step)) + 1 },
    (_, at) => at * 2 * step,
  );
  return (
    <div class={`track track--${side}`}>
      <span class={`side-name side-name--${side}`}>{sideName(pair, side, labels)}</span>
      <div class="track-pictures" style={strip && { height: trackHeight(place(step) - place(0), strip) }}>
        {strip?.row.map((at, number) => (
          <Cell
            key={at}
            strip={strip}
            at={at}
            side={side}
            style={extent(number * step, Math.min((number + 1) * step, durationSeconds))}
            {...choice}
          />
        ))}
        {strip === undefined && <span class="cell cell--none">{labels.timeline.noPictures}</span>}
        {stretchesOf(pair, side, durationSeconds)
          .filter(({ matched }) => !matched)
          .map(({ from, to }) => (
            <span key={from} class="different" style={extent(from, to)} />
          ))}
        {choice.moment && durationSeconds > 0 && (
          <span class="playhead" style={{ left: share(place(choice.moment[side])) }} />
        )}
      </div>
      <div class="ticks" aria-hidden="true">
        {ticks
          .filter((time) => place(time) < LAST_TICK)
          .map((time) => (
            <span key={time} style={{ left: share(place(time)) }}>
              {clock(time)}
            </span>
          ))}
      </div>
    </div>
  );
}

/** @param cell width of a picture's place, as a share of the axis */
function trackHeight(cell: number, strip: Strip): string {
  const filling = (cell * 100 * strip.height) / strip.width;
  return `clamp(${TRACK_HEIGHT.least}px, ${filling}cqw, ${TRACK_HEIGHT.most}px)`;
}

/** One picture of the row: a button where the other side shows the same moment. */
function Cell({
  strip,
  at,
  side,
  style,
  moments,
  moment,
  onMoment,
}: MomentChoice & {
  readonly strip: Strip;
  /** Place of the picture in the strip. */
  readonly at: number;
  readonly side: "a" | "b";
  readonly style: { readonly left: string; readonly width: string };
}) {
  const { labels } = useSpeech();
  const time = strip.times[at] ?? 0;
  const shared = moments.find((each) => isSameMoment(each[side], time));
  const picture = <Frame strip={strip} place={at} />;
  if (shared === undefined)
    return (
      <span class="cell" style={style}>
        {picture}
      </span>
    );
  return (
    <button
      type="button"
      class="cell"
      style={style}
      aria-label={labels.showMoment(clock(time))}
      aria-pressed={shared.a === moment?.a}
      onClick={() => onMoment(shared)}
    >
      {picture}
    </button>
  );
}

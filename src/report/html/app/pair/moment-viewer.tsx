import { useState } from "preact/hooks";
import type { Region } from "../../../../picture/picture.js";
import { clock } from "../../../numbers.js";
import type { SharedMoment } from "../../moments.js";
import type { PagePair } from "../../page-data.js";
import { Frame } from "../pictures/frame.js";
import { useSpeech } from "../speech.js";
import { OVERLAY_MODES, type OverlayMode } from "./overlay-mode.js";
import { type OverlayStyle, overlayStyle } from "./overlay-transform.js";
import type { TimelineSide } from "./timeline.js";

type PicturedSide = Required<TimelineSide>;

/** One moment of both sides, and the repeat laid over the first with what was changed in boxes. */
export function MomentViewer({
  pair,
  a,
  b,
  moments,
  moment,
  onMoment,
}: {
  readonly pair: PagePair;
  readonly a: PicturedSide;
  readonly b: PicturedSide;
  readonly moments: readonly SharedMoment[];
  readonly moment: SharedMoment;
  readonly onMoment: (moment: SharedMoment) => void;
}) {
  const { labels } = useSpeech();
  const said = labels.moment;
  const at = moments.findIndex((each) => each.a === moment.a);
  const [earlier, later] = [moments[at - 1], moments[at + 1]];
  const regions = pair.changed.regions;
  return (
    <section class="card moment" aria-labelledby="moment-heading">
      <h2 id="moment-heading">{said.heading}</h2>
      <p class="moment-time">
        <button
          type="button"
          aria-label={said.earlier}
          disabled={earlier === undefined}
          onClick={() => earlier && onMoment(earlier)}
        >
          ‹
        </button>
        <span role="status">{said.at(clock(moment.a), clock(moment.b))}</span>
        <button
          type="button"
          aria-label={said.later}
          disabled={later === undefined}
          onClick={() => later && onMoment(later)}
        >
          ›
        </button>
      </p>
      <div class="moment-pictures">
        <figure>
          <SidePicture side={a} time={moment.a} regions={[]} />
          <figcaption>{labels.sides.a}</figcaption>
        </figure>
        <figure>
          <SidePicture side={b} time={moment.b} regions={regions} />
          <figcaption>
            {labels.sides.b}
            {regions.length > 0 && (
              <span class="legend">
                <i class="swatch swatch--changed" /> {said.changed}
              </span>
            )}
          </figcaption>
        </figure>
        <Overlay pair={pair} a={a} b={b} moment={moment} />
      </div>
    </section>
  );
}

function SidePicture({
  side: { strip, creative },
  time,
  regions,
}: {
  readonly side: PicturedSide;
  readonly time: number;
  readonly regions: readonly Region[];
}) {
  if (strip === undefined) return null;
  return (
    <span class="picture" style={{ aspectRatio: `${creative.width} / ${creative.height}` }}>
      <Frame strip={strip} place={strip.placeOf(time)} />
      <ChangedRegions regions={regions} />
    </span>
  );
}

function ChangedRegions({ regions }: { readonly regions: readonly Region[] }) {
  const share = (value: number) => `${value * 100}%`;
  return regions.map(({ x, y, width, height }) => (
    <span
      key={`${x} ${y}`}
      class="changed"
      style={{ left: share(x), top: share(y), width: share(width), height: share(height) }}
    />
  ));
}

function Overlay({
  pair,
  a,
  b,
  moment,
}: {
  readonly pair: PagePair;
  readonly a: PicturedSide;
  readonly b: PicturedSide;
  readonly moment: SharedMoment;
}) {
  const { labels } = useSpeech();
  const said = labels.moment;
  const [mode, setMode] = useState<OverlayMode>("slide");
  const [split, setSplit] = useState(50);
  const [repeatShown, setRepeatShown] = useState(true);
  const style: OverlayStyle = overlayStyle(pair.transform, a.creative, b.creative);
  const clip = mode === "slide" ? { clipPath: `inset(0 0 0 ${100 - split}%)` } : {};
  const hidden = mode === "blink" && !repeatShown;
  return (
    <figure>
      <span
        class={`picture overlay overlay--${mode}`}
        style={{ aspectRatio: `${a.creative.width} / ${a.creative.height}` }}
      >
        {a.strip && <Frame strip={a.strip} place={a.strip.placeOf(moment.a)} />}
        <span class="overlay-layer" style={{ ...clip, visibility: hidden ? "hidden" : "visible" }}>
          <span class="overlay-picture" style={{ ...style }}>
            {b.strip && <Frame strip={b.strip} place={b.strip.placeOf(moment.b)} />}
            {mode !== "difference" && <ChangedRegions regions={pair.changed.regions} />}
          </span>
        </span>
        {mode === "slide" && <span class="divider" style={{ left: `${100 - split}%` }} />}
      </span>
      <figcaption>
        {said.overlay}
        <p class="aside">{said.overlayCaption}</p>
        <fieldset class="views">
          <legend class="unseen">{said.mode}</legend>
          {OVERLAY_MODES.map((each) => (
            <label key={each}>
              <input type="radio" name="overlay" checked={mode === each} onChange={() => setMode(each)} />
              <span>{said.modes[each]}</span>
            </label>
          ))}
        </fieldset>
        {mode === "slide" && (
          <input
            type="range"
            min="0"
            max="100"
            value={split}
            aria-label={said.split}
            onInput={(event) => setSplit(Number(event.currentTarget.value))}
          />
        )}
        {mode === "blink" && (
          <button type="button" aria-pressed={repeatShown} onClick={() => setRepeatShown(!repeatShown)}>
            {said.toggle}: {repeatShown ? labels.sides.b : labels.sides.a}
          </button>
        )}
      </figcaption>
    </figure>
  );
}

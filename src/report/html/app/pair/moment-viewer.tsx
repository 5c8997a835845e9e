import { useState } from "preact/hooks";
import { clock } from "../../../numbers.js";
import type { SharedMoment } from "../../moments.js";
import type { PagePair } from "../../page-data.js";
import { useSpeech } from "../speech.js";
import { Overlay } from "./overlay.js";
import { OVERLAY_MODES, type OverlayMode } from "./overlay-mode.js";
import { type PicturedSide, SidePicture } from "./side-picture.js";

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
  const [mode, setMode] = useState<OverlayMode>("slide");
  const at = moments.findIndex((each) => each.a === moment.a);
  const step = (name: string, sign: string, target: SharedMoment | undefined) => (
    <button
      type="button"
      aria-label={name}
      disabled={target === undefined}
      onClick={() => target && onMoment(target)}
    >
      {sign}
    </button>
  );
  const regions = pair.changed.regions;
  return (
    <section class="card moment" aria-labelledby="moment-heading">
      <h2 id="moment-heading">{said.heading}</h2>
      <div class="moment-controls">
        <p class="moment-time">
          {step(said.earlier, "‹", moments[at - 1])}
          <span role="status">{said.at(clock(moment.a), clock(moment.b))}</span>
          {step(said.later, "›", moments[at + 1])}
        </p>
        <fieldset class="views">
          <legend class="unseen">{said.mode}</legend>
          {OVERLAY_MODES.map((each) => (
            <label key={each}>
              <input type="radio" name="overlay" checked={mode === each} onChange={() => setMode(each)} />
              <span>{said.modes[each]}</span>
            </label>
          ))}
        </fieldset>
      </div>
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
        <Overlay pair={pair} a={a} b={b} moment={moment} mode={mode} />
      </div>
    </section>
  );
}

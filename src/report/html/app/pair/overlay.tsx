import { useState } from "preact/hooks";
import type { SharedMoment } from "../../moments.js";
import type { PagePair } from "../../page-data.js";
import { Frame } from "../pictures/frame.js";
import { useSpeech } from "../speech.js";
import type { OverlayMode } from "./overlay-mode.js";
import { overlayStyle } from "./overlay-transform.js";
import { ChangedRegions, type PicturedSide, shapeOf } from "./side-picture.js";

/** The repeat laid back over the first, to be compared by sliding, by switching or by their difference. */
export function Overlay({
  pair,
  a,
  b,
  moment,
  mode,
}: {
  readonly pair: PagePair;
  readonly a: PicturedSide;
  readonly b: PicturedSide;
  readonly moment: SharedMoment;
  readonly mode: OverlayMode;
}) {
  const { labels } = useSpeech();
  const said = labels.moment;
  const [split, setSplit] = useState(50);
  const [repeatShown, setRepeatShown] = useState(true);
  const edge = `${100 - split}%`;
  const layer = {
    ...(mode === "slide" ? { clipPath: `inset(0 0 0 ${edge})` } : {}),
    ...(mode === "blink" && !repeatShown ? { visibility: "hidden" as const } : {}),
  };
  return (
    <figure>
      <span class={`picture overlay overlay--${mode}`} style={shapeOf(a.creative)}>
        <Frame strip={a.strip} place={a.strip.placeOf(moment.a)} />
        <span class="overlay-layer" style={layer}>
          <span class="overlay-picture" style={{ ...overlayStyle(pair.transform, a.creative, b.creative) }}>
            <Frame strip={b.strip} place={b.strip.placeOf(moment.b)} />
            {mode !== "difference" && <ChangedRegions regions={pair.changed.regions} />}
          </span>
        </span>
        {mode === "slide" && <span class="divider" style={{ left: edge }} />}
      </span>
      <figcaption>
        {mode === "slide" && (
          <input
            type="range"
            min="0"
            max="100"
            value={split}
            aria-label={said.split}
            style={{ maxWidth: shapeOf(a.creative).maxWidth }}
            onInput={(event) => setSplit(Number(event.currentTarget.value))}
          />
        )}
        {mode === "blink" && (
          <button type="button" onClick={() => setRepeatShown(!repeatShown)}>
            {said.toggle}: {repeatShown ? labels.sides.b : labels.sides.a}
          </button>
        )}
        {said.overlay}
        <span class="aside">{said.overlayCaption}</span>
      </figcaption>
    </figure>
  );
}

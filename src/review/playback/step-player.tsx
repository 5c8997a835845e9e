import { useMemo, useRef, useState } from "preact/hooks";
import { sideName } from "../../report/html/app/pair/side-name.js";
import { shapeOf } from "../../report/html/app/pair/side-picture.js";
import { useSpeech } from "../../report/html/app/speech.js";
import type { PageCreative, PagePair } from "../../report/html/page-data.js";
import { clock as clockWords } from "../../report/numbers.js";
import { useReviewLabels } from "../labels/use-review-labels.js";
import { SIDES, type Side, stepClock } from "./step-clock.js";
import { useStepPlayback } from "./use-step-playback.js";
import type { VideoAddresses } from "./use-video-addresses.js";

/** The videos of a pair, played in step by the segments that were found. */
export function StepPlayer({
  pair,
  creatives,
  addresses,
}: {
  readonly pair: PagePair;
  readonly creatives: Readonly<Record<Side, PageCreative>>;
  readonly addresses: VideoAddresses;
}) {
  const { labels } = useSpeech();
  const { playback: said } = useReviewLabels();
  const [a, b] = [useRef<HTMLVideoElement>(null), useRef<HTMLVideoElement>(null)];
  const videos = useMemo(() => ({ a, b }), [a, b]);
  const clock = useMemo(
    () => stepClock(pair, { a: creatives.a.durationSeconds, b: creatives.b.durationSeconds }),
    [pair, creatives.a, creatives.b],
  );
  const { playing, seconds, toggle, seek } = useStepPlayback(clock, videos);
  const [sound, setSound] = useState<Side | "none">("none");
  const [unplayable, setUnplayable] = useState<readonly Side[]>([]);
  const shown = (side: Side) => clockWords(clock.at(side, seconds).seconds);
  return (
    <>
      <div class="playback-videos">
        {SIDES.map((side) => (
          <figure key={side}>
            {addresses[side] && (
              <span class="picture" style={shapeOf(creatives[side])}>
                <video
                  ref={videos[side]}
                  src={addresses[side]}
                  muted={sound !== side}
                  playsInline
                  preload="auto"
                  aria-label={sideName(pair, side, labels)}
                  onError={() => setUnplayable((before) => [...before, side])}
                />
              </span>
            )}
            <figcaption>
              {sideName(pair, side, labels)}
              {addresses[side] === undefined && <p class="notice">{said.unavailable}</p>}
              {unplayable.includes(side) && <p class="notice">{said.unplayable}</p>}
            </figcaption>
          </figure>
        ))}
      </div>
      <div class="playback-controls">
        <button type="button" onClick={toggle}>
          {playing ? said.pause : said.play}
        </button>
        <input
          type="range"
          min={0}
          max={clock.seconds}
          step="0.05"
          value={seconds}
          aria-label={said.position}
          aria-valuetext={labels.moment.at(shown("a"), shown("b"))}
          onInput={(event) => seek(Number(event.currentTarget.value))}
        />
        <span class="playback-time">{labels.moment.at(shown("a"), shown("b"))}</span>
        <label>
          {said.sound}{" "}
          <select value={sound} onChange={(event) => setSound(event.currentTarget.value as Side | "none")}>
            <option value="none">{said.silent}</option>
            {SIDES.map((side) => (
              <option key={side} value={side}>
                {sideName(pair, side, labels)}
              </option>
            ))}
          </select>
        </label>
      </div>
    </>
  );
}

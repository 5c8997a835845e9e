import { useCallback, useMemo, useRef, useState } from "preact/hooks";
import { sideName } from "../../report/html/app/pair/side-name.js";
import type { Report } from "../../report/html/app/report.js";
import { useSpeech } from "../../report/html/app/speech.js";
import type { PageCreative, PagePair } from "../../report/html/page-data.js";
import { clock as clockWords } from "../../report/numbers.js";
import { useReviewLabels } from "../labels/use-review-labels.js";
import { PlayedSide } from "./played-side.js";
import { SIDES, type Side, stepClock } from "./step-clock.js";
import { useStepPlayback } from "./use-step-playback.js";
import type { KnownAddresses, VideoAddresses } from "./use-video-addresses.js";

/** The videos of a pair, played in step by the segments that were found. */
export function StepPlayer({
  report,
  pair,
  creatives,
  addresses,
  lost,
  renew,
}: {
  readonly report: Report;
  readonly pair: PagePair;
  readonly creatives: Readonly<Record<Side, PageCreative>>;
  readonly addresses: VideoAddresses;
} & Omit<KnownAddresses, "addresses">) {
  const { labels } = useSpeech();
  const { playback: said } = useReviewLabels();
  const [a, b] = [useRef<HTMLVideoElement>(null), useRef<HTMLVideoElement>(null)];
  const videos = useMemo(() => ({ a, b }), [a, b]);
  const clock = useMemo(
    () => stepClock(pair, { a: creatives.a.durationSeconds, b: creatives.b.durationSeconds }),
    [pair, creatives.a, creatives.b],
  );
  const { playing, seconds, toggle, seek, settle } = useStepPlayback(clock, videos);
  const [sound, setSound] = useState<Side | "none">("none");
  const shown = (side: Side) => clockWords(clock.at(side, seconds).seconds);
  // A restart of the service, or an hour, has ended the addresses. Once: a kind of video that is not known stays unknown.
  const renewed = useRef(false);
  const renewOnce = useCallback(() => {
    if (renewed.current) return false;
    renewed.current = true;
    renew();
    return true;
  }, [renew]);
  return (
    <>
      <div class="playback-videos">
        {SIDES.map((side) => (
          <PlayedSide
            key={side}
            {...{ report, pair, side, lost }}
            creative={creatives[side]}
            video={videos[side]}
            address={addresses[side]}
            seconds={clock.at(side, seconds).seconds}
            muted={sound !== side}
            onReady={settle}
            onRenew={renewOnce}
            onAgain={renew}
          />
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

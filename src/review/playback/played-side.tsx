import type { RefObject } from "preact";
import { useEffect, useState } from "preact/hooks";
import { sideName } from "../../report/html/app/pair/side-name.js";
import { SidePicture, shapeOf } from "../../report/html/app/pair/side-picture.js";
import { useStrip } from "../../report/html/app/pictures/use-strip.js";
import type { Report } from "../../report/html/app/report.js";
import { useSpeech } from "../../report/html/app/speech.js";
import type { PageCreative, PagePair } from "../../report/html/page-data.js";
import { useReviewLabels } from "../labels/use-review-labels.js";
import type { Side } from "./step-clock.js";

/** One side of a pair as it plays: its video, or where there is none to be played its pictures. */
export function PlayedSide({
  report,
  pair,
  side,
  creative,
  video,
  address,
  lost,
  seconds,
  muted,
  onReady,
  onRenew,
  onAgain,
}: {
  readonly report: Report;
  readonly pair: PagePair;
  readonly side: Side;
  readonly creative: PageCreative;
  readonly video: RefObject<HTMLVideoElement | null>;
  /** Undefined where there is no file. */
  readonly address: string | undefined;
  /** Whether there is one is not known: the service did not answer. */
  readonly lost: boolean;
  /** What is to be seen of it now, on its own clock. */
  readonly seconds: number;
  readonly muted: boolean;
  /** The video can be moved to where it should be. */
  readonly onReady: () => void;
  /** Asks for new addresses; false where that was done before. */
  readonly onRenew: () => boolean;
  /** Asks for them in any case. */
  readonly onAgain: () => void;
}) {
  const { labels } = useSpeech();
  const { playback: said, connection, again } = useReviewLabels();
  const [unplayable, setUnplayable] = useState(false);
  useEffect(() => setUnplayable(false), [address]);
  const strip = useStrip(report, pair[side], { pair });
  const name = sideName(pair, side, labels);
  const plays = address !== undefined && !unplayable;
  const missing = lost ? connection.lost : said.unavailable;
  return (
    <figure>
      {plays && (
        <span class="picture" style={shapeOf(creative)}>
          <video
            ref={video}
            src={address}
            muted={muted}
            playsInline
            preload="auto"
            aria-label={name}
            onLoadedMetadata={({ currentTarget }) => {
              // Of a video whose codec it does not know, a browser may still play the sound.
              if (currentTarget.videoWidth === 0) setUnplayable(true);
              else onReady();
            }}
            onError={() => onRenew() || setUnplayable(true)}
          />
        </span>
      )}
      {!plays && strip && <SidePicture side={{ creative, strip }} time={seconds} regions={[]} />}
      <figcaption>
        {name}
        <div role="status">
          {!plays && (
            <p class="notice">
              {address === undefined ? missing : said.unplayable} {strip ? said.stills : said.noStills}{" "}
              {(unplayable || lost) && (
                <button type="button" onClick={onAgain}>
                  {again}
                </button>
              )}
            </p>
          )}
        </div>
      </figcaption>
    </figure>
  );
}

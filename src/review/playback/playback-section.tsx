import { useState } from "preact/hooks";
import type { Report } from "../../report/html/app/report.js";
import type { PagePair } from "../../report/html/page-data.js";
import { useReviewLabels } from "../labels/use-review-labels.js";
import type { ReviewClient } from "../service/review-api.js";
import { StepPlayer } from "./step-player.js";
import { type LocalFile, useVideoAddresses } from "./use-video-addresses.js";

/** Both videos of a pair, fetched when they are asked for; nothing for pictures. */
export function PlaybackSection({
  report,
  pair,
  client,
  local,
  revision,
}: {
  readonly report: Report;
  readonly pair: PagePair;
  readonly client: ReviewClient;
  /** The file that was checked, where it is one of them. */
  readonly local: LocalFile | undefined;
  /** Another one when the library has come anew. */
  readonly revision: number;
}) {
  const { playback: said } = useReviewLabels();
  const [wanted, setWanted] = useState(false);
  const { addresses, ...told } = useVideoAddresses(pair, wanted, { client, local, revision });
  const [a, b] = [report.creative(pair.a), report.creative(pair.b)];
  if (a?.kind !== "video" || b?.kind !== "video") return null;
  return (
    <section class="card playback" aria-labelledby="playback-heading">
      <h2 id="playback-heading">{said.heading}</h2>
      <p class="aside">{said.caption}</p>
      {addresses ? (
        <StepPlayer {...{ report, pair, addresses, ...told }} creatives={{ a, b }} />
      ) : (
        <button type="button" aria-disabled={wanted} onClick={() => setWanted(true)}>
          {said.load}
        </button>
      )}
    </section>
  );
}

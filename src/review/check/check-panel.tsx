import { useEffect, useState } from "preact/hooks";
import { PairRow } from "../../report/html/app/lists/pair-row.js";
import type { Report } from "../../report/html/app/report.js";
import { clock, percent } from "../../report/numbers.js";
import { useReviewLabels } from "../labels/use-review-labels.js";
import { Trouble } from "../trouble.js";
import { type CheckProgress, shareDone } from "./check-progress.js";
import type { FileCheck } from "./use-check.js";

/** How far the check of a file is, and what came of it: the creatives it is like, each leading to its pair. */
export function CheckPanel({
  check,
  report,
  onDismiss,
}: {
  readonly check: FileCheck;
  /** Knows the pairs of the outcome. */
  readonly report: Report;
  readonly onDismiss: () => void;
}) {
  const { check: said } = useReviewLabels();
  return (
    <section class="card checked" aria-label={said.heading}>
      {check.state === "running" && <Progress file={check.file} progress={check.progress} />}
      {check.state === "done" && <Outcome check={check} report={report} />}
      {check.state === "failed" && <Trouble error={check.error ?? said.broken} />}
      <button type="button" onClick={onDismiss}>
        {check.state === "running" ? said.cancel : said.dismiss}
      </button>
    </section>
  );
}

function Progress({ file, progress }: { readonly file: File; readonly progress: CheckProgress }) {
  const { check: said } = useReviewLabels();
  const durationSeconds = useDuration(file);
  const share = shareDone(progress, durationSeconds);
  return (
    <>
      <h2>{file.name}</h2>
      <progress max="1" aria-label={file.name} {...(share === undefined ? {} : { value: share })} />
      <p role="status">{wordsFor(progress, said.stages)}</p>
    </>
  );
}

function wordsFor(
  progress: CheckProgress,
  stages: ReturnType<typeof useReviewLabels>["check"]["stages"],
): string {
  switch (progress.stage) {
    case "sending":
      return stages.sending(percent(progress.share));
    case "reading":
      return stages.reading(clock(progress.timeSeconds));
    default:
      return stages[progress.stage];
  }
}

function Outcome({
  check: { file, outcome },
  report,
}: {
  readonly check: Extract<FileCheck, { state: "done" }>;
  readonly report: Report;
}) {
  const { check: said } = useReviewLabels();
  const { pairs, allowed } = outcome;
  return (
    <>
      <h2>
        <span role="status">
          {pairs.length === 0 ? said.unlike(file.name) : said.alike(file.name, pairs.length)}
        </span>
      </h2>
      {allowed > 0 && <p class="aside">{said.allowedToo(allowed)}</p>}
      <ul class="pairs">
        {pairs.map((pair) => (
          <PairRow key={`${pair.a}\n${pair.b}`} report={report} pair={pair} />
        ))}
      </ul>
    </>
  );
}

/** How long a file plays, seconds, where the browser can tell. */
function useDuration(file: File): number | undefined {
  const [durationSeconds, setDuration] = useState<number>();
  useEffect(() => {
    const url = URL.createObjectURL(file);
    const video = document.createElement("video");
    video.preload = "metadata";
    video.onloadedmetadata = () => setDuration(video.duration);
    video.src = url;
    return () => {
      video.removeAttribute("src");
      URL.revokeObjectURL(url);
    };
  }, [file]);
  return durationSeconds;
}

import { useEffect, useState } from "preact/hooks";
import { PairRow } from "../../report/html/app/lists/pair-row.js";
import type { Report } from "../../report/html/app/report.js";
import { useReviewLabels } from "../labels/use-review-labels.js";
import { Trouble } from "../trouble.js";
import { type CheckProgress, shareDone } from "./check-progress.js";
import { outcomeInWords, stageInWords } from "./check-words.js";
import type { FileCheck } from "./use-check.js";
import { useSpokenCheck } from "./use-spoken-check.js";

/** How far the check of a file is, and what came of it: the creatives it is like, each leading to its pair. */
export function CheckPanel({
  check,
  report,
  onDismiss,
  onAgain,
}: {
  readonly check: FileCheck;
  /** Knows the pairs of the outcome. */
  readonly report: Report;
  readonly onDismiss: () => void;
  readonly onAgain: (file: File) => void;
}) {
  const { check: said } = useReviewLabels();
  useSpokenCheck(check);
  return (
    <section class="card checked" aria-label={check.file.name}>
      {check.state === "running" && <Progress file={check.file} progress={check.progress} />}
      {check.state === "done" && <Outcome check={check} report={report} />}
      {check.state === "failed" && <Trouble error={check.error ?? said.broken} />}
      <p class="check-actions">
        {check.state === "failed" && (
          <button type="button" onClick={() => onAgain(check.file)}>
            {said.again}
          </button>
        )}
        <button type="button" onClick={onDismiss}>
          {check.state === "running" ? said.cancel : said.dismiss}
        </button>
      </p>
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
      <p>{stageInWords(progress, said.stages)}</p>
    </>
  );
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
      <h2>{outcomeInWords(file, pairs.length, said)}</h2>
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

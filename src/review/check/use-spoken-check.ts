import { useEffect, useRef } from "preact/hooks";
import { useAnnounce } from "../announcements.js";
import { useReviewLabels } from "../labels/use-review-labels.js";
import { outcomeInWords, stageInWords } from "./check-words.js";
import type { FileCheck } from "./use-check.js";

/** Has the stages of a check and its outcome read out; not every per cent of them. A failure is an alert by itself. */
export function useSpokenCheck(check: FileCheck): void {
  const { check: said } = useReviewLabels();
  const announce = useAnnounce();
  const stage = check.state === "running" ? check.progress.stage : check.state;
  // What is said is of the moment at which the stage began.
  const words = useRef("");
  if (check.state === "running") words.current = stageInWords(check.progress, said.stages);
  if (check.state === "done") words.current = outcomeInWords(check.file, check.outcome.pairs.length, said);
  useEffect(() => {
    if (stage !== "failed") announce(words.current);
  }, [stage, check.file, announce]);
}

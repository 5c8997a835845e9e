import { useSpeech } from "../../report/html/app/speech.js";
import { CHINESE_REVIEW_LABELS } from "./chinese.js";
import { ENGLISH_REVIEW_LABELS } from "./english.js";
import type { ReviewLabels } from "./labels.js";

/** What the review page says in the language around a component. */
export function useReviewLabels(): ReviewLabels {
  return useSpeech().language === "zh" ? CHINESE_REVIEW_LABELS : ENGLISH_REVIEW_LABELS;
}

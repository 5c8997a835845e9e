import type { Comparisons } from "../matching/comparisons.js";
import { describeCreative } from "./creative.js";
import type { CheckOptions, CheckResult, CreativeInput } from "./library-calls.js";
import type { Matcher } from "./matcher.js";
import { readInput } from "./read-input.js";

/** See `Library.check`: reads a creative, tells how far that is, and matches it. */
export async function checkInput(
  input: CreativeInput,
  options: CheckOptions & { readonly signal: AbortSignal },
  { comparisons, matcher }: { readonly comparisons: Comparisons; readonly matcher: Matcher },
): Promise<CheckResult> {
  const { onProgress } = options;
  const onRead = onProgress && ((timeSeconds: number) => onProgress({ stage: "reading", timeSeconds }));
  const fingerprint = await readInput(input, options, onRead);
  onProgress?.({ stage: "comparing" });
  const description = await comparisons.describe(fingerprint, options);
  const creative = describeCreative(
    description.facts,
    typeof input === "string" ? { path: input } : {},
    new Date(),
  );
  const { told } = await matcher.match(creative, description, options);
  return { creative, ...told };
}

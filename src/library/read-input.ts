import type { Fingerprint } from "../fingerprint/fingerprint.js";
import { fingerprintCreative } from "../intake/fingerprint-creative.js";
import type { AddOptions, CreativeInput, InputOptions } from "./library-calls.js";

/**
 * The fingerprint of an input, made where it is not one already. The time limit is not looked at: it is for the whole
 * call, whose signal ends the work.
 */
export async function readInput(
  input: CreativeInput,
  options: InputOptions = {},
  onRead?: (timeSeconds: number) => void,
): Promise<Fingerprint> {
  if (isFingerprint(input)) return input;
  const { timeLimitSeconds: _forTheCall, ...reading } = options;
  return fingerprintCreative(input, { ...reading, ...(onRead === undefined ? {} : { onRead }) });
}

function isFingerprint(input: CreativeInput): input is Fingerprint {
  return typeof input === "object" && input !== null && "samples" in input;
}

/** What is known of an input besides its content: where nothing else is said, a file is known by its path. */
export function namedDetails<Options extends AddOptions>(input: CreativeInput, options: Options): Options {
  return typeof input === "string" ? { path: input, ...options } : options;
}

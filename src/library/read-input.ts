import type { Fingerprint } from "../fingerprint/fingerprint.js";
import { fingerprintCreative } from "../intake/fingerprint-creative.js";
import type { CreativeInput } from "./library-calls.js";

/** The fingerprint of an input, made where it is not one already. */
export async function readInput(input: CreativeInput, signal?: AbortSignal): Promise<Fingerprint> {
  if (typeof input !== "string" && "samples" in input) return input;
  return fingerprintCreative(input, signal ? { signal } : {});
}

import { isUint8Array } from "node:util/types";
import { SamecutError } from "../errors.js";

/**
 * Refuses what is no path, no bytes and no stream, or a stream that somebody has read already: JavaScript hands on what its
 * types forbid, and bytes come in many shapes that are not these. Throws INPUT_INVALID.
 */
export function requireReadableInput(input: unknown): void {
  if (typeof input === "string") {
    if (input === "") throw invalid("an empty path");
    return;
  }
  if (isUint8Array(input)) return;
  if (typeof input !== "object" || input === null || !isReadable(input)) throw invalid(`a ${kindOf(input)}`);
  if ("readableEnded" in input && input.readableEnded)
    throw invalid("a stream that has been read to its end, as by a body parser");
}

/** Whether its parts can be had one after the other; the streams of before Node 10, which some packages still give, are piped only. */
function isReadable(input: object): boolean {
  if (Symbol.asyncIterator in input || Symbol.iterator in input) return true;
  return "pipe" in input && typeof input.pipe === "function";
}

/** What a value is, as a user knows it: `Blob`, `Undefined`, `String`. */
export function kindOf(value: unknown): string {
  return Object.prototype.toString.call(value).slice("[object ".length, -1);
}

function invalid(received: string): SamecutError {
  return new SamecutError("INPUT_INVALID", { detail: `received ${received}` });
}

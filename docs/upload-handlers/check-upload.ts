import type { Readable } from "node:stream";
import { ERROR_TABLE, type Library, SamecutError } from "samecut";

/** What an upload is answered with. */
export interface UploadAnswer {
  readonly status: number;
  readonly body: object;
}

/** Most bytes of an upload. */
const LIMIT_BYTES = 512 * 1024 ** 2;

/**
 * Checks an upload and remembers it unless it is like an earlier one: 200 when it may be delivered, 409 with the reasons
 * when it would be held back, else the status of what went wrong. Safe to repeat with the same id.
 *
 * @param signal aborted when the client hangs up, which frees the decoder
 */
export async function checkUpload(
  library: Library,
  upload: Readable,
  id: string,
  signal: AbortSignal,
): Promise<UploadAnswer> {
  try {
    const { outcome, refusedFor } = await library.checkAndAdd(upload, {
      id,
      signal,
      timeLimitSeconds: 120,
      inputLimitBytes: LIMIT_BYTES,
    });
    const reasons = refusedFor.map(({ creative, verdict: { grade, similarity, rules } }) => ({
      like: creative.id,
      grade,
      similarity,
      rules: rules.map(({ rule }) => rule),
    }));
    return { status: outcome === "refused" ? 409 : 200, body: { outcome, reasons } };
  } catch (error) {
    // Nobody is there to be told; it is no error of the server's.
    const told = signal.aborted ? new SamecutError("UPLOAD_INCOMPLETE") : error;
    if (!(told instanceof SamecutError)) throw told;
    const { code, remedy } = told;
    return { status: ERROR_TABLE[code].httpStatus, body: { code, remedy } };
  }
}

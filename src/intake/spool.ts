import { createWriteStream } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { isUint8Array } from "node:util/types";
import { SamecutError } from "../errors.js";
import { isNoSpace } from "../files/write-error.js";
import { removeAbandoned, spoolPrefix } from "./abandoned-spools.js";
import { kindOf, requireReadableInput } from "./readable-input.js";
import { requireObject } from "./required-object.js";

/** Largest input that is not a file yet, bytes, by default: ten minutes of 1080x1920 at a generous bit rate. */
export const DEFAULT_SPOOL_LIMIT_BYTES = 2 * 1024 ** 3;

/** A temporary file with the bytes of an input; disposing removes it. */
export interface SpooledInput extends AsyncDisposable {
  readonly path: string;
}

/** Settings of {@link spool}. */
export interface SpoolOptions {
  readonly limitBytes?: number;
  readonly signal?: AbortSignal;
}

/**
 * Writes bytes or a stream to a temporary file that only this user can read. Whatever goes wrong, nothing is left behind
 * and a stream is destroyed.
 *
 * @throws SamecutError INPUT_TOO_LARGE, INPUT_INVALID for what is no bytes and no stream of them, SETTING_INVALID, DISK_FULL; the stream's own error; the signal's reason when it is aborted
 */
export async function spool(input: Uint8Array | Readable, options: SpoolOptions = {}): Promise<SpooledInput> {
  requireObject(options);
  requireReadableInput(input);
  const { limitBytes = DEFAULT_SPOOL_LIMIT_BYTES, signal } = options;
  if (isUint8Array(input) && input.byteLength > limitBytes) throw tooLarge(limitBytes);
  await removeAbandoned(tmpdir());
  const folder = await mkdtemp(join(tmpdir(), spoolPrefix(process.pid))).catch(refuse);
  const remove = async (): Promise<void> => await rm(folder, { recursive: true, force: true });
  const path = join(folder, "input");
  try {
    if (isUint8Array(input)) await writeFile(path, input, { signal });
    else await pipeline(input, upTo(limitBytes), createWriteStream(path), { signal });
    return { path, [Symbol.asyncDispose]: remove };
  } catch (error) {
    await remove();
    signal?.throwIfAborted();
    return refuse(error);
  }
}

function refuse(error: unknown): never {
  if (isNoSpace(error)) throw new SamecutError("DISK_FULL", { path: tmpdir(), cause: error });
  throw error;
}

function upTo(limitBytes: number): Transform {
  let received = 0;
  return new Transform({
    // Takes whatever comes: a stream for bytes throws at anything else, where nobody can catch it.
    writableObjectMode: true,
    writableHighWaterMark: 1,
    transform(chunk: unknown, _encoding, done) {
      if (!ArrayBuffer.isView(chunk)) return done(noBytes(chunk));
      received += chunk.byteLength;
      if (received > limitBytes) done(tooLarge(limitBytes));
      else done(null, new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength));
    },
  });
}

function noBytes(chunk: unknown): SamecutError {
  return new SamecutError("INPUT_INVALID", {
    detail: `expected a stream of bytes but received a ${kindOf(chunk)} in it`,
  });
}

function tooLarge(limitBytes: number): SamecutError {
  return new SamecutError("INPUT_TOO_LARGE", { detail: `more than ${limitBytes} bytes` });
}

import { Readable } from "node:stream";
import { FingerprintAssembler } from "../fingerprint/assembler.js";
import type { Fingerprint } from "../fingerprint/fingerprint.js";
import { ANALYSIS_PLAN } from "../fingerprint/sampling-policy.js";
import type { DecodedFrame } from "../media/decoded-media.js";
import { type ReadMediaOptions, readMedia } from "../media/read-media.js";
import { whenDecoderFree } from "./decoding-queue.js";
import { type InputLimits, requireLimits, requireWithin } from "./input-limits.js";
import { requireReadableInput } from "./readable-input.js";
import { spool } from "./spool.js";
import type { Priority } from "./turn.js";

/** Settings of {@link fingerprintCreative}. */
export interface FingerprintOptions extends InputLimits {
  /** Ends the work, waiting or running; the call rejects with its reason. */
  readonly signal?: AbortSignal;
  /** Wall-clock seconds decoding may take; default: ten minutes, more for large files. */
  readonly timeLimitSeconds?: number;
  /** Whose turn it is while no decoder is free; default `upload`. */
  readonly priority?: Priority;
  /** Told the time of each picture when it was read, seconds from the creative's start; 0 for an image. */
  readonly onRead?: (timeSeconds: number) => void;
}

/**
 * Fingerprints a video or an image given as a path, its bytes, or a stream. Any number of calls may run at once: the
 * process decodes as many files at a time as it has cores. The same bytes give the same fingerprint.
 *
 * @throws SamecutError one of the media codes of `ERROR_TABLE`, INPUT_INVALID, SETTING_INVALID for a limit that is none, DISK_FULL; the
 * stream's own error; the signal's reason when aborted
 */
export async function fingerprintCreative(
  input: string | Uint8Array | Readable,
  options: FingerprintOptions = {},
): Promise<Fingerprint> {
  try {
    requireLimits(options);
    requireReadableInput(input);
  } catch (error) {
    // As of one that fails later: else whatever it reads from stays open.
    if (input instanceof Readable) input.destroy();
    throw error;
  }
  const { signal, timeLimitSeconds, inputLimitBytes } = options;
  const reading: ReadMediaOptions = {
    ...(signal === undefined ? {} : { signal }),
    ...(timeLimitSeconds === undefined ? {} : { timeLimitSeconds }),
  };
  if (typeof input === "string") return await fingerprintFile(input, reading, options);
  await using spooled = await spool(input, {
    ...(signal === undefined ? {} : { signal }),
    ...(inputLimitBytes === undefined ? {} : { limitBytes: inputLimitBytes }),
  });
  return await fingerprintFile(spooled.path, { ...reading, anonymous: true }, options);
}

async function fingerprintFile(
  path: string,
  reading: ReadMediaOptions,
  options: FingerprintOptions,
): Promise<Fingerprint> {
  return await whenDecoderFree(async () => {
    const assembler = new FingerprintAssembler();
    const take = (frame: DecodedFrame): void => {
      assembler.add(frame);
      options.onRead?.(frame.timeSeconds);
    };
    const facts = await readMedia(path, ANALYSIS_PLAN, take, reading);
    const fingerprint = assembler.finish(facts);
    requireWithin(options, fingerprint, reading.anonymous ? undefined : path);
    return fingerprint;
  }, options);
}

import { stat } from "node:fs/promises";
import { type ErrorCode, SamecutError } from "../errors.js";
import { encodeFingerprint } from "../fingerprint/codec.js";
import { fingerprintCreative } from "../intake/fingerprint-creative.js";
import type { EncodedFingerprint } from "../library/embedded/content-cache.js";
import { fileStateOf } from "../library/embedded/file-state.js";
import { digestFile } from "../media/digest-file.js";
import { fileError } from "../media/media-file.js";
import type { ScanCache } from "./scan-cache.js";

/** A fingerprint and where it came from. */
export interface FileReading extends EncodedFingerprint {
  /** The file was not decoded for it. */
  readonly cached: boolean;
}

/** Failures that lie in the content: they are the same the next time, so the file need not be decoded to meet them again. */
const LASTING_FAILURES: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  "FORMAT_UNSUPPORTED",
  "PLAYLIST_REFUSED",
  "CODEC_UNSUPPORTED",
  "VIDEO_STREAM_MISSING",
  "MEDIA_DAMAGED",
  "PICTURE_TOO_LARGE",
  "PICTURE_TOO_SMALL",
]);

/** Fingerprints files, each content once: what the cache knows, or another file of the same scan has, is not decoded. */
export class FileReader {
  readonly #cache: ScanCache;
  readonly #decoding = new Map<string, Promise<EncodedFingerprint>>();

  constructor(cache: ScanCache) {
    this.#cache = cache;
  }

  /**
   * The fingerprint of a file, kept in the cache before it is returned.
   *
   * @throws SamecutError one of the media codes of `errors.ts`; the signal's reason when aborted
   */
  async read(path: string, signal: AbortSignal): Promise<FileReading> {
    const digest = await this.#digestOf(path, signal);
    const known = this.#cache.recall((cache) => cache.fingerprintOf(digest));
    if (known !== undefined) return { ...known, cached: true };
    const failure = this.#cache.recall((cache) => cache.failureOf(digest));
    if (failure !== undefined) {
      throw new SamecutError(failure.code, {
        path,
        ...(failure.detail === undefined ? {} : { detail: failure.detail }),
      });
    }
    const running = this.#decoding.get(digest);
    if (running !== undefined) return { ...(await running), cached: true };
    const decoding = this.#decode(path, digest, signal);
    this.#decoding.set(digest, decoding);
    try {
      return { ...(await decoding), cached: false };
    } finally {
      this.#decoding.delete(digest);
    }
  }

  async #digestOf(path: string, signal: AbortSignal): Promise<string> {
    const facts = await stat(path, { bigint: true }).catch((error: unknown) => {
      throw fileError(error, path);
    });
    // Reading a pipe or device would wait for ever.
    if (!facts.isFile()) throw new SamecutError("NOT_A_FILE", { path });
    if (facts.size === 0n) throw new SamecutError("FILE_EMPTY", { path });
    const state = fileStateOf(facts);
    const known = this.#cache.recall((cache) => cache.digestOf(state));
    if (known !== undefined) return known;
    const digest = await digestFile(path, { signal });
    this.#cache.remember((cache) => cache.rememberDigest(state, digest));
    return digest;
  }

  async #decode(path: string, digest: string, signal: AbortSignal): Promise<EncodedFingerprint> {
    try {
      const fingerprint = await fingerprintCreative(path, { signal, priority: "batch" });
      if (fingerprint.digests.file !== digest) throw new SamecutError("FILE_CHANGED", { path });
      const read = { fingerprint, encoded: encodeFingerprint(fingerprint) };
      this.#cache.remember((cache) => cache.rememberFingerprint(read));
      return read;
    } catch (error) {
      if (error instanceof SamecutError && LASTING_FAILURES.has(error.code)) {
        const { code, detail } = error;
        this.#cache.remember((cache) => cache.rememberFailure(digest, { code, detail }));
      }
      throw error;
    }
  }
}

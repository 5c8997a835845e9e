import { stat } from "node:fs/promises";
import { type ErrorCode, SamecutError } from "../errors.js";
import { decodeFingerprint, encodeFingerprint } from "../fingerprint/codec.js";
import type { Fingerprint } from "../fingerprint/fingerprint.js";
import { fingerprintCreative } from "../intake/fingerprint-creative.js";
import { fileStateOf } from "../library/embedded/file-state.js";
import { type CreativeFacts, factsOf } from "../matching/description.js";
import { digestFile } from "../media/digest-file.js";
import { fileError } from "../media/media-file.js";
import type { ScanCache } from "./scan-cache.js";

/** The fingerprint of a file. */
export interface ReadFingerprint {
  readonly facts: CreativeFacts;
  /** See `encodeFingerprint`: a fifth of the size it has decoded, and thousands are held at a time. */
  readonly encoded: Uint8Array;
}

/** A fingerprint and where it came from. */
export interface FileReading extends ReadFingerprint {
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
  readonly #decoding = new Map<string, Promise<ReadFingerprint>>();

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
    for (;;) {
      const known = this.#known(path, digest);
      if (known !== undefined) return { ...known, cached: true };
      const running = this.#decoding.get(digest);
      if (running === undefined) return { ...(await this.#decodeOnce(path, digest, signal)), cached: false };
      // A failure may be about the other file alone, which changed or is gone: then it is this one's turn.
      const read = await running.catch(() => undefined);
      if (read !== undefined) return { ...read, cached: true };
      signal.throwIfAborted();
    }
  }

  /** What the cache knows of a content; throws the failure that lies in it. */
  #known(path: string, digest: string): ReadFingerprint | undefined {
    const known = this.#recall(digest);
    if (known !== undefined) return known;
    const failure = this.#cache.recall((cache) => cache.failureOf(digest));
    if (failure === undefined) return undefined;
    const { code, detail } = failure;
    throw new SamecutError(code, { path, ...(detail === undefined ? {} : { detail }) });
  }

  async #decodeOnce(path: string, digest: string, signal: AbortSignal): Promise<ReadFingerprint> {
    const decoding = this.#decode(path, digest, signal).finally(() => this.#decoding.delete(digest));
    this.#decoding.set(digest, decoding);
    return await decoding;
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

  async #decode(path: string, digest: string, signal: AbortSignal): Promise<ReadFingerprint> {
    try {
      const fingerprint = await fingerprintCreative(path, { signal, priority: "batch" });
      if (fingerprint.digests.file !== digest) throw new SamecutError("FILE_CHANGED", { path });
      return this.#describe(fingerprint, encodeFingerprint(fingerprint));
    } catch (error) {
      if (error instanceof SamecutError && LASTING_FAILURES.has(error.code)) {
        const { code, detail } = error;
        this.#cache.remember((cache) => cache.rememberFailure(digest, { code, detail }));
      }
      throw error;
    }
  }

  /** What the cache has for a content; undefined where that is nothing, or of an older format. */
  #recall(digest: string): ReadFingerprint | undefined {
    const known = this.#cache.recall((cache) => cache.fingerprintOf(digest));
    if (known === undefined) return undefined;
    const { encoded, facts } = known;
    if (facts !== undefined) return { encoded, facts };
    try {
      return this.#describe(decodeFingerprint(encoded), encoded);
    } catch (error) {
      if (error instanceof SamecutError) return undefined;
      throw error;
    }
  }

  /** Takes down what a fingerprint tells: with it, the next scan need not decode it to list its creative. */
  #describe(fingerprint: Fingerprint, encoded: Uint8Array): ReadFingerprint {
    const facts = factsOf(fingerprint);
    this.#cache.remember((cache) => cache.rememberFingerprint(facts, encoded));
    return { facts, encoded };
  }
}

import { copyFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterEach, expect, it } from "vitest";
import {
  DEFAULT_CONCURRENCY,
  setDecodingConcurrency,
  whenDecoderFree,
} from "../../src/intake/decoding-queue.js";
import { FileReader } from "../../src/scan/file-reader.js";
import { ScanCache } from "../../src/scan/scan-cache.js";
import { temporaryFolder } from "../media/rendered-media.js";
import { renderVideo } from "./small-videos.js";

const folder = temporaryFolder();

afterEach(() => setDecodingConcurrency(DEFAULT_CONCURRENCY));

it("decodes a content from the next file that has it where the first one is gone", async () => {
  const [a, b] = [renderVideo(folder, "a.mp4", "pattern"), join(folder, "b.mp4")];
  copyFileSync(a, b);
  using cache = ScanCache.open(join(folder, "cache"), { verdictVersion: "1", decoderVersion: "1" }, () => {});
  const reader = new FileReader(cache);
  setDecodingConcurrency(1);
  let release = (): void => {};
  const keeper = whenDecoderFree(() => new Promise<void>((done) => (release = done)));
  const { signal } = new AbortController();
  const first = Promise.allSettled([reader.read(a, signal)]);
  // Until the one waits for the decoder, then the other one for it.
  await delay(300);
  const second = Promise.allSettled([reader.read(b, signal)]);
  await delay(300);
  rmSync(a);
  release();
  await keeper;
  expect(await first).toMatchObject([{ status: "rejected", reason: { code: "FILE_NOT_FOUND", path: a } }]);
  expect(await second).toMatchObject([{ status: "fulfilled", value: { cached: false } }]);
});

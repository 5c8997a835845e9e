import { readdirSync, readFileSync, renameSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { encodeFingerprint } from "../../../src/fingerprint/codec.js";
import type { Fingerprint } from "../../../src/fingerprint/fingerprint.js";
import {
  type ContentCache,
  type KnownFingerprint,
  openContentCache,
} from "../../../src/library/embedded/content-cache.js";
import { fileStateOf } from "../../../src/library/embedded/file-state.js";
import { factsOf } from "../../../src/matching/description.js";
import { distinctVerdict } from "../../../src/verdict/verdict.js";
import { childEnd, startChild } from "../../child-process.js";
import { syntheticFingerprint } from "../../matching/synthetic-fingerprint.js";
import { temporaryFolder } from "../../temporary-folder.js";

const OPTIONS = { verdictVersion: "1", decoderVersion: "ffmpeg 5" };
const WRITE_CACHE = new URL("write-cache.ts", import.meta.url);

describe("ContentCache", () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let print: Fingerprint;
  let known: KnownFingerprint;

  beforeEach(async () => {
    folder = await temporaryFolder();
    print = syntheticFingerprint({ seed: 1, seconds: 1 });
    known = { facts: factsOf(print), encoded: encodeFingerprint(print) };
  });
  afterEach(() => folder[Symbol.asyncDispose]());

  const open = (options = OPTIONS) => openContentCache(join(folder.path, "cache"), options);
  const remember = (cache: ContentCache, file = print.digests.file) =>
    cache.rememberFingerprint(factsOf({ ...print, digests: { ...print.digests, file } }), known.encoded);
  const stateOf = (path: string) => fileStateOf(statSync(path, { bigint: true }));

  it("knows what it was told, also after opening again, and nothing else", () => {
    const verdict = { ...distinctVerdict(), similarity: 0.25 };
    {
      using cache = open();
      remember(cache);
      cache.rememberFailure("sha256:bad", { code: "FILE_NOT_FOUND", detail: "why" });
      cache.rememberVerdicts([{ a: "sha256:1", b: "sha256:2", verdict }]);
    }
    using cache = open();
    expect(cache.fingerprintOf(print.digests.file)).toEqual(known);
    expect(cache.fingerprintOf("sha256:other")).toBeUndefined();
    expect(cache.failureOf("sha256:bad")).toEqual({ code: "FILE_NOT_FOUND", detail: "why" });
    expect(cache.verdictOf("sha256:1", "sha256:2")).toEqual(verdict);
    expect(cache.verdictOf("sha256:2", "sha256:1")).toBeUndefined();
    expect(cache.warnings).toEqual([]);
  });

  it("does not hold results of other versions against a content", () => {
    {
      using cache = open();
      cache.rememberFailure("sha256:bad", { code: "FILE_NOT_FOUND", detail: undefined });
      cache.rememberVerdicts([{ a: "sha256:1", b: "sha256:2", verdict: distinctVerdict() }]);
      remember(cache);
    }
    using cache = open({ verdictVersion: "2", decoderVersion: "ffmpeg 6" });
    expect(cache.fingerprintOf(print.digests.file)).toEqual({ ...known, facts: undefined });
    expect(cache.failureOf("sha256:bad")).toBeUndefined();
    expect(cache.verdictOf("sha256:1", "sha256:2")).toBeUndefined();
  });

  it("sees that a file changed, even when its size and time are put back", () => {
    using cache = open();
    const path = join(folder.path, "a.mp4");
    writeFileSync(path, "first");
    const state = stateOf(path);
    cache.rememberDigest(state, "sha256:first");
    expect(cache.digestOf(stateOf(path))).toBe("sha256:first");
    const { atime, mtime } = statSync(path);
    writeFileSync(path, "other");
    utimesSync(path, atime, mtime);
    expect(cache.digestOf(stateOf(path))).toBeUndefined();
  });

  it("needs no decoding for a renamed file: its content is known by digest", () => {
    using cache = open();
    const path = join(folder.path, "a.mp4");
    writeFileSync(path, "content");
    cache.rememberDigest(stateOf(path), print.digests.file);
    remember(cache);
    renameSync(path, join(folder.path, "b.mp4"));
    const digest = cache.digestOf(stateOf(join(folder.path, "b.mp4"))) ?? print.digests.file;
    expect(cache.fingerprintOf(digest)).toEqual(known);
  });

  it("sets a damaged file aside and begins anew, with a warning", () => {
    {
      using cache = open();
      remember(cache);
    }
    const path = join(folder.path, "cache", "content.sqlite");
    writeFileSync(path, "not a database at all ".repeat(300));
    using cache = open();
    expect(cache.warnings).toEqual([expect.stringMatching(/begun anew/)]);
    expect(cache.fingerprintOf(print.digests.file)).toBeUndefined();
    remember(cache);
    expect(cache.fingerprintOf(print.digests.file)).toEqual(known);
    expect(readdirSync(join(folder.path, "cache")).some((name) => name.includes("damaged"))).toBe(true);
  });

  it("does the same when the damage shows only later", () => {
    {
      using cache = open();
      for (let i = 0; i < 40; i++) remember(cache, `sha256:${i}`);
    }
    const path = join(folder.path, "cache", "content.sqlite");
    const bytes = readFileSync(path);
    // Everything but the first page: it opens, and fails when a table is read.
    writeFileSync(path, bytes.fill(0x5a, 4096));
    using cache = open();
    expect(cache.fingerprintOf("sha256:7")).toBeUndefined();
    remember(cache);
    expect(cache.warnings).toHaveLength(1);
    expect(cache.fingerprintOf(print.digests.file)).toEqual(known);
  });

  it("is written by several processes at once", async () => {
    const names = ["p", "q", "r"];
    const ends = await Promise.all(
      names.map((name) => childEnd(startChild(WRITE_CACHE, [join(folder.path, "cache"), name]))),
    );
    expect(ends.map(({ output }) => output)).toEqual(names.map(() => "done\n"));
    using cache = open();
    for (const name of names)
      expect(cache.verdictOf(`sha256:${name}-999`, "sha256:shared")).toEqual(distinctVerdict());
  });

  it("says that the disk is full", async () => {
    const { output } = await childEnd(startChild(WRITE_CACHE, [join(folder.path, "cache"), "p"], 200));
    expect(output).toBe("failed DISK_FULL\n");
  });
});

import { mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { scan } from "../../src/scan/scan.js";
import { liveChildren } from "../live-children.js";
import { lavfi, render, temporaryFolder } from "../media/rendered-media.js";
import { count, scanOnce, timeless } from "./scan-once.js";
import { renderSmallFolder, renderVideo } from "./small-videos.js";

const home = temporaryFolder();
const folder = join(home, "ads");
const cacheFolder = join(home, "cache");

beforeAll(() => {
  process.env.SAMECUT_DATA_DIR = join(home, "data");
  renderSmallFolder(folder);
});

describe("scan", () => {
  it("reads, compares, groups and reports", async () => {
    const { events, report } = await scanOnce(folder, { cacheFolder });
    expect(events[0]).toEqual({ type: "found", total: 3 });
    // The copy's content is decoded once.
    expect([count(events, "fingerprinted"), count(events, "cached")]).toEqual([2, 1]);
    expect(report.pairs).toMatchObject([
      { a: "ad.mp4", b: "ad-again.mp4", grade: "identical", similarity: 1 },
    ]);
    expect(report.groups).toEqual([{ id: "group-1", first: "ad.mp4", members: ["ad.mp4", "ad-again.mp4"] }]);
    expect(report.summary).toMatchObject({ creatives: 3, failed: 0, pairs: 1, groups: 1 });
  });

  it("decodes nothing again, also when files were moved, renamed or touched", async () => {
    const before = await scanOnce(folder, { cacheFolder });
    expect(count(before.events, "fingerprinted")).toBe(0);
    mkdirSync(join(folder, "sub"));
    renameSync(join(folder, "other.mp4"), join(folder, "sub", "renamed.mp4"));
    utimesSync(join(folder, "ad.mp4"), 0, 0);
    const after = await scanOnce(folder, { cacheFolder });
    expect(count(after.events, "cached")).toBe(3);
    expect(after.report.creatives.map(({ id }) => id)).toContain("sub/renamed.mp4");
    renameSync(join(folder, "sub", "renamed.mp4"), join(folder, "other.mp4"));
    rmSync(join(folder, "sub"), { recursive: true });
  });

  it("gives the same report from an empty cache, a full one, and with other numbers of jobs", async () => {
    const full = await scanOnce(folder, { cacheFolder });
    const empty = await scanOnce(folder, { cacheFolder: join(home, "other-cache"), jobs: 1 });
    expect(timeless(empty.report)).toEqual(timeless(full.report));
  });

  it("notices new content under an old name", async () => {
    const changing = join(home, "changing");
    const path = renderVideo(changing, "a.mp4", "pattern");
    const first = await scanOnce(changing, { cacheFolder });
    renderVideo(changing, "new.mp4", "life");
    renameSync(join(changing, "new.mp4"), path);
    const second = await scanOnce(changing, { cacheFolder });
    expect(count(second.events, "fingerprinted")).toBe(1);
    expect(second.report.creatives[0]).not.toMatchObject({
      fileDigest: (first.report.creatives[0] as { fileDigest: string }).fileDigest,
    });
  });

  it("goes on over bad files, each with its code, and remembers them by content", async () => {
    const bad = join(home, "bad");
    renderVideo(bad, "good.mp4", "pattern");
    writeFileSync(join(bad, "empty.mp4"), "");
    writeFileSync(join(bad, "text.mp4"), "these are words");
    writeFileSync(join(bad, "new\nline 🎬.mp4"), "more words");
    mkdirSync(join(bad, "folder.mp4"));
    symlinkSync(bad, join(bad, "loop"));
    const { events, report } = await scanOnce(bad, { cacheFolder });
    expect(
      report.creatives.map((creative) => [
        creative.path,
        creative.status === "failed" ? creative.error.code : "ok",
      ]),
    ).toEqual([
      ["empty.mp4", "FILE_EMPTY"],
      ["good.mp4", "ok"],
      ["new\nline 🎬.mp4", "FORMAT_UNSUPPORTED"],
      ["text.mp4", "FORMAT_UNSUPPORTED"],
    ]);
    expect(count(events, "failed")).toBe(3);
    expect(timeless((await scanOnce(bad, { cacheFolder })).report)).toEqual(timeless(report));
  });

  it("warns of a video that ends too early, also when it is known", async () => {
    const cut = join(home, "cut");
    const whole = renderVideo(cut, "whole.ts", "pattern");
    writeFileSync(join(cut, "cut.ts"), readFileSync(whole).subarray(0, 188 * 200 + 20));
    const { report } = await scanOnce(cut, { cacheFolder });
    expect(report.warnings).toMatchObject([{ code: "MEDIA_INCOMPLETE", path: "cut.ts" }]);
    expect(report.creatives.map(({ status }) => status)).toEqual(["ok", "ok"]);
    expect(timeless((await scanOnce(cut, { cacheFolder })).report)).toEqual(timeless(report));
  });

  it("reports a file that vanishes while it waits", async () => {
    const vanishing = join(home, "vanishing");
    renderVideo(vanishing, "a.mp4", "pattern");
    const gone = renderVideo(vanishing, "b.mp4", "life");
    const codes: string[] = [];
    for await (const event of scan([vanishing], { cacheFolder: join(home, "fresh"), jobs: 1 })) {
      if (event.type === "found") rmSync(gone);
      if (event.type === "failed" && event.creative.status === "failed")
        codes.push(event.creative.error.code);
    }
    expect(codes).toEqual(["FILE_NOT_FOUND"]);
  });

  it("goes on without a cache where none can be kept, and says so", async () => {
    const file = join(home, "not-a-folder");
    writeFileSync(file, "");
    const { report } = await scanOnce(folder, { cacheFolder: join(file, "cache") });
    expect(report.warnings.map(({ code }) => code)).toEqual(["CACHE_UNAVAILABLE"]);
    expect(report.pairs).toHaveLength(1);
  });

  it("names the original by the manifest's dates", async () => {
    const manifest = join(home, "manifest.csv");
    writeFileSync(
      manifest,
      "path,id,account,uploadedAt\nad.mp4,one,acme,2026-05-02\nad-again.mp4,two,acme,2026-05-01\ngone.mp4,,,\n",
    );
    const { report } = await scanOnce(folder, { cacheFolder, manifest });
    expect(report.groups[0].first).toBe("two");
    expect(report.pairs[0]).toMatchObject({ a: "two", b: "one" });
    expect(report.creatives[0]).toMatchObject({
      id: "two",
      account: "acme",
      uploadedAt: "2026-05-01T00:00:00.000Z",
    });
    expect(report.warnings).toMatchObject([{ code: "MANIFEST_FILE_MISSING", path: "gone.mp4" }]);
  });

  it("keeps the ids of several folders apart", async () => {
    const second = join(home, "second", "ads");
    renderVideo(second, "ad.mp4", "life");
    const { report } = await scanOnce([folder, second, join(home, "changing")], { cacheFolder });
    expect(report.creatives.map(({ id }) => id)).toEqual(
      expect.arrayContaining([`${basename(home)}/ads/ad.mp4`, "second/ads/ad.mp4", "changing/a.mp4"]),
    );
  });

  it("stops when it is aborted, with the signal's reason", async () => {
    const abort = new AbortController();
    const reason = new Error("enough");
    const run = (async () => {
      for await (const event of scan([folder], {
        cacheFolder: join(home, "aborted"),
        signal: abort.signal,
      })) {
        if (event.type === "found") abort.abort(reason);
      }
    })();
    await expect(run).rejects.toBe(reason);
  });

  it("stops when the loop is left", async () => {
    for await (const event of scan([folder], { cacheFolder: join(home, "left") })) {
      if (event.type === "found") break;
    }
    const { events } = await scanOnce(folder, { cacheFolder: join(home, "left") });
    expect(count(events, "fingerprinted") + count(events, "cached")).toBe(3);
  });

  it("has nothing under way any more when the loop has been left", async () => {
    const long = join(home, "long");
    mkdirSync(long);
    const source = lavfi("testsrc2", "size=1280x720:rate=30:duration=15");
    render(join(long, "long.mp4"), ...source, "-c:v", "libx264", "-preset", "ultrafast");
    // So that the next child is the decoder, and none that only tells what decoders there are.
    await scanOnce(folder, { cacheFolder: join(home, "left-before") });
    const events = scan([long], { cacheFolder: join(home, "left-decoding") });
    while ((await events.next()).value?.type !== "found");
    await expect.poll(liveChildren, { timeout: 10_000, interval: 5 }).toBe(1);
    await events.return();
    expect(await liveChildren()).toBe(0);
  });

  it("refuses a folder without media files", async () => {
    const nothing = join(home, "nothing");
    mkdirSync(nothing);
    await expect(scanOnce(nothing, { cacheFolder })).rejects.toMatchObject({ code: "FILES_NOT_FOUND" });
  });
});

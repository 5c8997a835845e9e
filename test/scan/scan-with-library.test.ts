import { copyFileSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { openContentCache } from "../../src/library/embedded/content-cache.js";
import { openLibrary } from "../../src/library/open-library.js";
import { locateFfmpeg } from "../../src/media/ffmpeg-binary.js";
import { judgementVersion } from "../../src/scan/judgement-version.js";
import { distinctVerdict, type PairVerdict } from "../../src/verdict/verdict.js";
import { temporaryFolder } from "../media/rendered-media.js";
import { scanOnce } from "./scan-once.js";
import { renderVideo } from "./small-videos.js";

it("takes over into the library what the scan has compared, and does not compare it again", async () => {
  const { ads: folder, cacheFolder, library } = places();
  renderVideo(folder, "ad.mp4", "pattern");
  renderVideo(folder, "ad-smaller.mp4", "pattern", "-crf", "36");
  const first = await scanOnce(folder, { cacheFolder });
  const [a, b] = first.report.creatives.map((creative) =>
    creative.status === "ok" ? creative.fileDigest : "",
  ) as [string, string];
  // A verdict that no comparison would come to: where it turns up, nothing was compared.
  const planted: PairVerdict = { ...distinctVerdict(), grade: "similar", similarity: 0.4321 };
  {
    const { version } = await locateFfmpeg();
    const versions = { verdictVersion: judgementVersion(), decoderVersion: version };
    using cache = openContentCache(cacheFolder, versions);
    expect(cache.verdictOf(a, b)).toMatchObject({ grade: "duplicate" });
    cache.rememberVerdicts([{ a, b, verdict: planted }]);
  }
  const { report } = await scanOnce(folder, { cacheFolder, library });
  expect(report.pairs.map(({ similarity }) => similarity)).toEqual([0.4321]);
  await using stored = await openLibrary(library, { readOnly: true });
  expect((await stored.pairs()).map(({ verdict }) => verdict)).toEqual([planted]);
});

it("takes in what another month's folder has under the same name, and knows it again", async () => {
  const { ads: october, home, cacheFolder, library } = places();
  const november = join(home, "11");
  renderVideo(october, "001.mp4", "pattern");
  renderVideo(november, "001.mp4", "fractal");
  await scanOnce(october, { cacheFolder, library });
  const { report } = await scanOnce(november, { cacheFolder, library });
  expect(report.warnings).toEqual([]);
  expect(await idsIn(library)).toEqual(["001.mp4", expect.stringMatching(/^001\.mp4@[0-9a-f]{8}$/)]);

  const again = await scanOnce(november, { cacheFolder, library });
  expect(again.report.pairs).toEqual([]);
  expect(await idsIn(library)).toHaveLength(2);
});

it.each(["7", "acme/a.mp4"])(
  "does not take in what a manifest gives the id of another content, %s",
  async (id) => {
    const { home, ads, cacheFolder, library } = places();
    const manifest = join(home, "manifest.csv");
    renderVideo(ads, "a.mp4", "pattern");
    renderVideo(ads, "b.mp4", "fractal");
    writeFileSync(manifest, `path,id\na.mp4,${id}\nb.mp4,x8\n`);
    await scanOnce(ads, { cacheFolder, library, manifest });
    writeFileSync(manifest, `path,id\na.mp4,${id}\nb.mp4,x9\n`);
    renderVideo(ads, "a.mp4", "life");
    const { report } = await scanOnce(ads, { cacheFolder, library, manifest });
    expect(report.warnings).toMatchObject([{ code: "CREATIVE_EXISTS", path: "a.mp4" }]);
    expect(await idsIn(library)).toEqual([id, "x8", "x9"]);
  },
);

it("adds nothing a second time where folders of one name come in another order", async () => {
  const { home, cacheFolder, library } = places();
  const [one, other] = ["a/videos", "b/videos"].map((name) => join(home, name)) as [string, string];
  renderVideo(one, "001.mp4", "pattern");
  renderVideo(other, "001.mp4", "fractal");
  await scanOnce([one, other], { cacheFolder, library });
  const before = await idsIn(library);
  expect(before).toEqual(["a/videos/001.mp4", "b/videos/001.mp4"]);
  const { report } = await scanOnce([other, one], { cacheFolder, library });
  expect(report.pairs).toEqual([]);
  expect(await idsIn(library)).toEqual(before);
  // A folder more before them, and one that makes the labels of all longer.
  const [more, deeper] = ["0/videos", "0/a/videos"].map((name) => join(home, name)) as [string, string];
  renderVideo(more, "001.mp4", "life");
  const { report: third } = await scanOnce([more, one, other], { cacheFolder, library });
  expect(third.pairs).toEqual([]);
  expect(await idsIn(library)).toEqual(["0/videos/001.mp4", ...before]);
  renderVideo(deeper, "001.mp4", "cells");
  const { report: fourth } = await scanOnce([deeper, one, other], { cacheFolder, library });
  expect(fourth.pairs).toEqual([]);
  expect(await idsIn(library)).toEqual(["0/a/videos/001.mp4", "0/videos/001.mp4", ...before]);
});

it("knows what a library has under the numbers that folders of one name had at first", async () => {
  const { home, cacheFolder, library } = places();
  const folders = ["0/videos", "a/videos", "b/videos"].map((name) => join(home, name));
  const sources = ["life", "pattern", "fractal"] as const;
  for (const [place, folder] of folders.entries()) renderVideo(folder, "001.mp4", sources[place] ?? "life");
  const given = renderVideo(join(home, "given"), "001-clip.mp4", "cells");
  const stored = [
    ["1-videos/001.mp4", join(folders[1] ?? "", "001.mp4"), "001.mp4"],
    ["2-videos/001.mp4", join(folders[2] ?? "", "001.mp4"), "001.mp4"],
    ["001-clip.mp4/001-clip.mp4", given, "001-clip.mp4"],
  ] as const;
  {
    await using opened = await openLibrary(library);
    for (const [id, file, path] of stored) await opened.add(file, { id, path });
  }
  const { report } = await scanOnce([...folders, given], { cacheFolder, library });
  expect(report.pairs).toEqual([]);
  expect(await idsIn(library)).toEqual(["0/videos/001.mp4", ...stored.map(([id]) => id)].sort());
});

it.each([
  ["another folder of that name", ["june/videos", "may/videos"], "june/videos/001.mp4"],
  ["a folder whose name ends alike", ["june/2026-videos"], "2026-videos/001.mp4"],
])("tells a copy in %s, and keeps it", async (_what, before, id) => {
  const { home, cacheFolder, library } = places();
  const [x, july, first, ...others] = ["x", "july/videos", ...before].map((name) => join(home, name)) as [
    string,
    string,
    string,
  ];
  renderVideo(x, "001.mp4", "fractal");
  for (const other of others) renderVideo(other, "001.mp4", "life");
  for (const copy of [first, july]) renderVideo(copy, "001.mp4", "pattern");
  await scanOnce([first, ...others, x], { cacheFolder, library });
  const { report } = await scanOnce([july, x], { cacheFolder, library });
  expect(report.pairs).toMatchObject([{ a: `library:${id}`, b: "videos/001.mp4", grade: "identical" }]);
  expect(await idsIn(library)).toContain("videos/001.mp4");
});

it("calls files of one folder alike, whether one is given or several", async () => {
  const { ads, cacheFolder, library } = places();
  const [one, other] = [renderVideo(ads, "a.mp4", "pattern"), renderVideo(ads, "b.mp4", "fractal")];
  await scanOnce([one], { cacheFolder, library });
  await scanOnce([one, other], { cacheFolder, library });
  expect(await idsIn(library)).toEqual(["a.mp4", "b.mp4"]);
});

it("tells a copy in a folder of another name, and keeps it", async () => {
  const { home, cacheFolder, library } = places();
  const [may, june, july] = ["may", "june", "july"].map((name) => join(home, name)) as [
    string,
    string,
    string,
  ];
  renderVideo(may, "001.mp4", "pattern");
  renderVideo(june, "001.mp4", "fractal");
  await scanOnce([may, june], { cacheFolder, library });
  renderVideo(july, "001.mp4", "pattern");
  const { report } = await scanOnce([june, july], { cacheFolder, library });
  expect(report.pairs).toMatchObject([{ a: "library:may/001.mp4", b: "july/001.mp4", grade: "identical" }]);
  expect(await idsIn(library)).toEqual(["july/001.mp4", "june/001.mp4", "may/001.mp4"]);
});

it("keeps a file that is delivered once more under another's path, where dates tell that it is", async () => {
  const { ads, home, cacheFolder, library } = places();
  const [november, manifest] = [join(home, "11"), join(home, "manifest.csv")];
  renderVideo(ads, "001.mp4", "pattern");
  renderVideo(ads, "002.mp4", "fractal");
  writeFileSync(manifest, "path,account,uploadedAt\n001.mp4,7,2026-10-01\n002.mp4,7,2026-10-02\n");
  await scanOnce(ads, { cacheFolder, library, manifest });
  renderVideo(november, "001.mp4", "fractal");
  writeFileSync(manifest, "path,account,uploadedAt\n001.mp4,7,2026-11-01\n");
  const { report } = await scanOnce(november, { cacheFolder, library, manifest });
  expect(report.pairs).toMatchObject([{ a: "library:002.mp4", b: "001.mp4", grade: "identical" }]);
  const kept = ["001.mp4", expect.stringMatching(/^001\.mp4@/), "002.mp4"];
  expect(await idsIn(library)).toEqual(kept);
  await scanOnce(november, { cacheFolder, library, manifest });
  expect(await idsIn(library)).toEqual(kept);
});

it("adds nothing a second time where files are renumbered, and tells what has the same content", async () => {
  const { ads, cacheFolder, library } = places();
  renderVideo(ads, "001.mp4", "pattern");
  renderVideo(ads, "002.mp4", "fractal");
  await scanOnce(ads, { cacheFolder, library });
  renameSync(join(ads, "002.mp4"), join(ads, "001.mp4"));
  const { report } = await scanOnce(ads, { cacheFolder, library });
  expect(report.pairs).toMatchObject([{ a: "library:002.mp4", b: "001.mp4", grade: "identical" }]);
  expect(await idsIn(library)).toEqual(["001.mp4", "002.mp4"]);
});

it("adds each of several copies whose paths are taken, but for one that the library has, and another account's", async () => {
  const { home, ads, cacheFolder, library } = places();
  const [november, manifest] = [join(home, "11"), join(home, "manifest.csv")];
  renderVideo(ads, "001.mp4", "pattern");
  renderVideo(ads, "002.mp4", "fractal");
  renderVideo(ads, "003.mp4", "life");
  writeFileSync(manifest, "path,account\n001.mp4,acme\n002.mp4,acme\n003.mp4,acme\n");
  await scanOnce(ads, { cacheFolder, library, manifest });
  mkdirSync(november);
  for (const copy of ["002.mp4", "003.mp4"]) copyFileSync(join(ads, "001.mp4"), join(november, copy));
  await scanOnce(november, { cacheFolder, library });
  const copies = await idsIn(library);
  expect(copies).toEqual(["001.mp4", "002.mp4", "003.mp4", expect.stringMatching(/^003\.mp4@/)]);
  await scanOnce(november, { cacheFolder, library });
  expect(await idsIn(library)).toEqual(copies);

  const others = join(home, "others");
  mkdirSync(others);
  copyFileSync(join(ads, "003.mp4"), join(others, "001.mp4"));
  writeFileSync(manifest, "path,account\n001.mp4,another\n");
  await scanOnce(others, { cacheFolder, library, manifest });
  expect(await idsIn(library)).toEqual([
    "001.mp4",
    expect.stringMatching(/^001\.mp4@/),
    "002.mp4",
    "003.mp4",
    expect.stringMatching(/^003\.mp4@/),
  ]);
});

it("knows a creative under its id with digits also when the one without is free again", async () => {
  const { ads, cacheFolder, library } = places();
  renderVideo(ads, "x.mp4", "pattern");
  await scanOnce(ads, { cacheFolder, library });
  renderVideo(ads, "x.mp4", "fractal");
  await scanOnce(ads, { cacheFolder, library });
  {
    await using opened = await openLibrary(library);
    await opened.remove("x.mp4");
  }
  const { report } = await scanOnce(ads, { cacheFolder, library });
  expect(report.pairs).toEqual([]);
  expect(await idsIn(library)).toEqual([expect.stringMatching(/^x\.mp4@/)]);
});

/** Where a test has its things; the folders are made by whoever writes to them. */
function places(): Readonly<Record<"home" | "ads" | "cacheFolder" | "library", string>> {
  const home = temporaryFolder();
  process.env.SAMECUT_DATA_DIR = join(home, "data");
  return { home, ads: join(home, "ads"), cacheFolder: join(home, "cache"), library: join(home, "library") };
}

async function idsIn(folder: string): Promise<string[]> {
  await using library = await openLibrary(folder, { readOnly: true });
  const ids: string[] = [];
  for await (const { id } of library.list()) ids.push(id);
  return ids.sort();
}

import { writeFileSync } from "node:fs";
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
  const home = temporaryFolder();
  process.env.SAMECUT_DATA_DIR = join(home, "data");
  const [folder, cacheFolder, library] = ["ads", "cache", "library"].map((name) => join(home, name)) as [
    string,
    string,
    string,
  ];
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
  const home = temporaryFolder();
  process.env.SAMECUT_DATA_DIR = join(home, "data");
  const [october, november, cacheFolder, library] = ["10", "11", "cache", "library"].map((name) =>
    join(home, name),
  ) as [string, string, string, string];
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

it("does not take in what a manifest gives the id of another content", async () => {
  const home = temporaryFolder();
  process.env.SAMECUT_DATA_DIR = join(home, "data");
  const [ads, cacheFolder, library, manifest] = ["ads", "cache", "library", "manifest.csv"].map((name) =>
    join(home, name),
  ) as [string, string, string, string];
  renderVideo(ads, "a.mp4", "pattern");
  renderVideo(ads, "b.mp4", "fractal");
  writeFileSync(manifest, "path,id\na.mp4,7\nb.mp4,8\n");
  await scanOnce(ads, { cacheFolder, library, manifest });
  writeFileSync(manifest, "path,id\na.mp4,7\nb.mp4,7x\n");
  renderVideo(ads, "a.mp4", "life");
  const { report } = await scanOnce(ads, { cacheFolder, library, manifest });
  expect(report.warnings).toMatchObject([{ code: "CREATIVE_EXISTS", path: "a.mp4" }]);
  expect(await idsIn(library)).toEqual(["7", "7x", "8"]);
});

async function idsIn(folder: string): Promise<string[]> {
  await using library = await openLibrary(folder, { readOnly: true });
  const ids: string[] = [];
  for await (const { id } of library.list()) ids.push(id);
  return ids.sort();
}

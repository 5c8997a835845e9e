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

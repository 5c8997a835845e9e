import { join } from "node:path";
import { expect, it } from "vitest";
import { temporaryFolder } from "../media/rendered-media.js";
import { scanOnce } from "./scan-once.js";
import { renderVideo } from "./small-videos.js";

it("notes the design of real videos: blurred, still, stretched against the one it repeats", async () => {
  const home = temporaryFolder();
  process.env.SAMECUT_DATA_DIR = join(home, "data");
  const ads = join(home, "ads");
  renderVideo(ads, "ad.mp4", "pattern");
  renderVideo(ads, "ad-wide.mp4", "pattern", "-vf", "scale=224:284,setsar=1");
  renderVideo(ads, "soft.mp4", "life", "-vf", "gblur=sigma=12");
  renderVideo(ads, "still.mp4", "fractal", "-vf", "select='eq(n,9)',loop=loop=24:size=1,fps=12");
  const { report } = await scanOnce(ads, { cacheFolder: join(home, "cache") });
  const notes = report.creatives.map((creative) => [
    creative.path,
    creative.status === "ok" ? creative.designNotes : "failed",
  ]);
  expect(Object.fromEntries(notes)).toEqual({
    "ad.mp4": undefined,
    "ad-wide.mp4": ["stretched"],
    "soft.mp4": ["blurred"],
    "still.mp4": ["stills-only"],
  });
});

import { copyFileSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Fingerprint } from "../../src/fingerprint/fingerprint.js";
import { fingerprintCreative } from "../../src/intake/fingerprint-creative.js";
import { type PicturedCreative, takeFilmstrips } from "../../src/scan/take-filmstrips.js";
import { temporaryFolder } from "../media/rendered-media.js";
import { renderVideo } from "./small-videos.js";

const home = temporaryFolder();
const plan = { timesSeconds: [0.25, 1.25], longSide: 64, maxBytes: 20_000 };
let path: string;
let fingerprint: Fingerprint;

beforeAll(async () => {
  path = renderVideo(home, "ad.mp4", "pattern");
  fingerprint = await fingerprintCreative(path);
});

function creative(change: Partial<PicturedCreative> = {}): PicturedCreative {
  return {
    ...{ id: "ad", plan, path, fileDigest: fingerprint.digests.file, width: 160, height: 284 },
    uncertain: false,
    fingerprint: async () => fingerprint,
    ...change,
  };
}

const imageOf = async (change: Partial<PicturedCreative>, cacheFolder: string) =>
  (await takeFilmstrips([creative(change)], { cacheFolder })).get("ad")?.image;

describe("taking filmstrips", () => {
  it("keeps what was taken, and takes it from there when the file is gone", async () => {
    const cacheFolder = join(home, "cache");
    const copy = join(home, "copy.mp4");
    copyFileSync(path, copy);
    const taken = await imageOf({ path: copy }, cacheFolder);
    expect(taken?.length).toBeGreaterThan(100);
    expect(readdirSync(join(cacheFolder, "filmstrips"))).toHaveLength(1);
    rmSync(copy);
    expect(await imageOf({ path: copy, fingerprint: async () => undefined }, cacheFolder)).toEqual(taken);
    // Another plan is another image.
    expect(
      await imageOf(
        { path: copy, plan: { ...plan, longSide: 32 }, fingerprint: async () => undefined },
        cacheFolder,
      ),
    ).toBeUndefined();
  });

  it("draws the fingerprint's grey pictures where the file is gone or another by now", async () => {
    const other = renderVideo(home, "other.mp4", "fractal");
    const gone = await imageOf({ path: join(home, "nowhere.mp4") }, join(home, "cache-2"));
    const another = await imageOf({ path: other, uncertain: true }, join(home, "cache-2"));
    expect(gone?.length).toBeGreaterThan(100);
    expect(another).toEqual(gone);
  });

  it("goes on without a cache where none can be kept", async () => {
    expect((await imageOf({}, path))?.length).toBeGreaterThan(100);
  });

  it("ends with the signal's reason", async () => {
    const signal = AbortSignal.abort(new Error("enough"));
    await expect(
      takeFilmstrips([creative()], { cacheFolder: join(home, "cache-3"), signal }),
    ).rejects.toThrow("enough");
  });
});

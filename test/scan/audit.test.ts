import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { exempting } from "../account/delivered-creatives.js";
import { temporaryFolder } from "../media/rendered-media.js";
import { scanOnce, timeless } from "./scan-once.js";
import { renderSmallFolder } from "./small-videos.js";

const home = temporaryFolder();
const cacheFolder = join(home, "cache");
const manifest = join(home, "posts.csv");

beforeAll(() => {
  process.env.SAMECUT_DATA_DIR = join(home, "data");
  mkdirSync(join(home, "ads"));
  renderSmallFolder(join(home, "ads"));
  writeFileSync(
    manifest,
    [
      "path,id,account,customer,uploadedAt",
      "ads/ad.mp4,p1,8000,acme,2026-10-01",
      "ads/ad-again.mp4,p2,4711,acme,2026-11-20",
      "ads/other.mp4,p3,4711,acme,2026-05-01",
      "ads/gone.mp4,p4,4711,acme,2026-11-20",
    ].join("\n"),
  );
});

describe("an audit from a manifest", () => {
  it("looks at the files that are listed, and tells which are not there", async () => {
    const { report } = await scanOnce([], { cacheFolder, manifest });
    expect(report.creatives.map(({ id, path }) => [id, path])).toEqual([
      ["p3", "ads/other.mp4"],
      ["p1", "ads/ad.mp4"],
      ["p2", "ads/ad-again.mp4"],
    ]);
    expect(report.warnings).toMatchObject([{ code: "MANIFEST_FILE_MISSING", path: "ads/gone.mp4" }]);
    expect(report.selection).toBeUndefined();
    expect(report.pairs).toMatchObject([{ a: "p1", b: "p2" }]);
  });

  it("tells the accounts as seen from the latest upload, the same on every day", async () => {
    const { report } = await scanOnce([], { cacheFolder, manifest });
    expect(report.accounts).toMatchObject({
      asOf: "2026-11-20T00:00:00.000Z",
      accounts: [
        {
          account: "4711",
          level: "critical",
          recent: { creatives: 1, carriedOver: 1 },
          // other.mp4 is older than the 180 days.
          library: { creatives: 1 },
        },
        { account: "8000", firstPublishes: [{ id: "p1", repeatedByOthers: 1 }] },
      ],
    });
    expect(report.accounts?.accounts[1]?.level).toBeUndefined();
    const again = await scanOnce([], { cacheFolder, manifest, jobs: 1 });
    expect(timeless(again.report)).toEqual(timeless(report));
  });

  it("takes exemptions and settings from who calls it", async () => {
    const exemptions = [exempting({ kind: "customer", customer: "acme" })];
    const { report } = await scanOnce([], { cacheFolder, manifest, accounts: { exemptions } });
    expect(report.accounts?.accounts[0]).toMatchObject({ account: "4711", level: "good" });
    // The pair itself is told all the same.
    expect(report.pairs).toHaveLength(1);
  });

  it("says what was left out and what was drawn", async () => {
    const since = new Date("2026-09-01");
    const { report } = await scanOnce([], { cacheFolder, manifest, since, sample: { share: 0.5, seed: 7 } });
    expect(report.creatives).toHaveLength(1);
    expect(report.selection).toEqual({
      found: 3,
      olderLeftOut: 1,
      lookedAt: 1,
      since: since.toISOString(),
      undated: 0,
      sampleShare: 0.5,
      sampleSeed: 7,
    });
  });

  it("asks for a folder or a manifest", async () => {
    await expect(scanOnce([], { cacheFolder })).rejects.toMatchObject({ code: "SETTING_INVALID" });
  });

  it("blames a manifest that names nothing that is there, and not the folder it lies in", async () => {
    const manifest = join(home, "elsewhere.csv");
    writeFileSync(manifest, "path\ngone/a.mp4\ngone/b.mp4\n");
    await expect(scanOnce([], { cacheFolder, manifest })).rejects.toMatchObject({
      code: "MANIFEST_FILE_MISSING",
      path: "gone/a.mp4",
    });
  });

  it("tells no accounts where none is known", async () => {
    const { report } = await scanOnce(join(home, "ads"), { cacheFolder });
    expect(report.accounts).toBeUndefined();
  });
});

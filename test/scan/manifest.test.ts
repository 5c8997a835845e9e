import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Manifest, readManifest } from "../../src/scan/manifest.js";
import { temporaryFolder } from "../media/rendered-media.js";

const folder = temporaryFolder();

async function manifestOf(content: string | Buffer): Promise<Manifest> {
  const path = join(folder, "manifest");
  writeFileSync(path, content);
  return await readManifest(path);
}

const fileAt = (path: string) => ({ path, absolutePath: join("/elsewhere", path) });

describe("readManifest", () => {
  it("reads CSV in any order of columns, with a byte order mark, and passes over unknown columns", async () => {
    const manifest = await manifestOf(
      '\ufeffuploadedAt,note,path,account\r\n2026-05-01,"x,y",a.mp4,acme\r\n,,b.mp4,\r\n',
    );
    expect(manifest.entryOf(fileAt("a.mp4"))).toMatchObject({
      account: "acme",
      uploadedAt: "2026-05-01T00:00:00.000Z",
    });
    expect(manifest.entryOf(fileAt("b.mp4"))?.account).toBeUndefined();
  });

  it("reads JSON lines", async () => {
    const manifest = await manifestOf('{"path":"a.mp4","id":"7"}\n\n{"path":"b.mp4","customer":"c"}\n');
    expect(manifest.entries.map(({ id, customer }) => [id, customer])).toEqual([
      ["7", undefined],
      [undefined, "c"],
    ]);
  });

  it("turns offsets into UTC and takes times without one as UTC", async () => {
    const manifest = await manifestOf("path,uploadedAt\na,2026-05-01T08:00:00+08:00\nb,2026-05-01 08:00\n");
    expect(manifest.entries.map(({ uploadedAt }) => uploadedAt)).toEqual([
      "2026-05-01T00:00:00.000Z",
      "2026-05-01T08:00:00.000Z",
    ]);
  });

  it("takes dates as spreadsheets rewrite them, and none that no calendar has", async () => {
    const dates = ["2026/5/1", "2026/5/1 8:05", "2026/05/01 23:59:10", "2026-05-01T08:00+0800"];
    const manifest = await manifestOf(
      `path,uploadedAt\n${dates.map((date) => `${date}.mp4,${date}`).join("\n")}`,
    );
    expect(manifest.entries.map(({ uploadedAt }) => uploadedAt)).toEqual([
      "2026-05-01T00:00:00.000Z",
      "2026-05-01T08:05:00.000Z",
      "2026-05-01T23:59:10.000Z",
      "2026-05-01T00:00:00.000Z",
    ]);
    for (const none of ["2026-02-31", "2026/13/1", "2026/5-1", "2026-05-01x", "5/1/2026", "2026-05-01 25:00"])
      await expect(manifestOf(`path,uploadedAt\na.mp4,${none}\n`)).rejects.toMatchObject({
        code: "MANIFEST_INVALID",
      });
  });

  it("finds an entry by its place relative to the manifest too, and tells which were not used", async () => {
    const manifest = await manifestOf("path\nads/a.mp4\nads/never.mp4\n");
    expect(manifest.entryOf({ path: "a.mp4", absolutePath: join(folder, "ads/a.mp4") })).toBeDefined();
    expect(manifest.unused().map(({ path }) => path)).toEqual(["ads/never.mp4"]);
  });

  it.each([
    ["a date that is none", "path,uploadedAt\na.mp4,yesterday\n", /line 2: uploadedAt: .*"yesterday"/],
    ["a missing path", '{"id":"7"}\n', /line 1: path/],
    ["a broken JSON line", '{"path":"a"}\n{"path":\n', /line 2/],
    ["a head without a path", "路径;账户\na.mp4;7\n", /no column "path", only "路径;账户"/],
    [
      "what Excel saves as CSV in China",
      Buffer.from("path,account\na.mp4,\xbf\xcd\xbb\xa7\n", "latin1"),
      /not in UTF-8; in Excel, save/,
    ],
    ["a path listed twice", "path\na.mp4\na.mp4\n", /"a.mp4" is listed twice/],
  ])("refuses %s, naming it", async (_case, content, message) => {
    await expect(manifestOf(content)).rejects.toMatchObject({
      code: "MANIFEST_INVALID",
      message: expect.stringMatching(message),
    });
  });
});

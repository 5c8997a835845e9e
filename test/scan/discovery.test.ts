import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { creativeName } from "../../src/report/creative-name.js";
import { discover } from "../../src/scan/discovery.js";
import { temporaryFolder } from "../media/rendered-media.js";

function tree(...files: string[]): string {
  const folder = temporaryFolder();
  for (const file of files) {
    mkdirSync(join(folder, file, ".."), { recursive: true });
    writeFileSync(join(folder, file), file);
  }
  return folder;
}

async function pathsIn(...roots: string[]): Promise<string[]> {
  return (await discover(roots)).files.map(({ path }) => path);
}

describe("discover", () => {
  it("finds media files at any depth, whatever the case of their extension, and nothing else", async () => {
    const folder = tree("a.mp4", "deep/er/b.MOV", "c.jpg", "notes.txt", "noextension");
    expect((await pathsIn(folder)).sort()).toEqual(["a.mp4", "c.jpg", "deep/er/b.MOV"]);
  });

  it("tells in one how many files of other kinds it passed over, but for what is no creative anyway", async () => {
    const others = ["IMG_1.HEIC", "b/IMG_2.heic", "key.psd", "c.mp4.crdownload", "noextension", "odd.3 of 5"];
    const company = ["notes.txt", "posts.CSV", "Thumbs.db", ".DS_Store", "song.mp3", "lib/library.sqlite"];
    const { files, problems } = await discover([tree("a.mp4", ...others, ...company)]);
    expect(files).toHaveLength(1);
    expect(problems.map(({ code, detail }) => [code, detail])).toEqual([
      ["FILES_PASSED_OVER", "2 .heic, 2 without extension, 1 .crdownload, 1 .psd"],
    ]);
    expect((await discover([tree("a.mp4", ...company)])).problems).toEqual([]);
    const many = await discover([tree(...["a", "b", "c", "d", "e", "f", "g"].map((end) => `1.${end}`))]);
    expect(many.problems[0]?.detail).toBe("1 .a, 1 .b, 1 .c, 1 .d, 1 .e, 2 others");
  });

  it("passes over hidden files and folders", async () => {
    expect(await pathsIn(tree(".hidden.mp4", ".cache/a.mp4", "seen.mp4"))).toEqual(["seen.mp4"]);
  });

  it("takes names with spaces, quotes, newlines, emoji and a leading dash as they are", async () => {
    const names = ["-dash.mp4", "a b.mp4", 'it\'s "q".mp4', "new\nline.mp4", "emoji-🎬.mp4", "广告.mp4"];
    expect((await pathsIn(tree(...names))).sort()).toEqual(names.sort());
  });

  it("ends in a loop of symbolic links, and takes a file once however it is reached", async () => {
    const folder = tree("sub/a.mp4");
    symlinkSync(folder, join(folder, "sub", "loop"));
    symlinkSync(join(folder, "sub", "a.mp4"), join(folder, "z-link.mp4"));
    expect(await pathsIn(folder)).toEqual(["sub/a.mp4"]);
  });

  it.skipIf(process.platform !== "linux")("tells names in another encoding for what they are", async () => {
    const folder = tree("a.mp4");
    const gbk = Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0xcb, 0xd8, 0xb2, 0xc4])]);
    mkdirSync(gbk);
    writeFileSync(Buffer.concat([gbk, Buffer.from(".mp4")]), "in GBK");
    const { files, problems } = await discover([folder]);
    expect(files).toHaveLength(1);
    expect(problems.map(({ code }) => code)).toEqual(["NAME_NOT_UTF8", "NAME_NOT_UTF8"]);
  });

  it("tells a dangling link and goes on", async () => {
    const folder = tree("a.mp4");
    symlinkSync(join(folder, "gone.mp4"), join(folder, "dangling.mp4"));
    const { files, problems } = await discover([folder]);
    expect(files).toHaveLength(1);
    expect(problems.map(({ code, path }) => [code, path])).toEqual([["FILE_NOT_FOUND", "dangling.mp4"]]);
  });

  it("tells a link that leads nowhere only where it may be a creative's or a folder's", async () => {
    const folder = tree("a.mp4");
    for (const name of ["notes.txt", "b.MOV", "archive", "2026.10"])
      symlinkSync("/nowhere", join(folder, name));
    const { problems } = await discover([folder]);
    expect(problems.map(({ path }) => path)).toEqual(["2026.10", "archive", "b.MOV"]);
  });

  it("passes over what is gone when its turn comes", async () => {
    const folder = tree("sub/a.mp4", "y/b.mp4", "z.mp4");
    const { signal } = new AbortController();
    let walked = 0;
    // Asked at every folder: at the second, what the first one holds is listed already.
    signal.throwIfAborted = () => {
      if (++walked === 2) for (const gone of ["y", "z.mp4"]) rmSync(join(folder, gone), { recursive: true });
    };
    const { files, problems } = await discover([folder], signal);
    expect(files.map(({ path }) => path)).toEqual(["sub/a.mp4"]);
    expect(problems).toEqual([]);
  });

  it.skipIf(process.getuid?.() === 0)("tells a folder that may not be entered and goes on", async () => {
    const folder = tree("a.mp4", "closed/b.mp4");
    const linked = tree();
    symlinkSync(linked, join(folder, "set.old"));
    for (const closed of [join(folder, "closed"), linked]) chmodSync(closed, 0o000);
    const { files, problems } = await discover([folder]);
    for (const closed of [join(folder, "closed"), linked]) chmodSync(closed, 0o755);
    expect(files).toHaveLength(1);
    expect(problems.map(({ code, path }) => [code, path])).toEqual([
      ["FILE_UNREADABLE", "closed"],
      ["FILE_UNREADABLE", "set.old"],
    ]);
  });

  it("tells several folders apart by where they lie, whatever way they were given", async () => {
    const folder = tree("10/001.mp4", "11/001.mp4", "old/10/001.mp4", "11/closed.mp4");
    symlinkSync(join(folder, "gone.mp4"), join(folder, "11", "gone.mp4"));
    const roots = ["10", "11", "old/10/001.mp4"].map((name) => join(folder, name));
    const { files, problems } = await discover(roots);
    expect(files.map(creativeName)).toEqual(["10/001.mp4", "11/001.mp4", "11/closed.mp4", "old/10/001.mp4"]);
    expect(problems.map(({ path }) => path)).toEqual(["11/gone.mp4"]);
    const nested = await discover([join(folder, "11", "001.mp4"), folder]);
    expect(nested.files.map(creativeName).sort()).toEqual(files.map(creativeName));
    const { files: alone } = await discover([join(folder, "10")]);
    expect(alone.map(creativeName)).toEqual(["001.mp4"]);
  });

  it("takes a file given by name whatever it is called, and overlapping folders once", async () => {
    const folder = tree("a.mp4", "sub/b.mp4", "odd.bin");
    expect(await pathsIn(join(folder, "sub"), folder, join(folder, "odd.bin"))).toEqual([
      "b.mp4",
      "a.mp4",
      "odd.bin",
    ]);
  });

  it("refuses a folder that is not there", async () => {
    await expect(discover(["/nowhere/at/all"])).rejects.toMatchObject({ code: "FILE_NOT_FOUND" });
  });
});

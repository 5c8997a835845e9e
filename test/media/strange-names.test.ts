import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { lavfi, read, render, SHORT_CLIP, temporaryFolder } from "./rendered-media.js";

const folder = temporaryFolder();
const clip = render(join(folder, "clip.mp4"), ...SHORT_CLIP);

describe("a file with a strange name", () => {
  const names = [
    "two words.mp4",
    "-i.mp4",
    "--help",
    'it\'s "quoted".mp4',
    "line\nbreak.mp4",
    "%03d.mp4",
    "%d.png",
    "http:/example.mp4",
    "concat:a.mp4|b.mp4",
    "pipe:0",
    "{a,b}[1-2]*?.mp4",
    "back\\slash.mp4",
    "🎬 剪辑.mp4",
    "clip.mp4[page=2]",
    "no extension",
  ];
  it.each(names)("%j", async (name) => {
    const path = join(folder, "names", name);
    mkdirSync(join(path, ".."), { recursive: true });
    writeFileSync(path, readFileSync(clip));
    expect((await read(path)).frames).toHaveLength(8);
  });

  it("is found from the working folder, too", async () => {
    const path = join(folder, "-v");
    writeFileSync(path, readFileSync(clip));
    const before = process.cwd();
    process.chdir(folder);
    try {
      expect((await read("-v")).frames).toHaveLength(8);
    } finally {
      process.chdir(before);
    }
  });

  it("is an image", async () => {
    const bytes = readFileSync(
      render(join(folder, "plain.png"), ...lavfi("testsrc2", "size=64x64"), "-frames:v", "1"),
    );
    for (const name of ["-%d.png", "a[page=3].png", "two\nlines.png", "x.bmp"]) {
      writeFileSync(join(folder, "names", name), bytes);
      expect((await read(join(folder, "names", name))).facts).toMatchObject({ kind: "image", width: 64 });
    }
  });
});

import { chmodSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { locateFfmpeg } from "../../src/media/ffmpeg-binary.js";
import { read, render, SHORT_CLIP, temporaryFolder } from "./rendered-media.js";

const folder = temporaryFolder();
const clip = render(join(folder, "clip.mp4"), ...SHORT_CLIP);
const { SAMECUT_FFMPEG, PATH } = process.env;

afterEach(() => {
  for (const [name, value] of Object.entries({ SAMECUT_FFMPEG, PATH })) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
});

delete process.env.SAMECUT_FFMPEG;
const bundled = (await locateFfmpeg().catch(() => undefined))?.source === "ffmpeg-static";
if (SAMECUT_FFMPEG !== undefined) process.env.SAMECUT_FFMPEG = SAMECUT_FFMPEG;

function script(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\n${content}\n`);
  chmodSync(path, 0o755);
  return path;
}

describe("locateFfmpeg", () => {
  it("finds one that works and tells its version", async () => {
    const { version, path } = await locateFfmpeg();
    expect(version).toMatch(/^\S+$/);
    expect(path).toMatch(/ffmpeg/);
  });

  it("prefers SAMECUT_FFMPEG", async () => {
    process.env.SAMECUT_FFMPEG = script("mine", "echo 'ffmpeg version 7.1-mine Copyright'");
    expect(await locateFfmpeg()).toEqual({
      path: join(folder, "mine"),
      source: "SAMECUT_FFMPEG",
      version: "7.1-mine",
    });
  });

  it.each([
    ["is not there", () => join(folder, "nowhere")],
    ["fails", () => script("fails", "exit 3")],
    ["is something else", () => script("other", "echo I am tar")],
  ])("does not pass over a SAMECUT_FFMPEG that %s", async (_what, make) => {
    process.env.SAMECUT_FFMPEG = make();
    await expect(locateFfmpeg()).rejects.toMatchObject({
      code: "FFMPEG_MISSING",
      message: expect.stringContaining("SAMECUT_FFMPEG"),
    });
  });

  it.skipIf(bundled)(
    "names three remedies when there is none, and finds it once it is installed",
    async () => {
      delete process.env.SAMECUT_FFMPEG;
      process.env.PATH = folder;
      const error = await read(clip).catch((reason: unknown) => reason);
      expect(error).toMatchObject({ code: "FFMPEG_MISSING" });
      expect((error as { remedy: string }).remedy).toMatch(
        /apt-get install ffmpeg.*ffmpeg-static.*SAMECUT_FFMPEG/,
      );
      script("ffmpeg", "echo 'ffmpeg version 6.0-fresh'");
      expect(await locateFfmpeg()).toMatchObject({ path: "ffmpeg", source: "PATH", version: "6.0-fresh" });
    },
  );
});

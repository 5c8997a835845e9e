import { execFileSync } from "node:child_process";
import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { findSandbox, setSandbox } from "../../src/index.js";
import { lavfi, render, temporaryFolder } from "../media/rendered-media.js";
import { renderVideo } from "../scan/small-videos.js";
import { serveFolder } from "./serve-folder.js";

const folder = temporaryFolder();
const clip = readFileSync(renderVideo(folder, "pattern.mp4", "pattern"));
const picture = readFileSync(
  render(join(folder, "picture.png"), ...lavfi("testsrc2", "size=96x96"), "-frames:v", "1"),
);
const before = { ...process.env };
const { wall } = await findSandbox({ mode: "auto", memoryLimitBytes: 4 * 1024 ** 3 });

afterEach(() => {
  setSandbox({ mode: "off" });
  for (const name of ["SAMECUT_FFMPEG", "PATH"]) {
    if (before[name] === undefined) delete process.env[name];
    else process.env[name] = before[name];
  }
});

/** Says what it sees in the words of a decoder. */
function prying(): void {
  const path = join(folder, "prying");
  const script = `case "$*" in *-version*) echo "ffmpeg version 9.9-pretended"; exit 0;; esac
    [ -e /etc/passwd ] && seen=all || seen=little; echo "[error] it sees $seen" >&2; exit 1`;
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  process.env.SAMECUT_FFMPEG = path;
}

describe("the service", () => {
  it.skipIf(wall !== "bubblewrap")("shuts decoders in unless it is told not to", async () => {
    prying();
    for (const [settings, seen] of [
      [{}, "little"],
      [{ sandbox: "off" }, "all"],
    ] as const) {
      await using service = await serveFolder(() => settings);
      const { status, body } = await service.ask("POST", "/v1/check", { body: clip });
      expect(status).toBe(422);
      expect(body.error.message).toContain(`it sees ${seen}`);
    }
  });

  it.skipIf(wall !== "bubblewrap")("opens images in a sandbox of their own, and says so", async () => {
    await using service = await serveFolder(() => ({ sandbox: "require" }));
    expect(service.log.join("")).toMatch(/"imageSandbox":\{"wall":"bubblewrap","memoryLimitBytes":\d+\}/);
    const { status } = await service.ask("POST", "/v1/check", { body: picture });
    const children = execFileSync("ps", ["-o", "args=", "--ppid", String(process.pid)], { encoding: "utf8" });
    expect({ status, children }).toEqual({
      status: 200,
      children: expect.stringMatching(/^bwrap .*image-child/m),
    });
  });

  it("does not start where a sandbox is required and there is none, and says what else is missing", async () => {
    process.env.SAMECUT_FFMPEG = execFileSync("which", ["ffmpeg"], { encoding: "utf8" }).trim();
    process.env.PATH = folder;
    await expect(serveFolder(() => ({ sandbox: "require" }))).rejects.toMatchObject({
      code: "SANDBOX_UNAVAILABLE",
    });
    await using service = await serveFolder();
    expect(service.log.join("")).toContain('"wall":"none"');
    expect((await service.ask("POST", "/v1/check", { body: clip })).status).toBe(200);
  });
});

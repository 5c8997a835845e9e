import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const SETUP = join(import.meta.dirname, "../../.config/setup.mjs");

/** A folder that is all of PATH: only what a test puts there is found. */
let programs: string;

beforeEach(async () => {
  programs = await mkdtemp(join(tmpdir(), "samecut-setup-"));
});
afterEach(() => rm(programs, { recursive: true }));

async function provide(name: string, script: string): Promise<string> {
  const path = join(programs, name);
  await writeFile(path, `#!/bin/sh\n${script}\n`);
  await chmod(path, 0o755);
  return path;
}

/** Stands in for Debian's apt-get: notes how it was called, and "installs" an ffmpeg that tells its version. */
async function provideAptGet(): Promise<string> {
  const log = join(programs, "apt-get.log");
  const ffmpeg = join(programs, "ffmpeg");
  await provide(
    "apt-get",
    `echo "$@" >> '${log}'
case "$*" in *install*) printf '#!/bin/sh\\necho ffmpeg version 5.1\\n' > '${ffmpeg}'; /bin/chmod +x '${ffmpeg}' ;; esac`,
  );
  await provide("sudo", `shift; exec /usr/bin/env "$@"`);
  return log;
}

function runSetup(settings: Record<string, string>): Promise<{ status: number; said: string }> {
  const env = { HOME: programs, PATH: programs, ...settings };
  return new Promise((settle) => {
    execFile(process.execPath, [SETUP], { env }, (error, _stdout, stderr) => {
      settle({ status: error ? Number(error.code) : 0, said: stderr });
    });
  });
}

/** With the optional binary in place nothing is ever missing, and the set-up rightly stops there. */
function bundledFfmpegIsThere(): boolean {
  try {
    return existsSync(createRequire(import.meta.url)("ffmpeg-static"));
  } catch {
    return false;
  }
}

describe.skipIf(process.platform === "win32")("the set-up, with dependencies in place", () => {
  it("is done at once where SAMECUT_FFMPEG starts, and names its source", async () => {
    const own = await provide("own-ffmpeg", "echo ffmpeg version 7.1");
    expect(await runSetup({ SAMECUT_FFMPEG: own })).toEqual({
      status: 0,
      said: expect.stringContaining(`SAMECUT_FFMPEG (${own})`),
    });
  });

  it("stops where SAMECUT_FFMPEG is something else, and says which file", async () => {
    const other = await provide("other", "echo not what you think");
    expect(await runSetup({ SAMECUT_FFMPEG: other })).toEqual({
      status: 1,
      said: expect.stringContaining(other),
    });
  });

  describe.skipIf(bundledFfmpegIsThere())("and no ffmpeg", () => {
    it("installs Debian's, after refreshing the package list", async () => {
      const log = await provideAptGet();
      const { status, said } = await runSetup({});
      expect(said).toContain(`PATH (${join(programs, "ffmpeg")})`);
      expect(status).toBe(0);
      expect(await readFile(log, "utf8")).toMatch(/update[\s\S]*install .*ffmpeg/);
    });

    it("leaves the system alone with SAMECUT_NO_APT=1, and says what to do", async () => {
      const log = await provideAptGet();
      const { status, said } = await runSetup({ SAMECUT_NO_APT: "1" });
      expect(status).toBe(1);
      expect(said).toContain("Missing: ffmpeg");
      expect(said).toContain("SAMECUT_FFMPEG");
      expect(existsSync(log)).toBe(false);
    });

    it("fails with apt-get's own words where the installation fails", async () => {
      await provide("apt-get", 'echo "E: no network" >&2; exit 100');
      await provide("sudo", `shift; exec /usr/bin/env "$@"`);
      const { status, said } = await runSetup({});
      expect(status).toBe(1);
      expect(said).toContain("E: no network");
    });
  });
});

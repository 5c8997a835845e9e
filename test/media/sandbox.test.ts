import { execFile, execFileSync } from "node:child_process";
import { chmodSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, describe, expect, it } from "vitest";
import { fingerprintCreative } from "../../src/intake/fingerprint-creative.js";
import { findSandbox } from "../../src/media/sandbox/find-sandbox.js";
import { type Sandbox, sandboxedCommand } from "../../src/media/sandbox/sandbox.js";
import { DEFAULT_DECODER_BYTES, setSandbox } from "../../src/media/sandbox/sandbox-settings.js";
import { WALLS, type Wall } from "../../src/media/sandbox/walls.js";
import { read, render, SHORT_CLIP, TEST_PLAN, temporaryFolder } from "./rendered-media.js";

const folder = temporaryFolder();
const clip = render(join(folder, "clip.mp4"), ...SHORT_CLIP);
const memoryLimitBytes = DEFAULT_DECODER_BYTES;
const before = { ...process.env };

/** An ffmpeg that answers for its version and then does what `script` says. */
function pretend(name: string, script: string): string {
  const path = join(folder, name);
  writeFileSync(
    path,
    `#!/bin/bash\ncase "$*" in *-version*) echo "ffmpeg version 9.9-pretended"; exit 0;; esac\n${script}\n`,
  );
  chmodSync(path, 0o755);
  return path;
}

/** Found by asking the machine itself, not the code that is tested. */
function works(...command: [string, ...string[]]): boolean {
  try {
    execFileSync(command[0], [...command.slice(1), "true"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
const offered: Readonly<Record<Wall, boolean>> = {
  bubblewrap: works("bwrap", "--unshare-net", "--unshare-pid", "--ro-bind", "/", "/"),
  unshare: works("unshare", "--net") || works("unshare", "--map-root-user", "--net"),
  none: true,
};

afterEach(() => {
  setSandbox({ mode: "off", memoryLimitBytes });
  for (const name of ["SAMECUT_FFMPEG", "SAMECUT_SANDBOX", "PATH"]) {
    if (before[name] === undefined) delete process.env[name];
    else process.env[name] = before[name];
  }
});

describe("the sandbox of a machine", () => {
  it("is the strongest that it offers, and none where none is asked for", async () => {
    const strongest = WALLS.find((wall) => offered[wall]);
    expect(await findSandbox({ mode: "auto", memoryLimitBytes })).toEqual({
      wall: strongest,
      memoryLimitBytes,
    });
    expect(await findSandbox({ mode: "off", memoryLimitBytes })).toEqual({ wall: "none" });
    expect(await findSandbox()).toEqual({ wall: "none" });
  });

  it("is weaker where a program is missing, which is no error unless all of it is required", async () => {
    process.env.SAMECUT_FFMPEG = execFileSync("which", ["ffmpeg"], { encoding: "utf8" }).trim();
    process.env.PATH = folder;
    expect(await findSandbox({ mode: "auto", memoryLimitBytes })).toEqual({ wall: "none", memoryLimitBytes });
    process.env.SAMECUT_SANDBOX = "require";
    await expect(read(clip)).rejects.toMatchObject({ code: "SANDBOX_UNAVAILABLE" });
    process.env.SAMECUT_SANDBOX = "of";
    await expect(read(clip)).rejects.toMatchObject({ code: "SETTING_INVALID" });
  });
});

/** What a program in a sandbox can do, by trying. */
async function deedsIn(sandbox: Sandbox): Promise<string[]> {
  await using server = createServer((socket) => socket.on("error", () => undefined).end("hello"));
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  const [readable, other, written] = ["readable", "other", "written"].map((name) => join(folder, name));
  writeFileSync(readable as string, "the file");
  writeFileSync(other as string, "another file");
  const program = pretend(
    "curious",
    `[ "$(<'${readable}')" = "the file" ] && echo reads-the-file
    [ -e '${other}' ] && echo sees-other-files
    [ -e /etc/passwd ] && echo sees-etc
    (echo x > '${written}') && echo writes
    (: > /dev/tcp/127.0.0.1/${port}) && echo reaches-the-network
    [ -n "$SECRET" ] && echo knows-variables
    kill -0 ${process.pid} && echo reaches-processes
    [ "$(ulimit -v)" = unlimited ] && echo has-all-memory
    true`,
  );
  process.env.SECRET = "secret";
  const [start, ...words] = sandboxedCommand(sandbox, program, [readable as string]);
  const { stdout } = await promisify(execFile)(start, words);
  return stdout.split("\n").filter(Boolean);
}

describe("a program", () => {
  it("can do all of it without a sandbox", async () => {
    expect(await deedsIn({ wall: "none" })).toHaveLength(8);
  });

  it.skipIf(!offered.bubblewrap)("can read its file in bubblewrap, and nothing else", async () => {
    expect(await deedsIn({ wall: "bubblewrap", memoryLimitBytes })).toEqual(["reads-the-file"]);
  });

  it.skipIf(!offered.unshare)("does not reach the network behind unshare, nor writes", async () => {
    const deeds = await deedsIn({ wall: "unshare", memoryLimitBytes });
    expect(deeds).toContain("reads-the-file");
    for (const forbidden of ["reaches-the-network", "writes", "has-all-memory"])
      expect(deeds).not.toContain(forbidden);
  });
});

describe.skipIf(!offered.bubblewrap)("a decoder in bubblewrap", () => {
  it("gives the same fingerprint", async () => {
    const plain = await fingerprintCreative(clip);
    setSandbox({ mode: "require" });
    expect(await fingerprintCreative(clip)).toEqual(plain);
  });

  it("has no more memory than it is given, which costs the file only", async () => {
    process.env.SAMECUT_FFMPEG = pretend(
      "greedy",
      `(printf -v room '%60000000s' x) && echo '[error] it has room' >&2 || echo '[error] it has none' >&2; exit 1`,
    );
    setSandbox({ mode: "require", memoryLimitBytes: 48 * 1024 ** 2 });
    await expect(read(clip)).rejects.toMatchObject({ detail: "ffmpeg: it has none" });
    setSandbox({ memoryLimitBytes });
    await expect(read(clip)).rejects.toMatchObject({ detail: "ffmpeg: it has room" });
  });

  it("that crashes is told from one that ends by itself", async () => {
    setSandbox({ mode: "require" });
    process.env.SAMECUT_FFMPEG = pretend("crasher", "kill -SEGV $$");
    await expect(read(clip)).rejects.toMatchObject({
      code: "DECODER_CRASHED",
      message: expect.stringContaining("SIGSEGV"),
    });
    process.env.SAMECUT_FFMPEG = pretend("failing", "echo '[error] moov atom not found' >&2; exit 1");
    await expect(read(clip)).rejects.toMatchObject({ code: "MEDIA_DAMAGED" });
  });

  it("is ended at its time limit, with all it started", async () => {
    setSandbox({ mode: "require" });
    process.env.SAMECUT_FFMPEG = pretend("deaf", "trap '' TERM; while :; do sleep 0.1; done");
    const started = performance.now();
    await expect(read(clip, TEST_PLAN, { timeLimitSeconds: 0.5 })).rejects.toMatchObject({
      code: "DECODER_TIMED_OUT",
    });
    expect(performance.now() - started).toBeLessThan(5_000);
    await expect.poll(() => execFileSync("ps", ["-eo", "args"], { encoding: "utf8" })).not.toContain("/deaf");
  });
});

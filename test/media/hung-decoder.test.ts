import { execFileSync, spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import { pretendFfmpeg } from "./pretended-ffmpeg.js";
import { read, render, SHORT_CLIP, TEST_PLAN, temporaryFolder } from "./rendered-media.js";

const folder = temporaryFolder();
const clip = render(join(folder, "clip.mp4"), ...SHORT_CLIP);
const pidFile = join(folder, "pid");

/** An ffmpeg that does what `script` says; its process id goes to `pidFile`. */
function pretend(name: string, script: string): void {
  pretendFfmpeg(join(folder, name), `echo $$ > '${pidFile}'\n${script}`);
}

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !readFileSync(`/proc/${pid}/stat`, "utf8").includes(") Z ");
  } catch {
    return false;
  }
}

async function childPid(): Promise<number> {
  for (let wait = 0; wait < 100 && !existsSync(pidFile); wait++) await delay(50);
  await delay(50);
  return Number(readFileSync(pidFile, "utf8"));
}

afterEach(() => {
  execFileSync("rm", ["-f", pidFile]);
});

describe("a decoder that does not end", () => {
  it("is ended at its time limit", async () => {
    pretend("sleeper", "exec sleep 1000");
    await expect(read(clip, TEST_PLAN, { timeLimitSeconds: 0.5 })).rejects.toMatchObject({
      code: "DECODER_TIMED_OUT",
    });
    expect(lives(await childPid())).toBe(false);
  });

  it("is ended when it falls silent", async () => {
    pretend("silent", "echo '[info] a word' >&2; exec sleep 1000");
    const reading = read(clip, TEST_PLAN, { stallLimitSeconds: 0.5 });
    await expect(reading).rejects.toMatchObject({
      code: "DECODER_TIMED_OUT",
      message: expect.stringContaining("nothing came"),
    });
    expect(lives(await childPid())).toBe(false);
  });

  it("is killed when it does not listen", async () => {
    pretend("deaf", "trap '' TERM\nwhile :; do sleep 0.1; done");
    const started = performance.now();
    await expect(read(clip, TEST_PLAN, { timeLimitSeconds: 0.5 })).rejects.toMatchObject({
      code: "DECODER_TIMED_OUT",
    });
    expect(performance.now() - started).toBeLessThan(5000);
    await delay(200);
    expect(lives(await childPid())).toBe(false);
  });

  it("is a wrapper that leaves a child behind", async () => {
    pretend("wrapper", "sleep 5");
    const started = performance.now();
    await expect(read(clip, TEST_PLAN, { timeLimitSeconds: 0.5 })).rejects.toMatchObject({
      code: "DECODER_TIMED_OUT",
    });
    expect(performance.now() - started).toBeLessThan(4000);
  });

  it("is ended when the caller aborts", async () => {
    pretend("sleeper", "exec sleep 1000");
    const abort = new AbortController();
    const reading = read(clip, TEST_PLAN, { signal: abort.signal });
    const pid = await childPid();
    expect(lives(pid)).toBe(true);
    const reason = new Error("changed my mind");
    abort.abort(reason);
    await expect(reading).rejects.toBe(reason);
    expect(lives(pid)).toBe(false);
  });

  it("floods the log", async () => {
    pretend("flood", "while :; do echo '[error] no, no, no'; done >&2");
    await expect(read(clip, TEST_PLAN, { timeLimitSeconds: 0.7 })).rejects.toMatchObject({
      code: "DECODER_TIMED_OUT",
    });
  });

  it("sends frames without end", async () => {
    pretend("endless", `printf 'YUV4MPEG2 W4 H2 C420\\n'; while :; do printf 'FRAME\\n123456789012'; done`);
    const reading = read(clip, { ...TEST_PLAN, maxSeconds: 5 }, { timeLimitSeconds: 20 });
    await expect(reading).rejects.toHaveProperty("code");
    expect(lives(await childPid())).toBe(false);
  });

  it("dies with the process that started it", async () => {
    pretend("sleeper", "exec sleep 1000");
    const source = new URL("../../src/media/read-media.ts", import.meta.url).href;
    const script = `
      const { readMedia } = await import(${JSON.stringify(source)});
      readMedia(${JSON.stringify(clip)}, ${JSON.stringify(TEST_PLAN)}, () => {}).catch(() => {});
      setTimeout(() => process.exit(0), 1500);`;
    const parent = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], {
      stdio: "inherit",
    });
    await new Promise((exited) => parent.on("exit", exited));
    const pid = await childPid();
    for (let wait = 0; wait < 20 && lives(pid); wait++) await delay(50);
    expect(lives(pid)).toBe(false);
  });
});

describe("a decoder that crashes", () => {
  it("by a signal", async () => {
    pretend("crasher", "kill -SEGV $$");
    await expect(read(clip)).rejects.toMatchObject({
      code: "DECODER_CRASHED",
      message: expect.stringContaining("SIGSEGV"),
    });
  });

  it("after it gave some frames", async () => {
    pretend("half", `printf 'YUV4MPEG2 W16 H16 C420\\nFRAME\\n'; head -c 384 /dev/zero; kill -SEGV $$`);
    await expect(read(clip)).rejects.toMatchObject({ code: "DECODER_CRASHED" });
  });

  it("and writes rubbish", async () => {
    pretend("rubbish", "echo this is no video");
    await expect(read(clip)).rejects.toHaveProperty("code", "DECODER_CRASHED");
  });

  it("was interrupted together with this process, which is not the file's fault", async () => {
    pretend("interrupted", "echo '[info] Exiting normally, received signal 2.' >&2; exit 255");
    const abort = new AbortController();
    const reason = new Error("Ctrl-C");
    const reading = read(clip, TEST_PLAN, { signal: abort.signal });
    void childPid().then(() => abort.abort(reason));
    await expect(reading).rejects.toBe(reason);
  });
});

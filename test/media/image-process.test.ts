import { execFile, execFileSync, spawnSync } from "node:child_process";
import { statSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import sharp from "sharp";
import { afterEach, describe, expect, it } from "vitest";
import { sendBytes } from "../../src/media/image-bytes.js";
import { imageProgram } from "../../src/media/image-program.js";
import { readMedia } from "../../src/media/read-media.js";
import { findImageSandbox } from "../../src/media/sandbox/find-image-sandbox.js";
import { findSandbox } from "../../src/media/sandbox/find-sandbox.js";
import { sandboxedCommand } from "../../src/media/sandbox/sandbox.js";
import { DEFAULT_DECODER_BYTES, setSandbox } from "../../src/media/sandbox/sandbox-settings.js";
import { count, scanOnce } from "../scan/scan-once.js";
import { lavfi, read, render, TEST_PLAN, temporaryFolder } from "./rendered-media.js";

const folder = temporaryFolder();

function picture(name: string, seed: number): string {
  return render(
    join(folder, name),
    ...lavfi("mandelbrot", `size=96x96:start_x=-0.${seed}`),
    "-frames:v",
    "1",
  );
}

/** Processes that a process has started: their ids, and the words they were started with. */
function childrenOf(pid: number): { readonly pid: number; readonly command: string }[] {
  const options = ["-o", "pid=,args=", "--ppid", String(pid)];
  const { stdout } = spawnSync("ps", options, { encoding: "utf8" });
  return [...stdout.matchAll(/^ *(\d+) (.*)$/gm)].map(([, id, command]) => ({
    pid: Number(id),
    command: command as string,
  }));
}

/** The image processes of this process, or what stands around them. */
function imageProcesses(pattern = /image-child/): number[] {
  const started = childrenOf(process.pid).filter(({ command }) => command.includes("image-child"));
  return started.filter(({ command }) => pattern.test(command)).map(({ pid }) => pid);
}

/** The process that a wall stands around. */
function behindWall(pid: number): number {
  const [child] = childrenOf(pid);
  if (child === undefined) throw new Error(`nothing is behind ${pid}`);
  return child.command.startsWith("bwrap ") ? behindWall(child.pid) : child.pid;
}

async function signalFirst(signal: NodeJS.Signals): Promise<void> {
  for (;;) {
    const [first] = imageProcesses();
    if (first !== undefined) return void process.kill(first, signal);
    await sleep(5);
  }
}

const strongest = { mode: "auto", memoryLimitBytes: DEFAULT_DECODER_BYTES } as const;
const { wall } = await findSandbox(strongest);

afterEach(() => {
  setSandbox({ mode: "off" });
  for (const pid of imageProcesses()) process.kill(pid, "SIGKILL");
});

describe("a picture on which the decoder dies", () => {
  it("is told with its path, and the next one is read", async () => {
    const path = picture("a.png", 1);
    const reading = read(path);
    await signalFirst("SIGSEGV");
    await expect(reading).rejects.toMatchObject({ code: "DECODER_CRASHED", path, detail: /SIGSEGV/ });
    expect((await read(path)).frames).toHaveLength(1);
  });

  it("costs itself in a scan and nothing else, and is tried again by the next", async () => {
    const ads = join(folder, "ads");
    execFileSync("mkdir", ["-p", ads]);
    for (const seed of [3, 5, 7]) picture(`ads/${seed}.png`, seed);
    process.env.SAMECUT_DATA_DIR = join(folder, "data");
    const options = { cacheFolder: join(folder, "cache"), jobs: 1 };
    const scanning = scanOnce(ads, options);
    await signalFirst("SIGKILL");
    const { report } = await scanning;
    const codes = report.creatives.map((each) => (each.status === "failed" ? each.error.code : "ok")).sort();
    expect(codes).toEqual(["DECODER_CRASHED", "ok", "ok"]);
    const next = await scanOnce(ads, options);
    expect(next.report.summary.failed).toBe(0);
    expect(count(next.events, "fingerprinted")).toBe(1);
  });

  it("does not hang for ever", async () => {
    const path = picture("b.png", 9);
    const reading = readMedia(path, TEST_PLAN, () => undefined, { stallLimitSeconds: 1.5 });
    await signalFirst("SIGSTOP");
    await expect(reading).rejects.toMatchObject({ code: "DECODER_TIMED_OUT", path });
  });

  it("may not take longer than it is given, however much is told meanwhile", async () => {
    const pages = ["#000", "#888", "#fff"].map((background) =>
      sharp({ create: { width: 2000, height: 2000, channels: 3, background } })
        .png()
        .toBuffer(),
    );
    const path = join(folder, "long.webp");
    await sharp(await Promise.all(pages.concat(pages, pages, pages)), { join: { animated: true } })
      .webp({ effort: 0, delay: Array.from({ length: 12 }, () => 250) })
      .toFile(path);
    // The time is for the animation, not for starting a process.
    await read(picture("g.png", 19));
    let frames = 0;
    const onFrame = () => {
      // Stopped in the middle, by us: by then it has told some of it.
      if (frames++ === 0) for (const pid of imageProcesses()) process.kill(pid, "SIGSTOP");
    };
    const reading = readMedia(path, TEST_PLAN, onFrame, { timeLimitSeconds: 3 });
    await expect(reading).rejects.toMatchObject({
      code: "DECODER_TIMED_OUT",
      detail: "not done after 3 s",
      path,
    });
    expect(frames).toBeGreaterThan(0);
  });
});

describe("an image process", () => {
  it("is used again, and ends with the signal", async () => {
    const path = picture("c.png", 11);
    await read(path);
    const [first] = imageProcesses();
    for (let i = 0; i < 20; i++) await read(path);
    expect(imageProcesses()).toEqual([first]);
    const reason = new Error("enough");
    const abort = new AbortController();
    const reading = readMedia(path, TEST_PLAN, () => undefined, { signal: abort.signal });
    abort.abort(reason);
    await expect(reading).rejects.toBe(reason);
  });

  it("is handed a picture that is larger than what is handed over at a time", async () => {
    const path = render(
      join(folder, "large.tiff"),
      ...lavfi("testsrc2", "size=2000x1500"),
      ...["-frames:v", "1", "-compression_algo", "raw"],
    );
    expect(statSync(path).size).toBeGreaterThan(4_000_000);
    expect((await read(path)).frames).toHaveLength(1);
  });

  it("waits for no byte of a file that was cut short meanwhile", async () => {
    const sending = sendBytes(
      picture("f.png", 17),
      1e6,
      new PassThrough().resume(),
      new AbortController().signal,
    );
    await expect(sending).rejects.toMatchObject({ code: "FILE_CHANGED" });
  });
});

/** What our image program could do in the sandbox that is found for it, by having its Node try. */
async function deedsOfImageProgram(): Promise<string[]> {
  await using server = createServer((socket) => socket.on("error", () => undefined).end());
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  const [other, written] = [join(folder, "other"), join(folder, "written")];
  writeFileSync(other, "another file");
  const { program, readablePaths } = imageProgram();
  const [start, ...words] = sandboxedCommand(await findImageSandbox(), program, readablePaths);
  const script = `
    const { existsSync, writeFileSync } = require("node:fs");
    const did = (name, deed) => { try { if (deed()) console.log(name); } catch {} };
    did("has-its-code", () => ${JSON.stringify(readablePaths)}.every((path) => existsSync(path)));
    did("sees-other-files", () => existsSync(${JSON.stringify(other)}) || existsSync("/etc/passwd"));
    did("writes", () => (writeFileSync(${JSON.stringify(written)}, "x"), true));
    did("knows-variables", () => process.env.SECRET);
    did("reaches-processes", () => process.kill(${process.pid}, 0));
    const socket = require("node:net").connect(${port}, "127.0.0.1");
    socket.on("connect", () => { console.log("reaches-the-network"); socket.destroy(); });
    socket.on("error", () => undefined);`;
  process.env.SECRET = "secret";
  const { stdout } = await promisify(execFile)(start, [...words, "-e", script]);
  return stdout.split("\n").filter(Boolean);
}

describe("images in a sandbox", () => {
  it("could do all of it without one", async () => {
    expect(await deedsOfImageProgram()).toHaveLength(6);
  });

  it.skipIf(wall !== "bubblewrap")("are opened where nothing can be reached but our code", async () => {
    setSandbox({ mode: "require" });
    expect(await deedsOfImageProgram()).toEqual(["has-its-code"]);
  });

  it.skipIf(wall !== "bubblewrap")(
    "are read as they are without, by a process that is used again",
    async () => {
      const path = picture("d.png", 13);
      const plain = await read(path);
      setSandbox({ mode: "require" });
      expect(await read(path)).toEqual(plain);
      const inside = imageProcesses(/^bwrap /);
      expect(inside).toHaveLength(1);
      expect(await read(path)).toEqual(plain);
      expect(imageProcesses(/^bwrap /)).toEqual(inside);
    },
  );

  it.skipIf(wall !== "bubblewrap")("cost themselves only when the decoder dies", async () => {
    setSandbox({ mode: "require" });
    const path = picture("e.png", 15);
    await read(path);
    const [outside] = imageProcesses(/^bwrap /);
    const inside = behindWall(outside as number);
    process.kill(inside, "SIGSTOP");
    const reading = read(path);
    // Until it is asked.
    await sleep(1000);
    for (const signal of ["SIGSEGV", "SIGCONT"]) process.kill(inside, signal);
    await expect(reading).rejects.toMatchObject({ code: "DECODER_CRASHED", path, detail: /SIGSEGV/ });
    expect((await read(path)).frames).toHaveLength(1);
  });
});

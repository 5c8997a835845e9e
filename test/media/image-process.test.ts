import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import { readMedia } from "../../src/media/read-media.js";
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

/** The image processes of this process. */
function imageProcesses(): number[] {
  const children = execFileSync("ps", ["-o", "pid=,args=", "--ppid", String(process.pid)], {
    encoding: "utf8",
  });
  return children
    .split("\n")
    .filter((line) => line.includes("image-child"))
    .map((line) => Number.parseInt(line, 10));
}

async function signalFirst(signal: NodeJS.Signals): Promise<void> {
  for (;;) {
    const [first] = imageProcesses();
    if (first !== undefined) return void process.kill(first, signal);
    await sleep(5);
  }
}

afterEach(() => {
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
});

describe("an image process", () => {
  it("is used again, and ends with the signal", async () => {
    const path = picture("c.png", 11);
    await read(path);
    const [first] = imageProcesses();
    await read(path);
    expect(imageProcesses()).toEqual([first]);
    const reason = new Error("enough");
    const abort = new AbortController();
    const reading = readMedia(path, TEST_PLAN, () => undefined, { signal: abort.signal });
    abort.abort(reason);
    await expect(reading).rejects.toBe(reason);
  });
});

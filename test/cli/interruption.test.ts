import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { temporaryFolder } from "../media/rendered-media.js";
import { count, scanOnce, timeless } from "../scan/scan-once.js";
import { renderVideo } from "../scan/small-videos.js";
import { startCli } from "./run-cli.js";

const home = temporaryFolder();
const folder = join(home, "ads");

/** Starting the command line alone takes this long or more; kills come from there on. Milliseconds. */
const START_MILLISECONDS = 300;
const KILLS = 10;

beforeAll(() => {
  for (const source of ["pattern", "fractal", "life"] as const) {
    renderVideo(folder, `${source}.mp4`, source);
    renderVideo(folder, `${source}-mirrored.mp4`, source, "-vf", "hflip");
  }
});

/** Waits until a scan has kept something, which is when an interruption has something to keep. */
async function untilBegun(cache: string): Promise<void> {
  for (let waited = 0; waited < 20_000 && !existsSync(join(cache, "content.sqlite")); waited += 20)
    await sleep(20);
}

describe("an interrupted scan", () => {
  it("ends within a second of Ctrl-C with status 130, says that it goes on, and goes on", async () => {
    const base = join(home, "ctrl-c");
    const run = startCli(base, "scan", folder, "--jobs", "1");
    await untilBegun(join(base, "cache"));
    await sleep(300);
    const sentAt = performance.now();
    run.child.kill("SIGINT");
    const { status, stderr } = await run.outcome;
    expect(status).toBe(130);
    // A second is the promise; the machine may be busy with other tests.
    expect(performance.now() - sentAt).toBeLessThan(2000);
    expect(stderr).toContain("the next run continues");
    expect(execFileSync("ps", ["-eo", "args"], { encoding: "utf8" })).not.toContain(`file:${folder}`);
    process.env.SAMECUT_DATA_DIR = join(base, "data");
    const { events } = await scanOnce(folder, { cacheFolder: join(base, "cache") });
    expect(count(events, "fingerprinted") + count(events, "cached")).toBe(6);
  });

  it("gives the report of an undisturbed one after any SIGKILL", async () => {
    process.env.SAMECUT_DATA_DIR = join(home, "data");
    const undisturbed = await scanOnce(folder, { cacheFolder: join(home, "undisturbed") });
    const wholeMilliseconds = undisturbed.report.summary.elapsedSeconds * 1000;
    let random = 12345;
    for (let kill = 0; kill < KILLS; kill++) {
      // Every other time from nothing, so that reading is met as well as comparing.
      const base = join(home, `killed-${kill >> 1}`);
      random = (random * 1103515245 + 12345) % 2 ** 31;
      const run = startCli(base, "scan", folder);
      await sleep(START_MILLISECONDS + (random / 2 ** 31) * wholeMilliseconds);
      run.child.kill("SIGKILL");
      await run.outcome;
      const { report } = await scanOnce(folder, { cacheFolder: join(base, "cache") });
      expect(timeless(report)).toEqual(timeless(undisturbed.report));
    }
  });
});

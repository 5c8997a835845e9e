import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { openLibrary } from "../../src/index.js";
import { temporaryFolder } from "../media/rendered-media.js";
import { BROWSER_PATH, inBrowser, useBrowser } from "../report/html/browser.js";
import { renderVideo } from "../scan/small-videos.js";
import { type CliRun, runCli, startCli } from "./run-cli.js";

const home = temporaryFolder();
const ads = join(home, "ads");
const library = join(home, "library");
/** What `--open` starts in place of a browser writes the address here. */
const opened = join(home, "opened");
const browserBefore = process.env.BROWSER;
const SOON = { timeout: 30_000 };

/** Starts `samecut review` on the library; it ends with the test. */
function review(...options: string[]): CliRun {
  const run = startCli(home, "review", library, "--root", ads, "--port", "0", ...options);
  onTestFinished(() => {
    run.child.kill("SIGKILL");
  });
  return run;
}

async function addressIn({ child }: CliRun): Promise<string> {
  let said = "";
  child.stderr?.on("data", (text: string) => {
    said += text;
  });
  const address = () => /http:\/\/127\.0\.0\.1:\d+\/review/.exec(said)?.[0];
  await expect.poll(address, SOON).toBeDefined();
  return address() as string;
}

describe("samecut review", () => {
  beforeAll(async () => {
    renderVideo(ads, "ad.mp4", "pattern");
    renderVideo(ads, "mirrored.mp4", "pattern", "-vf", "hflip");
    await using opening = await openLibrary(library);
    for (const name of ["ad.mp4", "mirrored.mp4"])
      await opening.add(join(ads, name), { id: name, path: name });
    const standIn = join(home, "browser");
    writeFileSync(standIn, `#!/bin/sh\nprintf %s "$1" > '${opened}'\n`);
    chmodSync(standIn, 0o755);
    process.env.BROWSER = standIn;
  });
  afterAll(() => {
    if (browserBefore === undefined) delete process.env.BROWSER;
    else process.env.BROWSER = browserBefore;
  });

  it("serves its page to this machine and ends with status 0 when told to stop", async () => {
    const run = review();
    const address = await addressIn(run);
    expect((await fetch(address)).status).toBe(200);
    // Another web page that is open in the browser may not ask in the user's name.
    const foreign = { headers: { origin: "https://example.com" } };
    expect((await fetch(address.replace(/\/review$/, "/v1/review"), foreign)).status).toBe(403);
    run.child.kill("SIGINT");
    const { status, stdout } = await run.outcome;
    expect({ status, stdout }).toEqual({ status: 0, stdout: "" });
    expect(existsSync(opened)).toBe(false);
  });

  it("opens its page where the user browses", async () => {
    const address = await addressIn(review("--open"));
    await expect.poll(() => existsSync(opened) && readFileSync(opened, "utf8"), SOON).toBe(address);
  });

  it("wants a library that is there", async () => {
    const { status, stderr } = await runCli(
      home,
      "review",
      "--library",
      join(home, "misspelt"),
      "--port",
      "0",
    );
    expect(status).toBe(2);
    expect(stderr).toContain("LIBRARY_NOT_FOUND");
    expect(existsSync(join(home, "misspelt"))).toBe(false);
  });

  describe.skipIf(BROWSER_PATH === undefined)(inBrowser("its page"), () => {
    const { open } = useBrowser();

    it("shows the library with the pictures of its files, without a token", async () => {
      const page = await open(await addressIn(review()));
      await page.getByRole("heading", { name: "1 repeat in 1 group." }).waitFor(SOON);
      await expect.poll(() => page.locator(".group .filmstrip img").count(), SOON).toBeGreaterThan(1);
    });
  });
});

import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { linkToPair } from "../../src/report/html/app/address.js";
import { temporaryFolder } from "../media/rendered-media.js";
import { BROWSER_PATH, inBrowser, useBrowser } from "../report/html/browser.js";
import { renderVideo } from "../scan/small-videos.js";
import { MIRRORED, type ReviewedLibrary, reviewedLibrary } from "./reviewed-library.js";
import { SOON, signIn } from "./sign-in.js";

const home = temporaryFolder();
const LOST = "The service does not answer.";

describe.skipIf(BROWSER_PATH === undefined)(inBrowser("the review page while its service restarts"), () => {
  let reviewed: ReviewedLibrary;

  beforeAll(async () => {
    reviewed = await reviewedLibrary(home);
    renderVideo(home, "brighter.mp4", "pattern", "-vf", "eq=brightness=0.1");
  });
  afterAll(() => reviewed?.service.close());
  // After that hook, for they run backwards: the browser leaves before the service does.
  // What the browser itself says of a service that is away, or that is asked in its last moments.
  const { open } = useBrowser(
    /ERR_CONNECTION_|ERR_EMPTY_RESPONSE|ERR_INCOMPLETE_CHUNKED_ENCODING|status of 503/,
  );

  const restarted = async (page: Page) => {
    reviewed = await reviewed.restart();
    await page.getByText(LOST).first().waitFor({ state: "detached" });
  };

  it("brings the pictures that were asked for meanwhile", async () => {
    const page = await signIn(open, reviewed);
    await page.locator(".group").waitFor();
    await page.locator(".group .filmstrip img").first().waitFor();
    await reviewed.service.close();
    // Larger ones, which are asked for with the pair.
    await page.locator(".group").getByRole("link", { name: MIRRORED }).click();
    await page.locator(".lost").waitFor();
    await restarted(page);
    const height = () =>
      page
        .locator(".overlay img")
        .first()
        .evaluate((image: HTMLImageElement) => image.naturalHeight);
    await expect.poll(height, SOON).toBe(480);
  });

  it("says so, keeps what was typed and selected, and goes on by itself", async () => {
    const page = await signIn(open, reviewed);
    await page.getByPlaceholder("id, account or file").fill("8000");
    await page.locator(".hits .pair-row").waitFor();
    await page.locator(".group").getByLabel("Select").check();
    await reviewed.service.close();
    await page.locator(".group").getByRole("button", { name: "Not a match" }).click();
    await page.locator(".lost").waitFor();
    expect(await page.locator(".lost").textContent()).toContain("stays here");
    expect(await page.locator(".group").count()).toBe(1);
    await restarted(page);
    expect(await page.getByPlaceholder("id, account or file").inputValue()).toBe("8000");
    expect(await page.locator(".group").getByLabel("Select").isChecked()).toBe(true);
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "CSV" }).click();
    expect(readFileSync(await (await download).path(), "utf8")).toContain(MIRRORED);
    // Loaded again, too, it has what was selected.
    await page.reload();
    await page.getByText("1 pair selected").waitFor();
    await page.getByRole("button", { name: "Clear" }).click();
  });

  it("checks the same file again that a restart cut off", async () => {
    const page = await signIn(open, reviewed);
    await reviewed.service.close();
    await page.locator("input[type=file]").setInputFiles(join(home, "brighter.mp4"));
    await page.getByText("The connection broke off before the file was checked.").waitFor();
    reviewed = await reviewed.restart();
    await page.getByRole("button", { name: "Check again" }).click();
    await page.getByRole("heading", { name: "brighter.mp4 is like 2 creatives" }).waitFor();
  });

  it("goes on playing: the addresses of videos are asked for anew", async () => {
    const page = await signIn(open, reviewed);
    await page.evaluate((hash) => location.assign(hash), linkToPair({ a: "ad.mp4", b: MIRRORED }));
    await page.locator(".rules").waitFor();
    await reviewed.service.close();
    await page.getByRole("button", { name: "Load the videos" }).click();
    await page.locator(".playback .notice", { hasText: LOST }).first().waitFor();
    await restarted(page);
    const lengths = () =>
      page.evaluate(() =>
        Array.from(document.querySelectorAll("video"), ({ duration }) => Math.round(duration)),
      );
    await expect.poll(lengths, SOON).toEqual([2, 2]);
    // Addresses that the restart has ended.
    reviewed = await reviewed.restart();
    await page
      .locator("video")
      .first()
      .evaluate((video: HTMLVideoElement) => video.load());
    await expect.poll(lengths, SOON).toEqual([2, 2]);
  });
});

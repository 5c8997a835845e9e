import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { linkToPair } from "../../src/report/html/app/address.js";
import { temporaryFolder } from "../media/rendered-media.js";
import { BROWSER_PATH, faults, inBrowser, LOOKS, overflow, useBrowser } from "../report/html/browser.js";
import { renderVideo } from "../scan/small-videos.js";
import { MIRRORED, type ReviewedLibrary, reviewedLibrary } from "./reviewed-library.js";
import { SOON, signIn } from "./sign-in.js";

const home = temporaryFolder();
/** What comes after a file was sent. */
const LATER_STAGES = /^(Waiting for|Fingerprinting|Comparing with|Taking pictures)/;
const PAIR = linkToPair({ a: "ad.mp4", b: MIRRORED });

describe.skipIf(BROWSER_PATH === undefined)(inBrowser("the review page for everybody"), () => {
  let reviewed: ReviewedLibrary;

  beforeAll(async () => {
    reviewed = await reviewedLibrary(home);
    renderVideo(home, "brighter.mp4", "pattern", "-vf", "eq=brightness=0.1");
  });
  afterAll(() => reviewed?.service.close());
  // After that hook, for they run backwards: the browser leaves before the service does.
  const { open } = useBrowser();

  it.each(LOOKS)("has no accessibility fault and fits the window: $name", async ({ language, ...look }) => {
    const page = await signIn(open, reviewed, look);
    await page.getByLabel("Language").selectOption(language);
    await page.locator("input[type=file]").setInputFiles(join(home, "brighter.mp4"));
    await page.locator(".checked .pair-row").first().waitFor();
    await page.locator(".find input").fill("ad");
    await page.locator(".hits").waitFor();
    expect(await faults(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    await page.evaluate((hash) => location.assign(hash), PAIR);
    await page.locator(".rules").waitFor();
    await page.locator(".playback > button").click();
    await page.locator("video").first().waitFor();
    expect(await faults(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    expect(await page.getAttribute("html", "lang")).toBe(language === "zh" ? "zh-CN" : "en");
  });

  /** What is read out by itself, from when this is called. */
  const listen = (page: Page) =>
    page.evaluate(() => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      const place = document.querySelector("main > p[role=status]");
      new MutationObserver(() => place?.textContent && heard.push(place.textContent)).observe(place as Node, {
        childList: true,
        characterData: true,
        subtree: true,
      });
    });
  const heard = (page: Page) => page.evaluate(() => (window as unknown as { heard: string[] }).heard);

  it("reads out how far a check is, what came of it, and what was marked", async () => {
    const page = await signIn(open, reviewed);
    await listen(page);
    await page.locator("input[type=file]").setInputFiles(join(home, "brighter.mp4"));
    await page.locator(".checked .pair-row").first().waitFor();
    await expect.poll(() => heard(page)).toContain("brighter.mp4 is like 2 creatives of this library.");
    // Which ones is a matter of speed: a stage that is over before the page is drawn again is not told.
    expect((await heard(page)).some((text) => LATER_STAGES.test(text))).toBe(true);
    // Stages, not every per cent.
    expect((await heard(page)).filter((text) => text.startsWith("Sending")).length).toBeLessThan(2);
    await page.locator(".group").getByRole("button", { name: "Not a match" }).click();
    await expect.poll(() => heard(page), SOON).toContain("Marked as no match: it counts for nothing.");
    await page.locator(".pair-row").getByRole("button", { name: "Take back" }).first().click();
    await expect.poll(() => heard(page), SOON).toContain("Taken back: it counts as a match again.");
  });

  it("loses the focus nowhere", async () => {
    const page = await signIn(open, reviewed);
    const focused = () =>
      page.evaluate(() => document.activeElement?.textContent || document.activeElement?.id);
    await page.getByRole("button", { name: "This was published first" }).click();
    const isOnField = () =>
      page.getByLabel("First delivered").evaluate((field) => field === document.activeElement);
    await expect.poll(isOnField, SOON).toBe(true);
    await page.keyboard.press("Escape");
    await expect.poll(focused, SOON).toBe("This was published first");
    await page.locator("input[type=file]").setInputFiles(join(home, "brighter.mp4"));
    await page.locator(".checked .pair-row").first().waitFor();
    await page.getByRole("button", { name: "Close" }).click();
    await expect.poll(focused, SOON).toBe("Choose a file");
    await page.locator(".group").getByRole("button", { name: "Not a match" }).click();
    await page.getByRole("heading", { name: "Marked as no match (1)" }).waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.id), SOON).toBe("content");
    await page.getByRole("button", { name: "Take back" }).click();
    await page.locator(".group").waitFor();
  });
});

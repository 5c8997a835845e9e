import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openLibrary } from "../../src/index.js";
import { type RunningService, startService } from "../../src/service/index.js";
import { syntheticFingerprint } from "../matching/synthetic-fingerprint.js";
import { temporaryFolder } from "../media/rendered-media.js";
import { BROWSER_PATH, inBrowser, useBrowser } from "../report/html/browser.js";
import { SOON } from "./sign-in.js";

/** Creatives of one content: more repeats than a group tells at first. */
const ALIKE = 12;

describe.skipIf(BROWSER_PATH === undefined)(inBrowser("the way from pair to pair on the review page"), () => {
  let service: RunningService;

  beforeAll(async () => {
    const folder = join(temporaryFolder(), "library");
    const library = await openLibrary(folder);
    const print = syntheticFingerprint({ seed: 1, seconds: 2 });
    for (let place = 0; place < ALIKE; place++) {
      const number = String(place).padStart(2, "0");
      const copy = { ...print, digests: { file: `sha256:${number.padStart(64, "0")}` } };
      await library.add(copy, { id: `c${number}`, account: place % 2 === 0 ? "4711" : "8000" });
    }
    await library.close();
    service = await startService({ library: folder, port: 0 }, { log: { write: () => {} } });
  });
  afterAll(() => service?.close());
  // After that hook, for they run backwards: the browser leaves before the service does.
  const { open } = useBrowser();

  const openGroup = async () => {
    const page = await open(`${service.url}/review`);
    page.setDefaultTimeout(SOON.timeout);
    await page.locator(".group .repeats > li").first().waitFor();
    return page;
  };

  it("goes on where the list has not come to yet, and back", async () => {
    const page = await openGroup();
    expect(await page.locator(".group .repeats > li").count()).toBeLessThan(ALIKE - 1);
    await page.locator(".group .repeats a").first().click();
    const heading = page.locator(".pair h1");
    const next = page.getByRole("link", { name: "Next pair" });
    for (let place = 1; place < ALIKE - 1; place++) {
      await expect.poll(() => heading.textContent()).toContain(`c${String(place).padStart(2, "0")} repeats`);
      await next.waitFor();
      await page.keyboard.press("j");
    }
    await expect.poll(() => heading.textContent()).toContain("c11 repeats");
    await expect.poll(() => page.getByRole("link", { name: "Previous pair" }).count()).toBe(1);
    expect(await next.count()).toBe(0);
    await page.keyboard.press("k");
    await expect.poll(() => heading.textContent()).toContain("c10 repeats");
  });

  it("leads on from a pair that has just been marked, and only through what is filtered", async () => {
    const page = await openGroup();
    await page.getByRole("radio", { name: "All pairs" }).check();
    await page.getByLabel("File name").fill("c00");
    await page.getByText("11 of 66 pairs").waitFor();
    await page.locator(".pair-row a").first().click();
    await page.getByRole("link", { name: "Next pair" }).waitFor();
    const first = await page.locator(".pair h1").textContent();
    await page.getByRole("button", { name: "Not a match" }).click();
    await page.getByText("Marked as no match: it counts for nothing.").first().waitFor();
    await page.getByRole("link", { name: "Next pair" }).click();
    await expect.poll(() => page.locator(".pair h1").textContent()).not.toBe(first);
    expect(await page.locator(".pair h1").textContent()).toContain("c00");
  });

  it("comes back to what had the focus", async () => {
    const page = await openGroup();
    const link = page.locator(".group .repeats a").nth(2);
    const name = await link.textContent();
    await link.press("Enter");
    await page.locator(".pair h1").waitFor();
    await page.keyboard.press("Escape");
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe(name);
  });
});

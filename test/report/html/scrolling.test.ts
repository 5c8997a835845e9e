import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import type { Filmstrip } from "../../../src/picture/filmstrip.js";
import { renderScanHtml } from "../../../src/report/html/html-report.js";
import { planFilmstrips } from "../../../src/report/html/picture-plan.js";
import { temporaryFolder } from "../../media/rendered-media.js";
import { editedPair, readCreative, sampleReport } from "../sample-report.js";
import { BROWSER_PATH, inBrowser, useBrowser } from "./browser.js";

/** Pairs of creatives that have nothing else in common: five hundred such fill a report to its limit. */
const PAIRS = 500;
const path = join(temporaryFolder(), "large.html");

/** Rows of the list whose content the browser has to lay out and paint. */
const drawnRows = () =>
  Array.from(document.querySelectorAll(".pair-row .strips")).filter((row) =>
    row.checkVisibility({ contentVisibilityAuto: true }),
  ).length;

describe.skipIf(BROWSER_PATH === undefined)(inBrowser("a report of five hundred pairs"), () => {
  const { open } = useBrowser();

  beforeAll(async () => {
    const pairs = Array.from({ length: PAIRS }, (_, place) =>
      editedPair(`folder/first-${place}.mp4`, `folder/repeat-${place}.mp4`),
    );
    const report = {
      ...sampleReport(),
      creatives: pairs.flatMap(({ a, b }) => [readCreative(a), readCreative(b)]),
      pairs,
      groups: pairs.map(({ a, b }, place) => ({ id: `group-${place + 1}`, first: a, members: [a, b] })),
    };
    const filmstrips = new Map<string, Filmstrip>();
    for (const [id, { timesSeconds, longSide }] of planFilmstrips(report)) {
      const [frameWidth, frameHeight] = [Math.round((longSide * 9) / 16), longSide];
      const noise = { type: "gaussian", mean: 128, sigma: 12 } as const;
      const size = { width: frameWidth * timesSeconds.length, height: frameHeight, channels: 3 } as const;
      const image = await sharp({ create: { ...size, noise, background: "grey" } })
        .webp({ quality: 20, effort: 0 })
        .toBuffer();
      filmstrips.set(id, {
        frames: timesSeconds.map((time) => ({ timeSeconds: time })),
        frameWidth,
        frameHeight,
        image,
      });
    }
    const page = readFileSync(
      fileURLToPath(new URL("../../../dist/page/report.html", import.meta.url)),
      "utf8",
    );
    writeFileSync(path, renderScanHtml(report, { page, filmstrips, language: "en", version: "1" }));
  });

  it("is small at first, and draws only what is near when all of it is shown", async () => {
    const page = await open(path);
    const nodes = () => page.evaluate(() => document.querySelectorAll("*").length);
    expect(await nodes()).toBeLessThan(4_000);
    await page.getByRole("radio", { name: "All pairs" }).check();
    for (const more = page.locator("button.more"); await more.count(); ) await more.first().click();
    expect(await page.locator(".pair-row").count()).toBe(PAIRS);
    expect(await nodes()).toBeLessThan(40_000);
    await page.evaluate(() => scrollTo(0, 0));
    await expect.poll(() => page.evaluate(drawnRows)).toBeLessThan(60);
    const frames = await page.evaluate(async () => {
      const milliseconds: number[] = [];
      for (let last = await new Promise<number>(requestAnimationFrame); ; ) {
        scrollBy(0, 400);
        const now = await new Promise<number>(requestAnimationFrame);
        milliseconds.push(now - last);
        last = now;
        if (scrollY + innerHeight >= document.documentElement.scrollHeight - 2) break;
      }
      return milliseconds.sort((p, q) => p - q);
    });
    expect(frames.length).toBeGreaterThan(100);
    // On a quiet machine nineteen of twenty come in time for 60 a second; the tests share theirs, so it is the middle one that is asked.
    expect(frames[Math.floor(frames.length / 2)]).toBeLessThan(34);
  });
});

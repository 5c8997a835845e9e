/**
 * Takes the pictures of docs/ from the demo's report and of a library of its creatives: `npm run demo`, then `npm run screenshots`,
 * or `npm run screenshots -- review` for one of them. A change of the pages is looked at in all its looks, and the README shows what
 * there is.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import sharp from "sharp";
import { serveReview } from "./serve-review.mjs";
import { findBrowser } from "./setup/browser.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const report = join(root, "samples/out/report.html");
const PAIR = "#pair=anna-in-the-office.mp4&pair=anna-in-the-office--combined.mp4";

/** Name, place in the report, size of the window and of the picture in pixels, and how it is looked at. */
const LOOKS = [
  { name: "report", hash: "", width: 1200, height: 1080, shownWidth: 1000 },
  { name: "report-pair", hash: PAIR, width: 1200, height: 1660, shownWidth: 1000 },
  { name: "report-dark", hash: PAIR, width: 1200, height: 1660, shownWidth: 700, scheme: "dark" },
  { name: "report-phone", hash: PAIR, width: 390, height: 1400, shownWidth: 390, language: "zh" },
  { name: "report-print", hash: "", width: 800, height: 1100, shownWidth: 600, media: "print" },
];

const wanted = process.argv.slice(2);
const isWanted = (/** @type {string} */ name) => wanted.length === 0 || wanted.includes(name);
const browserPath = findBrowser();
if (browserPath === undefined) throw new Error("There is no Chromium on PATH.");
const looks = LOOKS.filter(({ name }) => isWanted(name));
if (looks.length > 0 && !existsSync(report))
  throw new Error("There is no samples/out/report.html: npm run demo makes it.");
const browser = await chromium.launch({ executablePath: browserPath, args: ["--no-sandbox"] });
for (const { name, hash, width, height, shownWidth, scheme, language, media } of looks) {
  const page = await browser.newPage({
    viewport: { width, height },
    colorScheme: scheme === "dark" ? "dark" : "light",
  });
  await page.goto(`file://${report}${hash}`);
  if (language) await page.locator("select").first().selectOption(language);
  if (media === "print") await page.emulateMedia({ media });
  await page.waitForFunction(() => Array.from(document.images).every((image) => image.complete));
  await page.waitForTimeout(500);
  await keep(page, name, shownWidth);
  await page.close();
}
if (isWanted("review")) {
  const review = await serveReview(join(root, "samples/out/creatives"));
  const page = await browser.newPage({ viewport: { width: 1200, height: 1250 } });
  await page.goto(review.url);
  await page.locator("input[type=file]").setInputFiles(review.newFile);
  await page.locator(".checked .pair-row").first().waitFor();
  await page.waitForTimeout(8000);
  await keep(page, "review", 1000);
  await page.close();
  await review.close();
}
await browser.close();

/**
 * Keeps what a page shows as docs/images/<name>.webp, that many pixels wide.
 *
 * @param {import("playwright-core").Page} page
 * @param {string} name
 * @param {number} width
 */
async function keep(page, name, width) {
  const path = join(root, "docs/images", `${name}.webp`);
  const shot = sharp(await page.screenshot());
  const { size } = await shot.resize({ width }).webp({ quality: 80, effort: 6 }).toFile(path);
  console.log(`docs/images/${name}.webp ${Math.round(size / 1000)} KB`);
}

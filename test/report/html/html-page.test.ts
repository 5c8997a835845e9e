import { writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { linkToPair } from "../../../src/report/html/app/address.js";
import { runCli } from "../../cli/run-cli.js";
import { temporaryFolder } from "../../media/rendered-media.js";
import { renderSmallFolder, renderVideo } from "../../scan/small-videos.js";
import { BROWSER_PATH, faults, inBrowser, LOOKS, overflow, useBrowser } from "./browser.js";

const home = temporaryFolder();
const ads = join(home, "ads");
const report = join(home, "report.html");
const MIRRORED = "ad-mirrored & zoomed with-the-caption-of-the-summer-sale.mp4";
const TOLD = "rule 4 scaled, turned or brightness changed: mirrored";

describe.skipIf(BROWSER_PATH === undefined)(inBrowser("the HTML report in a browser"), () => {
  const { open } = useBrowser();

  beforeAll(async () => {
    renderSmallFolder(ads);
    renderVideo(ads, MIRRORED, "pattern", "-vf", "hflip,crop=iw*0.8:ih*0.8,scale=160:284");
    renderVideo(ads, "brighter.mp4", "fractal", "-vf", "eq=brightness=0.1");
    writeFileSync(join(ads, "words.mp4"), "words");
    const manifest = join(home, "manifest.csv");
    writeFileSync(manifest, `path,account\nad.mp4,4711\nad-again.mp4,4711\n${MIRRORED},8000\n`);
    const { stderr } = await runCli(home, "scan", ads, "--html", report, "--manifest", manifest);
    expect(stderr).toBe("");
  });

  it("tells the outcome, and what could not be read", async () => {
    const page = await open(report);
    expect(await page.title()).toBe("Near-duplicate report · samecut");
    expect(await page.locator("h1").textContent()).toBe("3 repeats in 2 groups.");
    expect(await page.locator(".group").count()).toBe(2);
    expect(await page.locator(".counts").textContent()).toMatch(
      /6 creatives2 original40% of all2 first publishes.*3 repeats2 groups1 unreadable/,
    );
    expect(await page.getByRole("img", { name: /Pairs by similarity: 1 identical/ }).count()).toBe(1);
    expect(await page.locator(".troubles").textContent()).toContain("words.mp4");
    // The pictures are really there.
    const width = await page
      .locator(".filmstrip img")
      .first()
      .evaluate((image: HTMLImageElement) => image.naturalWidth);
    expect(width).toBeGreaterThan(400);
  });

  it("tells the accounts, and what to do about each", async () => {
    const page = await open(report);
    const rows = await page.locator(".accounts tbody tr").allTextContents();
    expect(rows).toHaveLength(2);
    expect(rows[0]).toContain("8000very severe, red warning1 creative held back");
    expect(rows[0]).toContain("use footage of your own");
    expect(rows[1]).toContain("4711severe, orange warning");
  });

  it("finds a pair by name, explains it, and leads back to where one was", async () => {
    const page = await open(report);
    await page.getByLabel("File name").fill("MIRRORED");
    await page.getByText("1 of 2 groups").waitFor();
    await page.getByRole("link", { name: MIRRORED }).click();
    expect(await page.locator(".rules").textContent()).toContain(TOLD);
    expect(await page.locator(".phrases").textContent()).toContain("mirrored");
    expect(await page.locator(".advice").textContent()).toContain("Use other takes");
    expect(await page.locator(".pair").textContent()).toContain("Another account was first");
    expect(page.url()).toContain(linkToPair({ a: "ad.mp4", b: MIRRORED }));
    await page.goBack();
    expect(await page.locator(".overview").isVisible()).toBe(true);
    expect(await page.getByLabel("File name").inputValue()).toBe("MIRRORED");
  });

  it("filters and sorts the pairs", async () => {
    const page = await open(report);
    await page.getByRole("radio", { name: "All pairs" }).check();
    const names = () => page.locator(".pair-row a").allTextContents();
    const mirrored = ["ad.mp4", "ad-again.mp4"].map((first) => `${MIRRORED} repeats ${first}`);
    const identical = "ad-again.mp4 repeats ad.mp4";
    await expect.poll(names).toHaveLength(4);
    await page.getByLabel("Order").selectOption("first");
    await expect.poll(async () => (await names())[0]).toBe(mirrored[1]);
    await page.getByLabel("Grade").selectOption("identical");
    await expect.poll(names).toEqual([identical]);
    await page.getByRole("button", { name: "Reset" }).click();
    await page.getByRole("combobox", { name: "Rule" }).selectOption("4");
    await page.getByLabel("Account").selectOption("8000");
    await expect.poll(names).toEqual(mirrored);
    await page.getByRole("combobox", { name: "Rule" }).selectOption("6");
    await page.getByText("Nothing matches these filters.").waitFor();
  });

  it("speaks Chinese", async () => {
    const page = await open(report, { hash: linkToPair({ a: "ad.mp4", b: MIRRORED }) });
    await page.getByLabel("Language").selectOption("zh");
    expect(await page.locator(".rules").textContent()).toContain("规则4 缩放/旋转/亮度：左右镜像");
    expect(await page.getAttribute("html", "lang")).toBe("zh-CN");
    await page.getByRole("link", { name: "返回总览" }).click();
    await page.getByRole("heading", { name: "发现2组相似素材，共3个重复。" }).waitFor();
    expect(await page.locator(".counts").textContent()).toContain("2 个首发");
    // Chinese breaks anywhere, and would leave a column of numbers the width of one digit.
    await page.setViewportSize({ width: 700, height: 900 });
    const lines = await page.locator(".accounts tbody th").evaluateAll((cells) =>
      cells.map((cell) => {
        const text = document.createRange();
        text.selectNodeContents(cell);
        return text.getClientRects().length;
      }),
    );
    expect(lines).toEqual([1, 1]);
  });

  it("can be used without a mouse", async () => {
    const page = await open(report);
    const press = async (key: string, until: string) => {
      for (let count = 0; count < 40; count++) {
        await page.keyboard.press(key);
        const focused = await page.evaluate(
          () => `${document.activeElement?.tagName} ${document.activeElement?.textContent}`,
        );
        if (focused === until) return;
      }
      expect.fail(`${until} was not reached by ${key}`);
    };
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Skip to the content");
    await press("Tab", `A ${MIRRORED}`);
    await page.keyboard.press("Enter");
    await page.locator(".rules").waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("H1");
    const heading = () => page.locator("h1:visible").textContent();
    const before = await heading();
    await page.keyboard.press("k");
    await expect.poll(heading).not.toBe(before);
    await page.keyboard.press("j");
    await expect.poll(heading).toBe(before);
    await press("Shift+Tab", "BUTTON Copy as text");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Copied" }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(TOLD);
    await page.keyboard.press("Escape");
    await page.locator(".overview").waitFor();
  });

  it("lays the repeat back onto the first so that they hardly differ", async () => {
    const page = await open(report, { hash: linkToPair({ a: "ad.mp4", b: MIRRORED }) });
    const brightness = async () => {
      const shot = sharp(await page.locator(".overlay").screenshot());
      const { width, height } = await shot.metadata();
      // What was cropped away at the edges cannot be laid over.
      const [left, top] = [width, height].map((side) => Math.round(side / 5));
      const middle = shot.extract({ left, top, width: width - 2 * left, height: height - 2 * top });
      return (
        (
          await sharp(await middle.png().toBuffer())
            .greyscale()
            .stats()
        ).channels[0]?.mean ?? 0
      );
    };
    const shown = await brightness();
    await page.getByRole("radio", { name: "Difference" }).check();
    const laidBack = await brightness();
    await page.locator(".overlay-picture").evaluate((element: HTMLElement) => {
      element.style.transform = "translate(-50%, -50%)";
    });
    const asItIs = await brightness();
    expect(shown).toBeGreaterThan(60);
    expect(laidBack).toBeLessThan(25);
    expect(asItIs).toBeGreaterThan(2 * laidBack);
  });

  it("steps through the moments both sides show", async () => {
    const page = await open(report, { hash: linkToPair({ a: "ad.mp4", b: "ad-again.mp4" }) });
    const time = page.locator(".moment-time [role=status]");
    const before = await time.textContent();
    await page.getByRole("button", { name: "Later moment" }).click();
    expect(await time.textContent()).not.toBe(before);
    await page.getByRole("button", { name: "Look closely at 0:00.3" }).first().click();
    expect(await time.textContent()).toBe("0:00.3 of the first, 0:00.3 of the repeat");
  });

  it("says so when a link leads to a pair it does not have", async () => {
    const page = await open(report, { hash: linkToPair({ a: "x.mp4", b: "y.mp4" }) });
    expect(await page.locator("main").innerText()).toContain("does not have the pair");
  });

  it.each(LOOKS)("has no accessibility fault and fits the window: $name", async ({ language, ...look }) => {
    const page = await open(report, look);
    await page.getByLabel("Language").selectOption(language);
    expect(await faults(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    await page.getByRole("link", { name: MIRRORED }).first().click();
    await page.locator(".rules").waitFor();
    expect(await faults(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
  });

  it("counts few pairs beside the chart in whole numbers, each once", async () => {
    const few = join(home, "few.html");
    const [a, b] = ["ad.mp4", "ad-again.mp4"].map((name) => join(ads, name));
    await runCli(home, "scan", a ?? "", b ?? "", "--html", few);
    const page = await open(few);
    const ticks = page.locator(".histogram [aria-label='y-axis tick label'] text");
    await ticks.first().waitFor();
    expect(await ticks.allTextContents()).toEqual(["0", "1"]);
  });

  it("shows two compared creatives and nothing else, also distinct ones", async () => {
    const path = join(home, "pair.html");
    const [a, b] = ["ad.mp4", "other.mp4"].map((name) => join(ads, name));
    expect((await runCli(home, "compare", a ?? "", b ?? "", "--html", path, "--lang", "zh")).status).toBe(0);
    const page = await open(path);
    expect(await page.locator("h1").textContent()).toContain("不相似");
    expect(await page.getByRole("link", { name: "返回总览" }).count()).toBe(0);
    expect(await page.locator(".track-pictures img").count()).toBeGreaterThan(4);
  });
});

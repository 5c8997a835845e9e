import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { temporaryFolder } from "../media/rendered-media.js";
import { BROWSER_PATH, inBrowser, useBrowser } from "../report/html/browser.js";
import { renderVideo } from "../scan/small-videos.js";
import { MIRRORED, type ReviewedLibrary, reviewedLibrary } from "./reviewed-library.js";
import { SOON, signIn } from "./sign-in.js";

const home = temporaryFolder();
describe.skipIf(BROWSER_PATH === undefined)(inBrowser("the review page"), () => {
  let reviewed: ReviewedLibrary;

  beforeAll(async () => {
    reviewed = await reviewedLibrary(home);
    renderVideo(home, "brighter.mp4", "pattern", "-vf", "eq=brightness=0.1");
  });
  afterAll(() => reviewed?.service.close());
  // After that hook, for they run backwards: the browser leaves before the service does.
  // The browser's own word on the wrong token.
  const { open } = useBrowser(/status of 401/);

  const enter = (token?: string): Promise<Page> =>
    signIn(open, reviewed, token === undefined ? {} : { token });

  it("wants a token, says when it is wrong, and keeps it in the tab only", async () => {
    const page = await open(`${reviewed.service.url}/review`);
    await page.getByLabel("Token").fill("sct_wrong");
    await page.keyboard.press("Enter");
    await page.getByRole("alert").waitFor();
    await page.getByLabel("Token").fill(reviewed.reviewer);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "1 repeat in 1 group." }).waitFor();
    await page.reload();
    await page.getByRole("heading", { name: "1 repeat in 1 group." }).waitFor();
    expect(await page.evaluate(() => [localStorage.length, document.cookie])).toEqual([0, ""]);
  });

  it("shows the library as the report shows a scan, with pictures from its files", async () => {
    const page = await enter();
    await expect.poll(() => page.locator(".group .filmstrip img").count(), SOON).toBe(8);
    await page.locator(".group").getByRole("link", { name: MIRRORED }).click();
    expect(await page.locator(".rules").textContent()).toContain("mirrored");
    await expect
      .poll(
        () =>
          page
            .locator(".overlay img")
            .first()
            .evaluate((image: HTMLImageElement) => image.naturalHeight),
        SOON,
      )
      .toBe(480);
    await page.keyboard.press("Escape");
    await page.locator(".group").waitFor();
  });

  it("tells how many creatives, originals, first publishes, repeats and groups there are", async () => {
    const page = await enter();
    const figures = await page.locator(".counts li").allTextContents();
    expect(figures.map((each) => each.replace(/\s+/g, " "))).toEqual([
      "3 creatives",
      "2 original67% of all",
      "1 first publishoriginals with repeats",
      "1 repeat",
      "1 group",
    ]);
  });

  it("finds creatives by account, with the pairs they are in", async () => {
    const page = await enter();
    await page.getByPlaceholder("id, account or file").fill("8000");
    await page.getByText("1 creative", { exact: true }).waitFor();
    expect(await page.locator(".hits .pair-row").count()).toBe(1);
    await page.getByPlaceholder("id, account or file").fill("OTHER");
    await page.getByText("Like no other").waitFor();
    await page.getByPlaceholder("id, account or file").fill("nobody");
    await page.getByText("No creative has this").waitFor();
  });

  it("checks a file that is dropped into it, and shows its pair", async () => {
    const page = await enter();
    const bytes = readFileSync(join(home, "brighter.mp4")).toString("base64");
    const dropped = await page.evaluateHandle((base64) => {
      const transfer = new DataTransfer();
      const content = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
      transfer.items.add(new File([content], "brighter.mp4", { type: "video/mp4" }));
      return transfer;
    }, bytes);
    await page.dispatchEvent("body", "drop", { dataTransfer: dropped });
    await page.getByRole("heading", { name: "brighter.mp4 is like 2 creatives of this library." }).waitFor();
    await page.locator(".checked").getByRole("link", { name: "brighter.mp4 repeats ad.mp4" }).click();
    expect(await page.locator(".rules").textContent()).toContain("brightness");
    await expect.poll(() => page.locator(".track--b img").count(), SOON).toBe(4);
    // It is in no library, so there is nothing to mark.
    expect(await page.getByRole("button", { name: "Not a match" }).count()).toBe(0);
  });

  it("says so when a file is like nothing, and when it is none", async () => {
    const page = await enter();
    const choose = (name: string, buffer: Buffer) =>
      page.locator("input[type=file]").setInputFiles({ name, mimeType: "video/mp4", buffer });
    await choose("life.mp4", readFileSync(renderVideo(home, "life.mp4", "life")));
    await page.getByRole("heading", { name: "life.mp4 is like nothing in this library." }).waitFor();
    await choose("words.mp4", Buffer.from("words"));
    expect(await page.getByRole("alert").textContent()).toContain("format");
    await page.getByRole("button", { name: "Close" }).click();
    expect(await page.locator(".checked").count()).toBe(0);
  });

  it("marks a pair as no match and takes it back", async () => {
    const page = await enter();
    await page.locator(".group").getByRole("button", { name: "Not a match" }).click();
    await page.getByRole("heading", { name: "Marked as no match (1)" }).waitFor();
    await expect.poll(() => page.locator(".group").count(), SOON).toBe(0);
    await page.locator(".pair-row").getByRole("link").click();
    await page.getByRole("article").getByText("it counts for nothing").waitFor();
    await page.getByRole("button", { name: "Take back" }).click();
    await page.getByRole("button", { name: "Not a match" }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("heading", { name: "1 repeat in 1 group." }).waitFor();
  });

  it("makes a repeat the first publish when it was delivered earlier", async () => {
    const page = await enter();
    const first = page.locator(".creative--first .creative-name");
    expect(await first.textContent()).toContain("ad.mp4");
    await page.getByRole("button", { name: "This was published first" }).click();
    expect(await page.getByLabel("First delivered").inputValue()).toMatch(/^20\d\d-/);
    await page.getByRole("button", { name: "Save" }).click();
    await page.locator(".group").getByRole("link", { name: "ad.mp4" }).waitFor();
    expect(await first.textContent()).toContain(MIRRORED);
    await page.getByRole("button", { name: "This was published first" }).click();
    await page.getByRole("button", { name: "Save" }).click();
    await page.locator(".group").getByRole("link", { name: MIRRORED }).waitFor();
  });

  it("exports the pairs that are selected", async () => {
    const page = await enter();
    await page.locator(".group").getByLabel("Select").check();
    await page.getByText("1 pair selected").waitFor();
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "CSV" }).click();
    const csv = readFileSync(await (await download).path(), "utf8");
    expect(csv.split("\r\n")[1]).toContain(`group-1,ad.mp4,${MIRRORED}`);
    const other = page.waitForEvent("download");
    await page.getByRole("button", { name: "JSON" }).click();
    const report = JSON.parse(readFileSync(await (await other).path(), "utf8"));
    expect(report).toMatchObject({ schema: "samecut.report/1", pairs: [{ a: "ad.mp4", b: MIRRORED }] });
    await page.getByRole("button", { name: "Clear" }).click();
    expect(await page.getByText("1 pair selected").count()).toBe(0);
  });

  it("says how many of the selected pairs are not in the file, for their creatives have left the library", async () => {
    const page = await enter();
    const gone = [{ a: "ad.mp4", b: "left.mp4" }];
    await page.evaluate((pairs) => sessionStorage.setItem("samecut.selection", JSON.stringify(pairs)), gone);
    await page.reload();
    await page.getByText("1 pair selected").waitFor();
    await page.getByRole("button", { name: "CSV" }).click();
    await page.getByText("The file is without 1 selected pair").waitFor();
  });

  it("shows no more than a token may see, and changes nothing without the right", async () => {
    const page = await enter(reviewed.agency);
    await page.locator("main").getByText(MIRRORED).first().waitFor();
    const text = await page.locator("main").innerText();
    expect(text).not.toContain("ad.mp4");
    expect(text).not.toContain("4711");
    expect(await page.getByRole("button", { name: "Not a match" }).count()).toBe(0);
    await page.getByPlaceholder("id, account or file").fill("mp4");
    await page.getByText("1 creative", { exact: true }).waitFor();
  });

  it("speaks Chinese", async () => {
    const page = await enter();
    await page.getByLabel("Language").selectOption("zh");
    await page.getByRole("heading", { name: "查找素材" }).waitFor();
    await page.locator("input[type=file]").setInputFiles({
      name: "words.mp4",
      mimeType: "video/mp4",
      buffer: Buffer.from("words"),
    });
    expect(await page.getByRole("alert").textContent()).toMatch(/\p{Script=Han}{4}/u);
  });

  it("can be used without a mouse", async () => {
    const page = await enter();
    page.on("filechooser", (chooser) => chooser.setFiles(join(home, "brighter.mp4")));
    const reach = async (name: string) => {
      for (let count = 0; count < 40; count++) {
        await page.keyboard.press("Tab");
        const focused = await page.evaluate(() => document.activeElement?.textContent);
        if (focused === name) return;
      }
      expect.fail(`${name} was not reached`);
    };
    await reach("Choose a file");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "is like 2 creatives" }).waitFor();
    await reach(MIRRORED);
    await page.keyboard.press("Enter");
    await page.locator(".rules").waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("H1");
  });
});

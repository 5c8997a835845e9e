import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";
import { findBrowser } from "../../../.config/setup/browser.mjs";

/** Where the browser is; undefined where there is none, and tests in it are skipped. */
export const BROWSER_PATH: string | undefined = findBrowser();

/** The name of a suite that runs in a browser, with the reason where it is skipped. */
export function inBrowser(name: string): string {
  return BROWSER_PATH === undefined ? `${name} (skipped: no Chromium on PATH)` : name;
}

/** How a page is looked at. */
export interface Look {
  /** What follows the file's address, from `#` on. */
  readonly hash?: string;
  readonly colorScheme?: "light" | "dark";
  readonly width?: number;
}

/**
 * Opens pages in a real browser; each must be silent, a file must stay away from the network and a service's page with it.
 *
 * @param expected what a page may say all the same
 */
export function useBrowser(expected?: RegExp): { open(pathOrUrl: string, look?: Look): Promise<Page> } {
  let browser: Browser;
  const complaints: string[] = [];
  beforeAll(async () => {
    // Tests may run as root in a container, where Chromium's sandbox cannot.
    browser = await chromium.launch({ executablePath: BROWSER_PATH ?? "", args: ["--no-sandbox"] });
  });
  afterAll(async () => {
    await browser.close();
    expect(complaints.filter((complaint) => !expected?.test(complaint))).toEqual([]);
  });
  return {
    async open(pathOrUrl, { hash = "", colorScheme = "light", width = 1280 } = {}) {
      const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 } });
      await context.grantPermissions(["clipboard-read", "clipboard-write"]);
      const page = await context.newPage();
      page.setDefaultTimeout(30_000);
      page.on("console", (message) => complaints.push(`${message.type()}: ${message.text()}`));
      page.on("pageerror", (error) => complaints.push(error.message));
      const url = pathOrUrl.startsWith("http") ? pathOrUrl : `file://${pathOrUrl}`;
      const { origin, protocol } = new URL(url);
      page.on("request", (request) => {
        const asked = new URL(request.url());
        const isOwn = protocol === "file:" ? asked.protocol === protocol : asked.origin === origin;
        if (!isOwn && !/^(blob|data):$/.test(asked.protocol)) complaints.push(`asked for ${asked}`);
      });
      await page.goto(`${url}${hash}`);
      return page;
    },
  };
}

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Every way a page is looked at: both languages, light and dark, on a desk and on a phone of 390 pixels. */
export const LOOKS = (["en", "zh"] as const).flatMap((language) =>
  (["light", "dark"] as const).flatMap((colorScheme) =>
    [1280, 390].map((width) => ({
      name: `${language}, ${colorScheme}, ${width}`,
      language,
      colorScheme,
      width,
    })),
  ),
);

/** The accessibility faults of a page as axe-core sees it, also those that are no more than bad practice. */
export async function faults(page: Page): Promise<string[]> {
  // Not as a script element: the page allows none but its own.
  await page.evaluate(AXE);
  const found = await page.evaluate("axe.run()");
  const { violations } = found as {
    violations: { id: string; impact: string; nodes: { html: string; failureSummary: string }[] }[];
  };
  return violations.flatMap(({ id, impact, nodes }) =>
    nodes.map((node) => `${impact} ${id}: ${node.html} ${node.failureSummary}`),
  );
}

/** By how many pixels a page is wider than its window. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** The browser that the tests of HTML reports look at pages with. Nothing else needs it. */
import { findOnPath } from "./machine.mjs";
import { installPackages } from "./system-packages.mjs";
import { SetupError, say } from "./talk.mjs";

/** Chromium and what is built on it, as they are called on PATH. */
const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** Full path of a browser, undefined where there is none. */
export function findBrowser() {
  return NAMES.map(findOnPath).find((path) => path !== undefined);
}

/** Installs one in continuous integration. Where that fails the tests that need it are skipped, and say so. */
export function ensureBrowser() {
  if (!process.env.CI || findBrowser() !== undefined) return;
  try {
    installPackages(["chromium"], "shows HTML reports to their tests");
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    say(`No browser: the tests of HTML reports in a browser will be skipped.\n${error.message}`);
  }
}

import type { Page } from "playwright-core";
import type { Look, useBrowser } from "../report/html/browser.js";
import type { ReviewedLibrary } from "./reviewed-library.js";

/** Pictures are taken while one waits, on a machine that may be slow and shared. */
export const SOON = { timeout: 30_000 };

/** Opens the review page of a library with a token, by default the one that sees and may change all. */
export async function signIn(
  open: ReturnType<typeof useBrowser>["open"],
  { service, reviewer }: ReviewedLibrary,
  { token = reviewer, ...look }: Look & { readonly token?: string } = {},
): Promise<Page> {
  const page = await open(`${service.url}/review`, look);
  page.setDefaultTimeout(SOON.timeout);
  await page.getByLabel("Token").fill(token);
  await page.getByRole("button", { name: "Open" }).click();
  await page.getByLabel("Token").waitFor({ state: "detached" });
  await page.locator("h1:visible").waitFor();
  return page;
}

import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { SamecutError } from "../errors.js";

/** What `npm run build` makes of report/html/app; the same path from src/page and from dist/page. */
const BUILT_PAGE = new URL("../../dist/page/report.html", import.meta.url);

/** The folder of the review page as it is built: `review.html` and its `assets/`. For servers. */
export const REVIEW_PAGE_FOLDER: string = fileURLToPath(new URL("../../dist/page/review", import.meta.url));

/**
 * The page of HTML reports, without data: one file with its script and style, for `renderScanHtml` and `renderPairHtml`.
 *
 * @throws SamecutError PAGE_MISSING
 */
export async function loadReportPage(): Promise<string> {
  try {
    return await readFile(BUILT_PAGE, "utf8");
  } catch (cause) {
    throw new SamecutError("PAGE_MISSING", { cause });
  }
}

import type { Filmstrip } from "../../picture/filmstrip.js";
import type { PairVerdict } from "../../verdict/verdict.js";
import type { ReadCreative, ScanReport } from "../scan-report.js";
import type { Language } from "../texts/language.js";
import { inlineFilmstrip } from "./inline-filmstrip.js";
import type { PageCreative, PageData } from "./page-data.js";
import { scanPageData } from "./scan-page-data.js";

/** What an HTML report is made with besides the outcome it tells. */
export interface HtmlReportParts {
  /** The page without data, as `loadReportPage` gives it. */
  readonly page: string;
  /** By id of the creative; those without are shown without pictures. */
  readonly filmstrips: ReadonlyMap<string, Filmstrip>;
  /** The language shown first; the page can switch. */
  readonly language: Language;
  /** samecut's version. */
  readonly version: string;
}

/** One side of a compared pair. */
export type HtmlPairSide = Pick<
  ReadCreative,
  "path" | "kind" | "durationSeconds" | "width" | "height" | "layout"
>;

/** Where the page's data go. */
const DATA_ELEMENT = '<script type="application/json" id="page-data"></script>';

/** The report of a scan as one HTML file that needs nothing else; under 5 MB with filmstrips as `planFilmstrips` has them. */
export function renderScanHtml(report: ScanReport, parts: HtmlReportParts): string {
  return fill(parts, scanPageData(report));
}

/** Two compared creatives as one HTML file, whatever their grade; their filmstrips are known as `a` and `b`. */
export function renderPairHtml(
  compared: { readonly a: HtmlPairSide; readonly b: HtmlPairSide; readonly verdict: PairVerdict },
  parts: HtmlReportParts,
): string {
  const sides = (["a", "b"] as const).map((id): PageCreative => {
    const { path, kind, durationSeconds, width, height, layout } = compared[id];
    return { id, path, origin: "scan", status: "ok", kind, durationSeconds, width, height, layout };
  });
  return fill(parts, { creatives: sides, pairs: [{ ...compared.verdict, a: "a", b: "b" }] });
}

function fill(
  { page, filmstrips, language, version }: HtmlReportParts,
  told: Pick<PageData, "creatives" | "pairs" | "scan">,
): string {
  const data: PageData = {
    language,
    version,
    ...told,
    filmstrips: Object.fromEntries([...filmstrips].map(([id, strip]) => [id, inlineFilmstrip(strip)])),
  };
  // No name of a file can end the element it stands in.
  const json = JSON.stringify(data).replaceAll("<", "\\u003c");
  return page.replace(DATA_ELEMENT, () => DATA_ELEMENT.replace("></", () => `>${json}</`));
}

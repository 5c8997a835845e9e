import type { AccountView } from "../../account/account-view.js";
import type { ReadCreative, ScanReport } from "../scan-report.js";
import { listPairs } from "./listed-pairs.js";
import type { PageAccounts, PageCreative, PageData, PageScan } from "./page-data.js";

/** What a page tells of a scan, pictures aside. */
export interface ScanPageData extends Pick<PageData, "creatives" | "pairs"> {
  readonly scan: PageScan;
}

/** Chooses what a page shows of a report: as many pairs as it can carry, and the creatives they and the groups name. */
export function scanPageData(report: ScanReport): ScanPageData {
  const { pairs } = listPairs(report);
  const named = new Set([
    ...pairs.flatMap(({ a, b }) => [a, b]),
    ...report.groups.flatMap(({ members }) => members),
  ]);
  const { threshold } = report.tool.settings;
  return {
    creatives: report.creatives.flatMap((creative) =>
      creative.status === "ok" && named.has(creative.id) ? [pageCreative(creative)] : [],
    ),
    pairs,
    scan: {
      groups: report.groups,
      failed: report.creatives.filter((creative) => creative.status === "failed"),
      warnings: report.warnings,
      summary: report.summary,
      ...(report.selection === undefined ? {} : { selection: report.selection }),
      ...(report.accounts === undefined ? {} : { accounts: pageAccounts(report.accounts) }),
      threshold: Number(threshold ?? 0),
      pairsLeftOut: report.pairs.length - pairs.length,
    },
  };
}

/** What a page needs of a creative. */
export function pageCreative(creative: ReadCreative): PageCreative {
  const { fileDigest: _file, videoDigest: _video, audioDigest: _audio, ...rest } = creative;
  return rest;
}

/** What a page tells of accounts. */
export function pageAccounts({ settings, accounts }: AccountView): PageAccounts {
  return {
    settings,
    accounts: accounts.map(({ similar, firstPublishes: _first, exempt: _exempt, ...figures }) => ({
      ...figures,
      heldBack: similar.filter(({ heldBack }) => heldBack).length,
    })),
  };
}

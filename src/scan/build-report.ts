import type { AccountViewOptions } from "../account/account-view.js";
import { isStretched } from "../design/is-stretched.js";
import {
  REPORT_SCHEMA,
  type ReportedCreative,
  type ReportedPair,
  type ReportedSelection,
  type ReportedWarning,
  type ScanReport,
} from "../report/scan-report.js";
import { finishInTurns } from "../threads/in-turns.js";
import { groupPairs } from "./groups.js";
import { byPublication } from "./publication-order.js";
import { tellReportedAccounts } from "./reported-accounts.js";

/** What a report is made of. */
export interface ReportParts {
  readonly tool: ScanReport["tool"];
  /** In any order; a library's creatives only where a pair names them. */
  readonly creatives: readonly ReportedCreative[];
  /** In any order. */
  readonly pairs: readonly ReportedPair[];
  readonly warnings: readonly ReportedWarning[];
  readonly selection?: ReportedSelection | undefined;
  /** By what accounts are judged. */
  readonly accounts?: AccountViewOptions | undefined;
  /** Pairs left out because the user allowed them. */
  readonly allowed: number;
  readonly elapsedSeconds: number;
}

/** The report in its canonical order: the same parts in another order give the same report. */
export async function buildReport(parts: ReportParts): Promise<ScanReport> {
  const stretched = new Set(
    parts.pairs.filter(({ grade, transform }) => isStretched(grade, transform.stretch)).map(({ b }) => b),
  );
  const creatives = parts.creatives
    .map((creative) => (stretched.has(creative.id) ? withStretchNote(creative) : creative))
    .sort(byOriginAndPublication);
  const order = creatives.map(({ id }) => id);
  const places = new Map(order.map((id, place) => [id, place]));
  const place = (id: string): number => places.get(id) ?? order.length;
  const pairs = [...parts.pairs].sort(
    (x, y) => y.similarity - x.similarity || place(x.a) - place(y.a) || place(x.b) - place(y.b),
  );
  const groups = await groupPairs(order, pairs);
  const accounts = await finishInTurns(tellReportedAccounts(creatives, pairs, parts.accounts));
  return {
    schema: REPORT_SCHEMA,
    tool: parts.tool,
    creatives,
    pairs,
    groups,
    warnings: [...parts.warnings].sort((x, y) => (sortKey(x) < sortKey(y) ? -1 : 1)),
    ...(parts.selection === undefined ? {} : { selection: parts.selection }),
    ...(accounts === undefined ? {} : { accounts }),
    summary: {
      creatives: creatives.filter(({ origin }) => origin === "scan").length,
      failed: creatives.filter(({ status }) => status === "failed").length,
      pairs: pairs.length,
      groups: groups.length,
      allowed: parts.allowed,
      elapsedSeconds: Number(parts.elapsedSeconds.toFixed(1)),
    },
  };
}

/** A library's creatives were there before the scanned ones. */
function byOriginAndPublication(a: ReportedCreative, b: ReportedCreative): number {
  if (a.origin !== b.origin) return a.origin === "library" ? -1 : 1;
  return byPublication(a, b);
}

function withStretchNote(creative: ReportedCreative): ReportedCreative {
  if (creative.status === "failed") return creative;
  return { ...creative, designNotes: [...(creative.designNotes ?? []), "stretched"] };
}

function sortKey({ path = "", code, message }: ReportedWarning): string {
  return [path, code, message].join("\n");
}

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
import { sorted } from "../steps/sorted.js";
import type { Steps } from "../steps/steps.js";
import { finishInTurns, inTurns } from "../threads/in-turns.js";
import { groupPairs } from "./groups.js";
import { inPublicationOrder } from "./publication-order.js";
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

/**
 * The report in its canonical order: the same parts in another order give the same report. Made in turns of a few milliseconds, whatever
 * its size. Throws the signal's reason.
 */
export async function buildReport(parts: ReportParts, signal: AbortSignal): Promise<ScanReport> {
  const creatives = await finishInTurns(listCreatives(parts), signal);
  const places = new Map<string, number>();
  const byId = new Map<string, ReportedCreative>();
  await inTurns(
    creatives,
    (creative) => {
      places.set(creative.id, places.size);
      byId.set(creative.id, creative);
    },
    signal,
  );
  const place = (id: string): number => places.get(id) ?? places.size;
  const pairs = await finishInTurns(
    sorted(
      parts.pairs,
      (x, y) => y.similarity - x.similarity || place(x.a) - place(y.a) || place(x.b) - place(y.b),
    ),
    signal,
  );
  const groups = await finishInTurns(groupPairs(byId, pairs), signal);
  const accounts = await finishInTurns(tellReportedAccounts(creatives, pairs, parts.accounts), signal);
  const warnings = await finishInTurns(
    sorted(parts.warnings, (x, y) => (sortKey(x) < sortKey(y) ? -1 : 1)),
    signal,
  );
  return {
    schema: REPORT_SCHEMA,
    tool: parts.tool,
    creatives,
    pairs,
    groups,
    warnings,
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

/** A library's creatives, which were there before, then the scanned ones; each in the order of publication. */
function* listCreatives({ creatives, pairs }: ReportParts): Steps<ReportedCreative[]> {
  const stretched = new Set<string>();
  for (const { b, grade, transform } of pairs) {
    if (isStretched(grade, transform.stretch)) stretched.add(b);
    yield;
  }
  const [stored, scanned]: [ReportedCreative[], ReportedCreative[]] = [[], []];
  for (const creative of creatives) {
    const listed = stretched.has(creative.id) ? withStretchNote(creative) : creative;
    (creative.origin === "library" ? stored : scanned).push(listed);
    yield;
  }
  const identityOf = (creative: ReportedCreative): ReportedCreative => creative;
  const earlier = yield* inPublicationOrder(stored, identityOf);
  return earlier.concat(yield* inPublicationOrder(scanned, identityOf));
}

function withStretchNote(creative: ReportedCreative): ReportedCreative {
  if (creative.status === "failed") return creative;
  return { ...creative, designNotes: [...(creative.designNotes ?? []), "stretched"] };
}

function sortKey({ path = "", code, message }: ReportedWarning): string {
  return [path, code, message].join("\n");
}

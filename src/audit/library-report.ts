import { type Creative, publishedAt } from "../library/creative.js";
import type { Library } from "../library/library.js";
import {
  REPORT_SCHEMA,
  type ReadCreative,
  type ReportedGrade,
  type ReportedPair,
  type ScanReport,
} from "../report/scan-report.js";
import { TOOL_VERSION } from "../scan/tool-version.js";
import { GRADES } from "../verdict/similarity.js";
import { type LibraryAccountsOptions, viewLibraryAccounts } from "./library-accounts.js";

/** What a library knows of its creatives' likeness, without looking at any file. */
export interface LibraryReport {
  /** All creatives, the pairs nobody has allowed, and the groups they make. */
  readonly report: ScanReport;
  /** The pairs somebody has allowed, most similar first. */
  readonly allowed: readonly ReportedPair[];
  /** When each creative counts as published, by id, ISO 8601 in UTC: when it was uploaded, else when it was added. */
  readonly publishedAt: ReadonlyMap<string, string>;
}

/**
 * The report of a library by the pairs that were found when creatives were added. Throws what the library's calls throw, and the
 * signal's reason.
 */
export async function reportLibrary(
  library: Library,
  { signal, ...accountOptions }: LibraryAccountsOptions = {},
): Promise<LibraryReport> {
  const begun = performance.now();
  const options = signal === undefined ? {} : { signal };
  const stored: Creative[] = [];
  for await (const creative of library.list()) {
    signal?.throwIfAborted();
    stored.push(creative);
  }
  const digests = new Map(stored.map(({ id, fileDigest }) => [id, fileDigest]));
  const allowedContents = new Set((await library.allowedPairs()).map(({ a, b }) => `${a} ${b}`));
  const isAllowed = ({ a, b }: ReportedPair): boolean =>
    allowedContents.has([digests.get(a), digests.get(b)].sort().join(" "));
  const listed = (await library.pairs()).flatMap(({ a, b, verdict }): ReportedPair[] =>
    verdict.grade === "distinct" ? [] : [{ a, b, ...verdict, grade: verdict.grade as ReportedGrade }],
  );
  listed.sort((p, q) => q.similarity - p.similarity);
  const pairs = listed.filter((pair) => !isAllowed(pair));
  const allowed = listed.filter(isAllowed);
  const groups = (await library.groups(options)).map(({ first, members }, place) => ({
    id: `group-${place + 1}`,
    first: first.id,
    members: members.map(({ id }) => id),
  }));
  const accounts = await viewLibraryAccounts(library, { ...accountOptions, ...options });
  return {
    report: {
      schema: REPORT_SCHEMA,
      tool: { version: TOOL_VERSION, settings: { threshold: GRADES.similar } },
      creatives: stored.sort(byPublication).map(reportStored),
      pairs,
      groups,
      warnings: [],
      ...(accounts.accounts.length === 0 ? {} : { accounts }),
      summary: {
        creatives: stored.length,
        failed: 0,
        pairs: pairs.length,
        groups: groups.length,
        allowed: allowed.length,
        elapsedSeconds: Number(((performance.now() - begun) / 1000).toFixed(1)),
      },
    },
    allowed,
    publishedAt: new Map(stored.map((creative) => [creative.id, publishedAt(creative)])),
  };
}

/** A library's creative as reports tell it. */
export function reportStored({ addedAt: _addedAt, labels: _labels, path, ...facts }: Creative): ReadCreative {
  return { ...facts, path: path ?? facts.id, origin: "library", status: "ok" };
}

function byPublication(p: Creative, q: Creative): number {
  const [a, b] = [publishedAt(p), publishedAt(q)];
  return a === b ? (p.id < q.id ? -1 : 1) : a < b ? -1 : 1;
}

import type { PairSet } from "../corpus/clip-sets.js";
import type { EditLots } from "./edit-lots.js";
import { judgeEach } from "./judge-each.js";
import type { JudgedPair } from "./judged-pair.js";
import type { PairJudge } from "./pair-judge.js";
import { SearchIndex } from "./search-index.js";

/** Strangers among the edits: what the search proposed, compared; and how many pairs it was asked about. */
export interface JudgedEdits {
  readonly pairs: readonly JudgedPair[];
  readonly searchedIn: Readonly<Record<PairSet, number>>;
}

/** Searches for edits in a library of edits of all clips, and compares what it proposes of strangers. Edits without a fingerprint are passed over. */
export async function judgeEdits(
  lots: EditLots,
  judge: PairJudge,
  options: {
    readonly encoded: ReadonlyMap<string, Uint8Array>;
    readonly jobs: number;
    readonly signal: AbortSignal;
  },
): Promise<JudgedEdits> {
  const { encoded, jobs, signal } = options;
  const searchedIn = { tuning: 0, reporting: 0, across: 0 };
  const pairs: JudgedPair[][] = [];
  const [stored, asked] = [lots.stored, lots.asked].map((lot) => lot.filter((file) => encoded.has(file)));
  if (stored === undefined || asked === undefined || stored.length === 0) return { pairs: [], searchedIn };
  await using index = await SearchIndex.of(stored, encoded);
  await judgeEach("Edits of different clips", asked, { jobs, signal }, async (b) => {
    const strangers = stored.filter((a) => judge.relationBetween(a, b) === "strangers");
    for (const a of strangers) searchedIn[judge.setOf(a, b)]++;
    const found = await index.candidatesFor(encoded.get(b)!, signal);
    const proposed = strangers.filter((a) => found.has(a));
    const earlier = proposed.map((a) => ({
      ...({ a, relation: "strangers", searched: true, squaredDistance: found.get(a) } as const),
    }));
    pairs.push(await judge.judge(b, earlier, signal));
  });
  return { pairs: pairs.flat(), searchedIn };
}

import type { TruthFile } from "../../samples/truth/truth-file.js";
import { Comparisons, type VerdictMemory } from "../../src/matching/comparisons.js";
import type { AskedPairs } from "./asked-pairs.js";
import type { EditLots } from "./edit-lots.js";
import { groupBy } from "./group-by.js";
import { judgeEach } from "./judge-each.js";
import { judgeEdits } from "./judge-edits.js";
import type { JudgedCorpus } from "./judged-corpus.js";
import type { JudgedPair, Relation } from "./judged-pair.js";
import { type EarlierFile, PairJudge } from "./pair-judge.js";
import { SearchIndex } from "./search-index.js";

/** What judging needs. */
export interface JudgeOptions {
  readonly truth: TruthFile;
  /** Encoded fingerprints by path; pairs without one are passed over. */
  readonly encoded: ReadonlyMap<string, Uint8Array>;
  /** Edits to be told from edits of other clips; default none. */
  readonly editLots?: EditLots | undefined;
  /** Verdicts of earlier runs. */
  readonly verdicts: VerdictMemory;
  readonly jobs: number;
  readonly signal: AbortSignal;
}

/**
 * Judges every asked pair, each two originals, every edit against the originals of others that the search finds for it, and the lots
 * of edits against each other in the same way. Listed pairs are compared whether or not the search finds them, so that its losses can be
 * told from the comparison's.
 */
export async function judgeCorpus(asked: AskedPairs, options: JudgeOptions): Promise<JudgedCorpus> {
  const { encoded, jobs, signal, editLots = { stored: [], asked: [] } } = options;
  const originals = asked.originals.map(({ file }) => file).filter((file) => encoded.has(file));
  const listed = groupBy(
    asked.pairs.filter(({ a, b }) => encoded.has(a) && encoded.has(b)),
    ({ b }) => b,
  );
  await using index = await SearchIndex.of(originals, encoded);
  await using comparisons = new Comparisons(jobs, options.verdicts);
  const judge = new PairJudge(options.truth, encoded, comparisons);
  const pairs: JudgedPair[][] = [];
  const searchedIn = { tuning: noneSearched(), reporting: noneSearched(), across: noneSearched() };

  const judgeLater = async (b: string): Promise<void> => {
    const truths = new Map((listed.get(b) ?? []).map((truth) => [truth.a, truth]));
    const place = originals.indexOf(b);
    const relationTo = (a: string): Relation | undefined =>
      truths.has(a) ? "listed" : judge.relationBetween(a, b);
    const searched = place < 0 && [...truths.values()].some(({ a }) => originals.includes(a));
    const found = searched ? await index.candidatesFor(encoded.get(b)!, signal) : new Map<string, number>();
    // Originals are compared with all that came before them, found or not: here every false pair shall be seen.
    const others = place >= 0 ? originals.slice(0, place) : [...found.keys()];
    const earlier = [...new Set([...truths.keys(), ...others])].flatMap((a): EarlierFile[] => {
      const relation = relationTo(a);
      if (relation === undefined) return [];
      const wasSearched = searched && originals.includes(a);
      return [{ a, relation, truth: truths.get(a), searched: wasSearched, squaredDistance: found.get(a) }];
    });
    pairs.push(await judge.judge(b, earlier, signal));
    for (const a of searched ? originals : []) {
      const relation = relationTo(a);
      if (relation === "strangers") searchedIn[judge.setOf(a, b)].originals++;
      if (relation === "donor") searchedIn[judge.setOf(a, b)].donors++;
    }
  };
  await judgeEach("Comparing", [...new Set([...originals, ...listed.keys()])], { jobs, signal }, judgeLater);
  const edits = await judgeEdits(editLots, judge, { encoded, jobs, signal });
  const order = (p: JudgedPair, q: JudgedPair): number =>
    p.b === q.b ? (p.a < q.a ? -1 : 1) : p.b < q.b ? -1 : 1;
  return {
    pairs: [...pairs.flat(), ...edits.pairs].sort(order),
    searchedIn: {
      tuning: { ...searchedIn.tuning, edits: edits.searchedIn.tuning },
      reporting: { ...searchedIn.reporting, edits: edits.searchedIn.reporting },
      across: { ...searchedIn.across, edits: edits.searchedIn.across },
    },
  };
}

function noneSearched() {
  return { originals: 0, donors: 0 };
}

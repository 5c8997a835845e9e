import PQueue from "p-queue";
import { startBar } from "../../samples/progress.js";
import type { TruthFile } from "../../samples/truth/truth-file.js";
import { decodeFingerprint } from "../../src/fingerprint/codec.js";
import { type ComparedCreative, Comparisons, type VerdictMemory } from "../../src/matching/comparisons.js";
import { pairSets } from "../corpus/clip-sets.js";
import type { AskedPairs } from "./asked-pairs.js";
import { groupBy } from "./group-by.js";
import type { JudgedCorpus } from "./judged-corpus.js";
import type { JudgedPair, Relation } from "./judged-pair.js";
import { OriginalsIndex } from "./originals-index.js";
import { relationsIn } from "./relation.js";

/** What judging needs. */
export interface JudgeOptions {
  readonly truth: TruthFile;
  /** Encoded fingerprints by path; pairs without one are passed over. */
  readonly encoded: ReadonlyMap<string, Uint8Array>;
  /** Verdicts of earlier runs. */
  readonly verdicts: VerdictMemory;
  readonly jobs: number;
  readonly signal: AbortSignal;
}

/**
 * Judges every asked pair, each two originals, and every edit against the originals of others that the search finds for
 * it. Listed pairs are compared whether or not the search finds them, so that its losses can be told from the comparison's.
 */
export async function judgeCorpus(asked: AskedPairs, options: JudgeOptions): Promise<JudgedCorpus> {
  const { encoded, jobs, signal } = options;
  const originals = asked.originals.map(({ file }) => file).filter((file) => encoded.has(file));
  const listed = groupBy(
    asked.pairs.filter(({ a, b }) => encoded.has(a) && encoded.has(b)),
    ({ b }) => b,
  );
  const laters = [...new Set([...originals, ...listed.keys()])];
  const relationBetween = relationsIn(options.truth);
  const setOf = pairSets(options.truth);
  const originalOf = new Map(options.truth.creatives.map(({ file, original }) => [file, original]));
  await using index = await OriginalsIndex.of(originals, encoded);
  await using comparisons = new Comparisons(jobs, options.verdicts);
  const pairs: JudgedPair[][] = [];
  const searchedIn = { tuning: noneSearched(), reporting: noneSearched(), across: noneSearched() };

  const comparedOf = (file: string): ComparedCreative => {
    const bytes = encoded.get(file)!;
    return { fileDigest: decodeFingerprint(bytes).digests.file, encoded: bytes };
  };
  const judgeLater = async (b: string): Promise<void> => {
    const truths = new Map((listed.get(b) ?? []).map((truth) => [truth.a, truth]));
    const place = originals.indexOf(b);
    const relationTo = (a: string): Relation | undefined =>
      truths.has(a) ? "listed" : relationBetween(a, b);
    const searched = place < 0 && [...truths.values()].some(({ a }) => originals.includes(a));
    const found = searched ? await index.candidatesFor(encoded.get(b)!, signal) : new Map<string, number>();
    // Originals are compared with all that came before them, found or not: here every false pair shall be seen.
    const others = place >= 0 ? originals.slice(0, place) : [...found.keys()];
    const earlier = [...new Set([...truths.keys(), ...others])].filter(relationTo);
    const verdicts = await comparisons.verdictsOn(comparedOf(b), earlier.map(comparedOf), { signal });
    const judged = earlier.map((a, i): JudgedPair => {
      const truth = truths.get(a);
      const squaredDistance = found.get(a);
      return {
        a,
        b,
        relation: relationTo(a)!,
        originals: place >= 0 && originals.includes(a),
        set: setOf(a, b),
        clips: [originalOf.get(a), originalOf.get(b)].sort().join(" "),
        ...(truth === undefined ? {} : { truth }),
        searched: searched && originals.includes(a),
        ...(squaredDistance === undefined ? {} : { squaredDistance }),
        verdict: verdicts[i]!,
      };
    });
    pairs.push(judged);
    for (const a of searched ? originals : []) {
      const relation = relationTo(a);
      if (relation !== undefined) searchedIn[setOf(a, b)][relation]++;
    }
  };
  await runAll(laters, judgeLater, jobs, signal);
  const order = (p: JudgedPair, q: JudgedPair): number =>
    p.b === q.b ? (p.a < q.a ? -1 : 1) : p.b < q.b ? -1 : 1;
  return { pairs: pairs.flat().sort(order), searchedIn };
}

function noneSearched(): Record<Relation, number> {
  return { listed: 0, strangers: 0, donor: 0, kin: 0 };
}

async function runAll(
  laters: readonly string[],
  judge: (b: string) => Promise<void>,
  jobs: number,
  signal: AbortSignal,
): Promise<void> {
  const bar = startBar("Comparing", laters.length);
  const queue = new PQueue({ concurrency: jobs });
  try {
    await queue.addAll(
      laters.map((b) => async () => {
        signal.throwIfAborted();
        await judge(b);
        bar.increment();
      }),
    );
  } finally {
    queue.clear();
    bar.stop();
  }
}

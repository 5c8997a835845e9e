import { decodeFingerprint } from "../../src/fingerprint/codec.js";
import { candidateQuery, storedEvidence } from "../../src/matching/candidate-evidence.js";
import { CandidateIndex } from "../../src/matching/candidate-index.js";

/** The search index over some files of a corpus: a library into which only they were delivered. */
export class SearchIndex implements AsyncDisposable {
  private constructor(
    private readonly index: CandidateIndex,
    private readonly files: readonly string[],
  ) {}

  /** Indexes the files at these paths. */
  static async of(files: readonly string[], encoded: ReadonlyMap<string, Uint8Array>): Promise<SearchIndex> {
    const index = await CandidateIndex.create();
    await index.add(files.map((file, id) => storedEvidence(id, decodeFingerprint(encoded.get(file)!))));
    return new SearchIndex(index, files);
  }

  /** The files that the search finds worth comparing with a creative, each with its squared distance. */
  async candidatesFor(encoded: Uint8Array, signal: AbortSignal): Promise<Map<string, number>> {
    const found = await this.index.find(candidateQuery(decodeFingerprint(encoded)), { signal });
    return new Map(found.map(({ id, squaredDistance }) => [this.files[id]!, squaredDistance]));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.index.close();
  }
}

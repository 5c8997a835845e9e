import type { Grade, PairVerdict } from "../../../src/verdict/verdict.js";

/** One of the contents a model knows, by its number. */
export type Content = number;

/** A creative of a model. */
export interface ModelCreative {
  readonly id: string;
  readonly content: Content;
  /** When it was published, milliseconds since 1970. */
  readonly published: number;
}

/** What a library is expected to tell of a match. */
export interface ModelMatch {
  readonly id: string;
  readonly grade: Grade;
  readonly earlier: boolean;
}

/** Verdicts on contents by their numbers, the earlier one first. */
export type Verdicts = (earlier: Content, later: Content) => PairVerdict;

/** Days a creative is compared with those before it. */
const WINDOW_MILLISECONDS = 180 * 24 * 60 * 60 * 1000;

/** What a library ought to hold and answer, without files, index, threads or anything approximate: lists that are gone through. */
export class LibraryModel {
  creatives: ModelCreative[] = [];
  pairs: { readonly a: string; readonly b: string; readonly grade: Grade }[] = [];
  /** Contents that are allowed beside each other, the lesser number first. */
  readonly allowed = new Set<string>();
  readonly #verdicts: Verdicts;

  constructor(verdicts: Verdicts) {
    this.#verdicts = verdicts;
  }

  byId(id: string): ModelCreative | undefined {
    return this.creatives.find((each) => each.id === id);
  }

  /** All that a creative is like, allowed or not, most similar first and then by id. */
  alike(creative: ModelCreative): (ModelMatch & { readonly content: Content; readonly published: number })[] {
    return this.creatives
      .filter(({ id }) => id !== creative.id)
      .map((other) => {
        const earlier = other.published <= creative.published;
        const { grade, similarity } = earlier
          ? this.#verdicts(other.content, creative.content)
          : this.#verdicts(creative.content, other.content);
        return { ...other, grade, earlier, similarity };
      })
      .filter(({ grade }) => grade !== "distinct")
      .sort((p, q) => q.similarity - p.similarity || (p.id < q.id ? -1 : 1));
  }

  /** What {@link alike} tells, without what is allowed. */
  matches(creative: ModelCreative): ModelMatch[] {
    return this.alike(creative)
      .filter(({ content }) => !this.allowed.has(pairOf(content, creative.content)))
      .map(({ id, grade, earlier }) => ({ id, grade, earlier }));
  }

  /** Puts a creative in with its pairs. */
  add(creative: ModelCreative): void {
    for (const { id, grade, earlier } of this.alike(creative))
      this.pairs.push(earlier ? { a: id, b: creative.id, grade } : { a: creative.id, b: id, grade });
    this.creatives.push(creative);
  }

  /** Whether a creative of the last half year, not allowed and more than possibly the same, keeps this one out. */
  refuses(creative: ModelCreative): boolean {
    const inTime = new Set(
      this.creatives
        .filter(({ published }) => published >= creative.published - WINDOW_MILLISECONDS)
        .map(({ id }) => id),
    );
    return this.matches(creative).some(({ id, grade }) => inTime.has(id) && grade !== "possible");
  }

  remove(id: string): void {
    this.creatives = this.creatives.filter((each) => each.id !== id);
    this.pairs = this.pairs.filter(({ a, b }) => a !== id && b !== id);
  }

  /** Ids of those that hang together, each group sorted, by pairs that nobody allowed. */
  groups(): string[][] {
    const groups: Set<string>[] = [];
    for (const { a, b, grade } of this.pairs) {
      if (grade === "possible" || this.allowed.has(this.#pairOfIds(a, b))) continue;
      const touched = groups.filter((group) => group.has(a) || group.has(b));
      for (const group of touched) groups.splice(groups.indexOf(group), 1);
      groups.push(new Set([a, b, ...touched.flatMap((group) => [...group])]));
    }
    return groups.map((group) => [...group].sort()).sort();
  }

  #pairOfIds(a: string, b: string): string {
    return pairOf(this.byId(a)!.content, this.byId(b)!.content);
  }
}

/** A pair of contents in whatever order. */
export function pairOf(p: Content, q: Content): string {
  return p < q ? `${p} ${q}` : `${q} ${p}`;
}

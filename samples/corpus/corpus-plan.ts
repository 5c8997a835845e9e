import type { CombinedEdit } from "../edits/combined.js";
import type { Edit } from "../edits/edit.js";
import type { HardNegative } from "../edits/hard-negatives.js";
import { keepShare } from "../edits/time.js";
import type { ClipFacts } from "../montage/clip-facts.js";
import type { Montage } from "../montage/montage.js";
import type { RenderPlan } from "../montage/plan.js";
import { type Random, seededRandom } from "../random.js";
import { planEdit } from "../rendering/render-edit.js";
import type { RenderTask } from "../rendering/render-tasks.js";
import type { Creative, PairTruth } from "../truth/truth-file.js";
import type { Original } from "./original.js";

/** A piece of an original, in shares of its time. */
export interface Piece {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** Collects what to render and what will then be true, so that the two cannot disagree. */
export class CorpusPlan {
  readonly tasks: RenderTask[] = [];
  readonly creatives: Creative[];
  readonly pairs: PairTruth[] = [];

  private readonly nameByPath: ReadonlyMap<string, string>;

  constructor(originals: readonly Original[]) {
    this.creatives = originals.map(({ file, name }) => ({ file, original: name, alsoShows: [] }));
    this.nameByPath = new Map(originals.map(({ clip, name }) => [clip.path, name]));
  }

  /**
   * Adds an edit of an original as `<name>.<container>`. `earlier` is side a of the pair where that is another
   * edit, and the truth of how b was made is then left out: it was not made from a.
   */
  addEdit(
    original: Original,
    edit: Edit,
    name: string,
    random: Random,
    partner: ClipFacts,
    earlier?: string,
  ): void {
    const { plan, truth } = planEdit(original.clip, edit, { random, partner });
    const file = this.addFile(original, name, plan);
    this.pairs.push({
      a: earlier ?? original.file,
      b: file,
      edit: edit.name,
      group: edit.group,
      expected: "similar",
      similar: true,
      rules: edit.rules,
      strength: edit.strength,
      ...("steps" in edit && { steps: (edit as CombinedEdit).steps }),
      ...(earlier === undefined && { truth }),
    });
  }

  /** Adds two different originals that were given the same thing. `random` must start alike for each of them. */
  addHardNegative(
    negative: HardNegative,
    couple: readonly [Original, Original],
    nameOf: (original: Original) => string,
    random: () => Random,
    partner: ClipFacts,
  ): void {
    const [a, b] = couple.map((original) => {
      const { plan } = planEdit(original.clip, negative, { random: random(), partner });
      return this.addFile(original, nameOf(original), plan);
    }) as [string, string];
    this.addDistinct(a, b, negative.name);
  }

  /** Adds two pieces of one original, by their shares of its time, that show none of the same seconds. */
  addMoments(
    original: Original,
    kind: string,
    pieces: readonly [Piece, Piece],
    nameOf: (piece: Piece) => string,
  ): void {
    const [a, b] = pieces.map((piece) => {
      const apply = (montage: Montage): void => keepShare(montage, piece.from, piece.to);
      // Nothing is drawn or borrowed: neither chance nor a partner has a part in it.
      const { plan } = planEdit(
        original.clip,
        { apply },
        { random: seededRandom(kind), partner: original.clip },
      );
      return this.addFile(original, nameOf(piece), plan);
    }) as [string, string];
    this.addDistinct(a, b, kind);
  }

  private addDistinct(a: string, b: string, edit: string): void {
    this.pairs.push({ a, b, edit, group: "negative", expected: "distinct", similar: false, rules: [] });
  }

  private addFile(original: Original, name: string, plan: RenderPlan): string {
    const file = `${name}.${plan.container}`;
    this.tasks.push({ file, plan });
    this.creatives.push({ file, original: original.name, alsoShows: this.donorsOf(original, plan) });
    return file;
  }

  /** What a plan reads is what the file shows: an edit cannot forget to tell of footage it borrows. */
  private donorsOf(original: Original, { inputs }: RenderPlan): string[] {
    const clips = new Set(inputs.flatMap((input) => (input.kind === "clip" ? [input.path] : [])));
    clips.delete(original.clip.path);
    return [...clips].map((path) => {
      const name = this.nameByPath.get(path);
      if (name === undefined)
        throw new RangeError(`Footage is borrowed from ${path}, which is no original here`);
      return name;
    });
  }
}

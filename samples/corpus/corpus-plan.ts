import type { CombinedEdit } from "../edits/combined.js";
import type { Edit } from "../edits/edit.js";
import type { HardNegative } from "../edits/hard-negatives.js";
import type { ClipFacts } from "../montage/clip-facts.js";
import type { Random } from "../random.js";
import { planEdit } from "../rendering/render-edit.js";
import type { RenderTask } from "../rendering/render-tasks.js";
import type { Creative, PairTruth } from "../truth/truth-file.js";
import type { Original } from "./original.js";

/** Collects what to render and what will then be true, so that the two cannot disagree. */
export class CorpusPlan {
  readonly tasks: RenderTask[] = [];
  readonly creatives: Creative[];
  readonly pairs: PairTruth[] = [];

  constructor(originals: readonly Original[]) {
    this.creatives = originals.map(({ file, name }) => ({ file, original: name }));
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
    const file = `${name}.${plan.container}`;
    this.tasks.push({ file, plan });
    this.creatives.push({ file, original: original.name });
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
      const file = `${nameOf(original)}.${plan.container}`;
      this.tasks.push({ file, plan });
      this.creatives.push({ file, original: original.name });
      return file;
    }) as [string, string];
    this.pairs.push({
      a,
      b,
      edit: negative.name,
      group: "negative",
      expected: "distinct",
      similar: false,
      rules: [],
    });
  }
}

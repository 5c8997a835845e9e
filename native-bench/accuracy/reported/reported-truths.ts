import { type Share, shareOf } from "../../measuring/share.js";
import { groupBy } from "../group-by.js";
import type { JudgedPair } from "../judged-pair.js";
import { kindOf } from "../kind-of-edit.js";
import { isRegionRight, isTailRight, isTransformRight, pairsWithTruth } from "./right-reports.js";
import { changedParts, rightParts, TRANSFORM_PARTS, type TransformPart } from "./transform-parts.js";

/** How often what is said beside the verdict is true, over the found pairs of one kind whose truth is known. */
export interface ReportedTruths {
  readonly name: string;
  /** All parts of the transform are right. */
  readonly transform: Share;
  /** The places where something was laid on, or blurred out, are those reported. */
  readonly region: Share;
  /** A replaced tail begins when it is said to. */
  readonly tail: Share;
}

/** How often one part of the transform is right, where the edit changes it and where it does not. */
export interface PartTruths {
  readonly part: TransformPart;
  readonly tolerance: string;
  readonly changed: Share;
  readonly unchanged: Share;
}

/** By group of edits, then over all single edits (the floor the project sets itself is for these). */
export function reportedByGroup(pairs: readonly JudgedPair[]): ReportedTruths[] {
  const asked = pairsWithTruth(pairs);
  const groups = groupBy(asked, ({ truth }) => truth!.group);
  const single = asked.filter(({ truth }) => truth!.steps === undefined);
  return [...[...groups].map(([name, each]) => truthsOf(name, each)), truthsOf("all single edits", single)];
}

/** By kind of edit, kinds of a group together. */
export function reportedByKind(pairs: readonly JudgedPair[]): ReportedTruths[] {
  const groups = groupBy(pairsWithTruth(pairs), ({ truth }) => truth!.group);
  return [...groups.values()].flatMap((group) =>
    [...groupBy(group, kindOf)]
      .map(([name, each]) => truthsOf(name, each))
      .sort((p, q) => (p.name < q.name ? -1 : 1)),
  );
}

/** By part of the transform, over single edits and combinations alike. */
export function reportedByPart(pairs: readonly JudgedPair[]): PartTruths[] {
  const answers = pairsWithTruth(pairs).map(({ truth, verdict }) => {
    const real = truth!.truth!;
    return { right: rightParts(real, verdict.transform), changed: changedParts(real) };
  });
  return Object.entries(TRANSFORM_PARTS).map(([name, tolerance]) => {
    const part = name as TransformPart;
    const of = (changed: boolean): Share =>
      shareOf(answers.filter((answer) => answer.changed[part] === changed).map(({ right }) => right[part]));
    return { part, tolerance, changed: of(true), unchanged: of(false) };
  });
}

function truthsOf(name: string, pairs: readonly JudgedPair[]): ReportedTruths {
  return {
    name,
    transform: shareOf(pairs.map(isTransformRight)),
    region: shareOf(pairs.map(isRegionRight)),
    tail: shareOf(pairs.map(isTailRight)),
  };
}

import type { Fingerprint } from "../fingerprint/fingerprint.js";
import { describeQuery, describeStored } from "../signature/descriptors.js";
import { pictureAgreement } from "./agreement.js";
import { cutCells } from "./cells.js";
import { type Evidence, gatherEvidence } from "./evidence.js";
import { type Fit, fitMap, type PicturePair } from "./fit.js";
import { groupByPlace, type Hypothesis, type Places, rankHypotheses, turnRound } from "./hypotheses.js";
import { isPlausible } from "./plausible.js";
import { CELL, drawOnStage, layStage } from "./stage.js";

/** Key samples described on either side. */
const ASKED_KEYS = 6;
const HELD_KEYS = 4;

/** Guesses at the geometry that are fitted, and fitted ones that are followed through all of the time. */
const FITTED = 5;
const FOLLOWED = 2;

const STEPS = { coarse: 8, fine: 5 };

/** A query made ready for any number of references. */
export interface AlignableQuery {
  readonly fingerprint: Fingerprint;
  /** Descriptors asked of a reference, and held for a reference to ask. */
  readonly asked: Places;
  readonly held: Places;
}

/** Describes a query once. */
export function prepareQuery(fingerprint: Fingerprint): AlignableQuery {
  return {
    fingerprint,
    asked: groupByPlace(describeQuery(fingerprint, ASKED_KEYS)),
    held: groupByPlace(describeStored(fingerprint, HELD_KEYS)),
  };
}

/** The best guesses at the geometry from both sides: a crop of the reference is found by asking it, a crop of the query by asking that. */
function guess(query: AlignableQuery, reference: Fingerprint): Hypothesis[] {
  const held = groupByPlace(describeStored(reference, HELD_KEYS));
  const asked = groupByPlace(describeQuery(reference, ASKED_KEYS));
  const forward = rankHypotheses(
    { fingerprint: query.fingerprint, places: query.asked },
    { fingerprint: reference, places: held },
    FITTED,
  );
  const backward = rankHypotheses(
    { fingerprint: reference, places: asked },
    { fingerprint: query.fingerprint, places: query.held },
    FITTED,
  );
  return [...forward, ...backward.map(turnRound)].sort((p, q) => q.score - p.score).slice(0, FITTED);
}

/** The best way to lay a query on a reference, in space and time; undefined where no way shows any likeness. */
export function align(query: AlignableQuery, reference: Fingerprint): Evidence | undefined {
  const fitted = guess(query, reference)
    .flatMap((hypothesis) => fitHypothesis(hypothesis, query.fingerprint, reference))
    .sort((p, q) => q.agreement - p.agreement);
  let best: { evidence: Evidence; matched: number } | undefined;
  for (const { fit } of fitted.slice(0, FOLLOWED)) {
    const evidence = gatherEvidence(reference, query.fingerprint, fit);
    if (evidence === undefined) continue;
    const matched = evidence.lines
      .flatMap(({ matches }) => matches)
      .reduce((sum, { agreement }) => sum + agreement, 0);
    if (best === undefined || matched > best.matched) best = { evidence, matched };
  }
  return best?.evidence;
}

interface FittedHypothesis {
  readonly fit: Fit;
  readonly agreement: number;
}

/** One guess as it is and as it fits best: where there is little to hold on to, a fit may be worse than the guess. */
function fitHypothesis(
  hypothesis: Hypothesis,
  query: Fingerprint,
  reference: Fingerprint,
): FittedHypothesis[] {
  const pairs = hypothesis.moments.map((moment) => ({
    reference: moment.reference.picture,
    query: moment.query.picture,
  }));
  const guessed: Fit = { map: hypothesis.map, correlation: 0 };
  const fitted = fitMap(pairs, hypothesis.map, STEPS);
  const judged = (fitted === undefined ? [guessed] : [fitted, guessed])
    .filter(({ map }) => isPlausible(map))
    .map((fit) => ({ fit, agreement: agreementUnder(fit, pairs, query, reference) }))
    .sort((p, q) => q.agreement - p.agreement);
  return judged.slice(0, 1);
}

/** How far the pairs agree in their fine structure under a map, discounted where only a corner is shared. */
function agreementUnder(
  { map }: Fit,
  pairs: readonly PicturePair[],
  query: Fingerprint,
  reference: Fingerprint,
): number {
  const stage = layStage(reference.samples[0]!.picture, query.samples[0]!.picture, map);
  if (stage === undefined) return 0;
  const cells = Array.from({ length: (stage.width * stage.height) / CELL ** 2 }, (_, cell) => cell);
  let sum = 0;
  for (const pair of pairs) {
    const p = cutCells(stage, drawOnStage(stage, pair.reference, stage.toReference));
    const q = cutCells(stage, drawOnStage(stage, pair.query, stage.toQuery));
    sum += pictureAgreement(p, q, cells, 1) || 0;
  }
  return (sum / pairs.length) * Math.min(1, Math.max(stage.referenceArea, stage.queryArea) + 0.2);
}

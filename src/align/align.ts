import type { Fingerprint } from "../fingerprint/fingerprint.js";
import { describeQuery, describeStored } from "../signature/descriptors.js";
import { pictureAgreement } from "./agreement.js";
import { cutCells } from "./cells.js";
import { type Evidence, gatherEvidence } from "./evidence.js";
import { type Fit, fitMap } from "./fit.js";
import { groupByPlace, type Hypothesis, type Places, rankHypotheses, turnRound } from "./hypotheses.js";
import { isPlausible } from "./plausible.js";
import { drawOnStage, layStage } from "./stage.js";

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

/** Fits one guess and looks how far the moments it came from agree, discounted where only a corner is shared. */
function fitHypothesis(
  hypothesis: Hypothesis,
  query: Fingerprint,
  reference: Fingerprint,
): FittedHypothesis[] {
  const pairs = hypothesis.moments.map((moment) => ({
    reference: moment.reference.picture,
    query: moment.query.picture,
  }));
  const fit = fitMap(pairs, hypothesis.map, STEPS);
  if (fit === undefined || !isPlausible(fit.map)) return [];
  const stage = layStage(reference, query, fit.map);
  if (stage === undefined) return [];
  const cells = Array.from({ length: (stage.width * stage.height) / 36 }, (_, cell) => cell);
  let sum = 0;
  for (const moment of hypothesis.moments) {
    const p = cutCells(stage, drawOnStage(stage, moment.reference, stage.toReference));
    const q = cutCells(stage, drawOnStage(stage, moment.query, stage.toQuery));
    sum += pictureAgreement(p, q, cells, fit.gain) || 0;
  }
  const agreement =
    (sum / hypothesis.moments.length) * Math.min(1, Math.max(stage.referenceArea, stage.queryArea) + 0.2);
  return [{ fit, agreement }];
}

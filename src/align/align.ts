import type { Fingerprint } from "../fingerprint/fingerprint.js";
import { invert } from "../picture/affine.js";
import { describeQuery, describeStored } from "../signature/descriptors.js";
import { type Evidence, gatherEvidence } from "./evidence.js";
import { type FittedGuess, fitCoarsely, fitFinely } from "./fit-guesses.js";
import { agreementAtAGlance, type GlanceMoments, glanceMoments } from "./glance.js";
import { type Places, placesOf, rankHypotheses, turnRound } from "./hypotheses.js";
import { totalSeconds } from "./moments.js";
import { shearOf } from "./plausible.js";
import { FITTED_AGAIN, isPromising, OWN_GUESS } from "./promising.js";
import { refit } from "./refit.js";
import { offSquare } from "./squareness.js";

/** Key samples described on either side: with how many the query asks, how many each side holds for the other, and with how many the reference asks back. */
const ASKED_KEYS = 8;
const HELD_KEYS = 6;
const ASKED_BACK_KEYS = 4;

/** Guesses at the geometry that are fitted. */
const FITTED = 8;

/** A query made ready for any number of references. */
export interface AlignableQuery {
  readonly fingerprint: Fingerprint;
  /** Descriptors asked of a reference, and held for a reference to ask. */
  readonly asked: Places;
  readonly held: Places;
  readonly moments: GlanceMoments;
}

/** The likeliest guesses of the query, which tell strangers. */
const TRIED = 2;

/** Agreement that one of them must reach: no true pair that can be found stays below, of pairs of strangers that an index proposes four in ten. */
const WORTHWHILE = 0.35;

/** Agreement that the best guess of both sides must reach to be followed through time. The true pairs that are found have 0.47 and more, six in ten strangers less. */
const FOLLOWED = 0.45;

/**
 * Agreement at a glance that a guess must have to be followed. Of the edits that are found the lowest has 0.39 (0.45 on the tuning half of the clips), of the strangers that an
 * index of 100,000 proposes three in four less. Set below the lowest of both halves.
 */
const GLANCE = 0.38;

/**
 * Score of a guess (see `Hypothesis`) from which the reference is asked for its own even where the query's own lead nowhere: a guess may be right and its fit not. One in six of the strangers that
 * pass a glance and lead nowhere reach it, and all three true pairs that lead nowhere and have moments in common.
 */
const STRIKING = 0.6;

/** Describes a query once. */
export function prepareQuery(fingerprint: Fingerprint): AlignableQuery {
  return {
    fingerprint,
    asked: placesOf(describeQuery(fingerprint, ASKED_KEYS)),
    held: placesOf(describeStored(fingerprint, HELD_KEYS)),
    moments: glanceMoments(fingerprint),
  };
}

/**
 * The best ways to lay the two on each other at one moment or a few, fitted, from the guesses of both sides: a crop of the reference is found by asking it, a
 * crop of the query by asking that. None where the likeliest of the query's own, which take a fifth of the time to find, all fail.
 */
function likelyWays(
  query: AlignableQuery,
  reference: Fingerprint,
  follow: (guess: FittedGuess) => Evidence | undefined,
): FittedGuess[] {
  const moments = glanceMoments(reference);
  const agreesAtAGlance = ({ fit }: FittedGuess) =>
    agreementAtAGlance(moments, query.moments, fit.map) >= GLANCE;
  const held = placesOf(describeStored(reference, HELD_KEYS));
  const forward = rankHypotheses(
    { fingerprint: query.fingerprint, places: query.asked },
    { fingerprint: reference, places: held },
    FITTED,
  );
  const tried = new Map(forward.slice(0, TRIED).map((guess) => [guess, fitCoarsely(guess)]));
  const fine = new Map<FittedGuess, FittedGuess>();
  if (forward.length > 0) {
    const alike = fitFinely([...tried.values()], reference, fine).filter(
      (guess) => guess.agreement >= WORTHWHILE && agreesAtAGlance(guess),
    );
    const isWorthAskingBack =
      forward[0]!.score >= STRIKING ? alike.length > 0 : alike.some((guess) => mayLead(follow(guess)));
    if (!isWorthAskingBack) return [];
  }
  const asked = placesOf(describeQuery(reference, ASKED_BACK_KEYS));
  const backward = rankHypotheses(
    { fingerprint: reference, places: asked },
    { fingerprint: query.fingerprint, places: query.held },
    FITTED,
  );
  const likeliest = [...forward, ...backward.map(turnRound)]
    .sort((p, q) => q.score - p.score)
    .slice(0, FITTED);
  const coarse = likeliest.map((guess) => (tried.has(guess) ? tried.get(guess) : fitCoarsely(guess)));
  return fitFinely(coarse, reference, fine).filter(
    (guess) => guess.agreement >= FOLLOWED && agreesAtAGlance(guess),
  );
}

/** A guess under which no moments follow each other tells nothing; one under which few do tells strangers. */
function mayLead(evidence: Evidence | undefined): boolean {
  return evidence === undefined || evidence.lines.length === 0 || isPromising(evidence, OWN_GUESS);
}

/** A first way under which this much agrees (mean agreement times the matched share of the shorter side) needs no second. */
const CONVINCING = 0.85;

/** Nor may it be sheared by more: editors do not shear, and a fit that does has not settled. */
const SQUARE = 0.05;

/** A map is taken for square within this: see {@link offSquare}. */
const SQUARE_ENOUGH = 0.02;

/** Fits without stretch that follow each other: the second begins where the first found its moments. */
const SQUARE_FITS = 2;

/**
 * The best way to lay a query on a reference, in space and time; undefined where no way shows any likeness. A single picture is laid on a video the same way whichever came
 * first: the video asks, which has more moments to ask with.
 */
export function align(query: AlignableQuery, reference: Fingerprint): Evidence | undefined {
  const isStill = query.fingerprint.samples.length === 1 && reference.samples.length > 1;
  if (!isStill) return bestWay(query, reference);
  const way = bestWay(prepareQuery(reference), query.fingerprint);
  return way && turnedRound(way, query.fingerprint, reference);
}

/** The same way with the sides exchanged, laid and looked at anew; undefined where next to nothing of it decides so. */
export function turnedRound(
  { fit }: Evidence,
  reference: Fingerprint,
  query: Fingerprint,
): Evidence | undefined {
  return gatherEvidence(query, reference, { ...fit, map: invert(fit.map) });
}

/** The best way to lay a query on a reference, the query asking first. */
function bestWay(query: AlignableQuery, reference: Fingerprint): Evidence | undefined {
  let best: Evidence | undefined;
  const followed = new Map<FittedGuess, Evidence | undefined>();
  const follow = (guess: FittedGuess) => {
    if (!followed.has(guess)) followed.set(guess, gatherEvidence(reference, query.fingerprint, guess.fit));
    return followed.get(guess);
  };
  for (const guess of likelyWays(query, reference, follow)) {
    const evidence = follow(guess);
    if (evidence === undefined || !isPromising(evidence, FITTED_AGAIN)) continue;
    best = better(better(best, evidence), refit(reference, query.fingerprint, evidence));
    if (best !== undefined && isConvincing(best)) return best;
  }
  if (best === undefined || offSquare(best.fit.map) <= SQUARE_ENOUGH) return best;
  return better(best, fitSquarely(best, query.fingerprint, reference));
}

/** The way with the better score; the first of equals. */
function better(one: Evidence | undefined, other: Evidence | undefined): Evidence | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return scoreOf(other) > scoreOf(one) ? other : one;
}

const scoreOf = ({ lines }: Evidence) => lines.reduce((sum, { score }) => sum + score, 0);

/**
 * Lays the two on each other without stretch, from a way that stretches: hardly an editor does, and a fit to a few moments of something else finds more
 * likeness by it than a right one starts with.
 */
function fitSquarely(way: Evidence, query: Fingerprint, reference: Fingerprint): Evidence | undefined {
  let square: Evidence | undefined;
  for (let n = 0; n < SQUARE_FITS; n++) {
    const next = refit(reference, query, square ?? way, "similar");
    if (next === undefined) break;
    square = next;
  }
  return square;
}

const isConvincing = (evidence: Evidence) =>
  agreeing(evidence) > CONVINCING && shearOf(evidence.fit.map) < SQUARE;

/** Mean agreement of the matched moments times their share of the shorter side's time, 0 to 1. */
function agreeing({ lines, moments: { referenceSeconds, querySeconds } }: Evidence): number {
  const agreed = lines
    .flatMap(({ matches }) => matches)
    .map(({ agreement, reference }) => agreement * referenceSeconds[reference]!);
  return totalSeconds(agreed) / Math.min(totalSeconds(referenceSeconds), totalSeconds(querySeconds));
}

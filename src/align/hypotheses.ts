import type { Fingerprint, Sample } from "../fingerprint/fingerprint.js";
import { type Affine, compose, invert } from "../picture/affine.js";
import type { DescribedView } from "../signature/descriptors.js";
import { DIHEDRALS } from "../signature/dihedral.js";
import { placeOf, productOf } from "../signature/nearest-kernel.js";
import { viewMap } from "../signature/view.js";
import { nearestInGroups, WIDE_COSINE, widen } from "../signature/wide-descriptor.js";

/** One guess at how the query shows the reference, with the moments that speak for it. */
export interface Hypothesis {
  /** From the reference's pixels to the query's. */
  readonly map: Affine;
  /** Pairs of moments that look alike under the map, best first. */
  readonly moments: readonly {
    readonly reference: Sample;
    readonly query: Sample;
    readonly cosine: number;
  }[];
  /** Sum over the best moments of how far their cosine is above `CHANCE`. */
  readonly score: number;
}

/** Cosine that views of different footage reach easily. */
const CHANCE = 0.5;

/**
 * Moments are trusted beside the best one when they miss a cosine of 1 by at most so many times as much, or by so little: in a moving shot the
 * key samples of both sides rarely fall on the same moments, and one pair that is a second apart spoils the fit.
 */
const TRUSTED = { times: 2.5, missing: 0.1 };

/** Pairs of moments kept for a hypothesis. */
const MOMENTS = 3;

/** The described views of a creative. */
export interface Places {
  readonly views: readonly DescribedView[];
  /** The descriptors of all of them, view after view; see `widen`. */
  readonly wide: Int16Array;
}

/** Makes described views ready for {@link rankHypotheses}. */
export function placesOf(views: readonly DescribedView[]): Places {
  return { views, wide: widen(views.flatMap(({ values }) => values)) };
}

/** One side of the guessing. */
export interface Side {
  readonly fingerprint: Fingerprint;
  readonly places: Places;
}

/** The `limit` best guesses at the geometry, best first; pairs of views in which nothing beats chance are left out. */
export function rankHypotheses(query: Side, reference: Side, limit: number): Hypothesis[] {
  const ranked: Guess[] = [];
  const nearest = nearestInGroups(
    query.places.wide,
    query.places.views.map(({ samples, turns }) => ({ size: samples.length, turns })),
    reference.places.wide,
  );
  let at = 0;
  for (const asked of query.places.views) {
    for (let turn = 0; turn < asked.turns; turn++) {
      for (const held of reference.places.views) {
        const from = at;
        at += held.samples.length;
        const least = ranked.length < limit ? 0 : ranked.at(-1)!.score;
        // Nearly all pairs of views end here.
        if (mostScore(nearest, from, at) <= least) continue;
        const hits = bestHits(asked, held, nearest, from);
        const score = hits.reduce((sum, { cosine }) => sum + cosine - CHANCE, 0);
        if (score > least) {
          ranked.push({ score, asked, turn, held, hits });
          ranked.sort((p, q) => q.score - p.score);
          if (ranked.length > limit) ranked.pop();
        }
      }
    }
  }
  return ranked.map(({ score, asked, turn, held, hits }) => {
    const turned = { ...DIHEDRALS[turn]!, c: 0, f: 0 };
    const ontoQuery = compose(viewMap(asked.view, query.fingerprint.samples[0]!.picture), turned);
    const map = compose(ontoQuery, invert(viewMap(held.view, reference.fingerprint.samples[0]!.picture)));
    return {
      map,
      score,
      moments: hits.filter(isTrusted).map((hit) => ({
        query: hit.query,
        reference: hit.reference,
        cosine: hit.cosine,
      })),
    };
  });
}

/** The same guess with the sides exchanged. */
export function turnRound({ map, score, moments }: Hypothesis): Hypothesis {
  return {
    map: invert(map),
    score,
    moments: moments.map(({ query, reference, cosine }) => ({ query: reference, reference: query, cosine })),
  };
}

/** Whether a hit is near as good as the best, which is the first of the list. */
function isTrusted(hit: Hit, _: number, [best]: readonly Hit[]): boolean {
  return 1 - hit.cosine <= Math.max(TRUSTED.missing, TRUSTED.times * (1 - best!.cosine));
}

/** A view of the query in one orientation, and one of the reference that looks like it. */
interface Guess {
  readonly score: number;
  readonly asked: DescribedView;
  /** A place in `DIHEDRALS`. */
  readonly turn: number;
  readonly held: DescribedView;
  readonly hits: readonly Hit[];
}

interface Hit {
  readonly query: Sample;
  readonly reference: Sample;
  readonly cosine: number;
}

/** What a pair of views can score at most: how far the best cosines of all moments, not only of the best few, are above chance. */
function mostScore(nearest: Int32Array, from: number, to: number): number {
  let sum = 0;
  for (let at = from; at < to; at++) sum += Math.max(0, productOf(nearest[at]!) - CHANCE * WIDE_COSINE);
  return sum / WIDE_COSINE;
}

/** For each reference moment its best query moment (`nearestInGroups` has them from `at` on), the best `MOMENTS` of them. */
function bestHits(
  { samples: asked }: DescribedView,
  { samples: held }: DescribedView,
  nearest: Int32Array,
  at: number,
): Hit[] {
  const hits: Hit[] = [];
  for (let place = 0; place < held.length; place++) {
    const found = nearest[at + place]!;
    const cosine = productOf(found) / WIDE_COSINE;
    if (cosine > CHANCE) hits.push({ query: asked[placeOf(found)]!, reference: held[place]!, cosine });
  }
  return hits.length < 2 ? hits : hits.sort((p, q) => q.cosine - p.cosine).slice(0, MOMENTS);
}

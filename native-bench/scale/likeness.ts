import { seededRandom } from "../../samples/random.js";
import type { Fingerprint } from "../../src/fingerprint/fingerprint.js";
import { type DescribedView, describeQuery, describeStored } from "../../src/signature/descriptors.js";
import { SHORT_BYTES, shortDistance, shorten, turnShort } from "../../src/signature/short-descriptor.js";
import { quantile } from "../measuring/quantile.js";
import { withOtherSigns } from "./other-signs.js";
import type { SyntheticCreatives } from "./synthetic-creatives.js";

/** How alike one moment of a creative and one of another are at best, over all their views: cosines at some quantiles. */
export interface Likeness {
  readonly pairsOf: string;
  readonly pairs: number;
  readonly cosines: readonly number[];
}

/** Shares of the pairs that are at most as alike. */
export const LIKENESS_QUANTILES = [0.05, 0.25, 0.5, 0.75, 0.95, 0.99];

/** Creatives of either kind, and others each is held against. */
const CREATIVES = 40;
const OTHERS = 10;

/** The vectors of a creative's first key sample, as it is asked and as it is stored. */
interface OneMoment {
  readonly asked: Int8Array;
  readonly stored: Int8Array;
}

/**
 * Nearest-neighbour cosines of different creatives, real and synthetic: a search is as hard among the synthetic ones as among real ones when these agree.
 * Real creatives count as different when the first words of their names do, as in the accuracy benchmark.
 */
export function measureLikeness(
  real: readonly { readonly family: string; readonly fingerprint: Fingerprint }[],
  synthetic: SyntheticCreatives,
): Likeness[] {
  const random = seededRandom("likeness");
  const seen = random.shuffle(real).slice(0, CREATIVES);
  const families = seen.map(({ family }) => family);
  const filmed = seen.map(({ fingerprint }) => oneMoment(fingerprint));
  const drawn = seen.map((_, number) => oneMoment(synthetic.creative(number)));
  const turned = drawn.map(({ asked, stored }) => ({ asked, stored: withOtherSigns(stored, random) }));
  const numbers = seen.map((_, number) => String(number));
  return [
    likeness("real", filmed, families),
    likeness("drawn", drawn, numbers),
    likeness("with other signs", turned, numbers),
  ];
}

/** The same of whole edits and their originals. */
export function plantedLikeness(planted: readonly { readonly squaredDistance: number }[]): Likeness {
  const best = planted.map(({ squaredDistance }) => 1 - squaredDistance / 2);
  return {
    pairsOf: "edit and original",
    pairs: best.length,
    cosines: LIKENESS_QUANTILES.map((share) => quantile(best, share)),
  };
}

function oneMoment(fingerprint: Fingerprint): OneMoment {
  return {
    asked: shortened(describeQuery(fingerprint, 1)),
    stored: shortened(describeStored(fingerprint, 1)),
  };
}

function likeness(pairsOf: string, moments: readonly OneMoment[], families: readonly string[]): Likeness {
  const random = seededRandom("likeness", pairsOf);
  const best = moments.flatMap(({ asked }, at) =>
    random
      .shuffle(moments.map((_, other) => other).filter((other) => families[other] !== families[at]))
      .slice(0, OTHERS)
      .map((other) => bestCosine(asked, moments[other]!.stored)),
  );
  return { pairsOf, pairs: best.length, cosines: LIKENESS_QUANTILES.map((share) => quantile(best, share)) };
}

/** Every descriptor in every orientation it is asked in. */
function shortened(described: readonly DescribedView[]): Int8Array {
  const uprights = described.flatMap(({ turns, values }) =>
    values.map((one) => ({ turns, short: shorten(one) })),
  );
  const shorts = new Int8Array(uprights.reduce((sum, { turns }) => sum + turns, 0) * SHORT_BYTES);
  let at = 0;
  for (const { turns, short } of uprights)
    for (let turn = 0; turn < turns; turn++, at += SHORT_BYTES) turnShort(short, 0, turn, shorts, at);
  return shorts;
}

/** The highest cosine of any two of short descriptors that lie one after the other. */
export function bestCosine(asked: Int8Array, stored: Int8Array): number {
  let least = 4;
  for (let p = 0; p < asked.length; p += SHORT_BYTES) {
    for (let q = 0; q < stored.length; q += SHORT_BYTES)
      least = Math.min(least, shortDistance(asked, p, stored, q));
  }
  return 1 - least / 2;
}

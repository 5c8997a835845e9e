import type { PeerScores } from "./peer.js";

/** Shares of a side's frames that must find a partner for the creatives to be alike. */
const SHARES = [0.3, 0.5, 0.7] as const;

/**
 * Compares two creatives by hashes of their frames, in every way that is in use: a score is one minus the Hamming distance (as a share of
 * the bits) within which the given share of frames finds a partner on the other side, on either side or on both. All are 0
 * where a side has no hashes.
 */
export function compareFrameHashes(a: readonly Uint8Array[], b: readonly Uint8Array[]): PeerScores {
  const scores: Record<string, number> = {};
  const nearestOfA = nearestDistances(a, b);
  const nearestOfB = nearestDistances(b, a);
  for (const share of SHARES) {
    const [ofA, ofB] = [1 - quantile(nearestOfA, share), 1 - quantile(nearestOfB, share)];
    scores[`${share * 100} % of either side's frames`] = Math.max(ofA, ofB);
    scores[`${share * 100} % of both sides' frames`] = Math.min(ofA, ofB);
  }
  return scores;
}

/** Share of the bits in which two hashes of one length differ. */
export function bitDistance(a: Uint8Array, b: Uint8Array): number {
  let different = 0;
  for (let index = 0; index < a.length; index++) {
    for (let bits = a[index]! ^ b[index]!; bits > 0; bits &= bits - 1) different++;
  }
  return different / (8 * a.length);
}

function nearestDistances(from: readonly Uint8Array[], to: readonly Uint8Array[]): number[] {
  return from.map((hash) => Math.min(1, ...to.map((other) => bitDistance(hash, other))));
}

/** The value that the given share of the values, rounded up, does not exceed; 1 without values. */
function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((p, q) => p - q);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 1;
}

import type { Fingerprint, Sample } from "../fingerprint/fingerprint.js";

/** Share of the pixels that may differ between two moments that show the same still: noise, and what encoding adds. */
const DIFFERING = 0.01;

/** Share of the steps from one moment to the next, 0 to 1, in which nothing moves; undefined where there are no two moments. */
export function stillShare({ samples, pictureStep, layout: { content } }: Fingerprint): number | undefined {
  if (samples.length < 2) return undefined;
  const still = samples.slice(1).filter((sample, index) => {
    return isStill(samples[index] as Sample, sample, pictureStep);
  });
  return still.length / (samples.length - 1);

  function isStill({ picture: p }: Sample, { picture: q }: Sample, step: number): boolean {
    const [left, right] = [content.x * p.width, (content.x + content.width) * p.width];
    const [top, bottom] = [content.y * p.height, (content.y + content.height) * p.height];
    let [differing, all] = [0, 0];
    for (let y = Math.round(top); y < Math.round(bottom); y++) {
      for (let x = Math.round(left); x < Math.round(right); x++) {
        const at = y * p.width + x;
        // Rounding to multiples of the step alone differs by one of them.
        if (Math.abs(p.luma[at]! - q.luma[at]!) > step) differing++;
        all++;
      }
    }
    return differing <= all * DIFFERING;
  }
}

import type { PairVerdict, Transform } from "../../verdict/verdict.js";
import { factor, percent, seconds } from "../numbers.js";
import type { Texts } from "../texts/texts.js";

/** Below these a difference is the measurement's own noise and is not told: degrees, shares, seconds. */
const TELLING = { angleDegrees: 0.75, scale: 0.03, stretch: 0.05, speed: 0.03, offsetSeconds: 0.3 };

/** How b's picture was made from a's, in words; empty when nothing worth telling was done. */
export function describeGeometry(transform: Transform, { transform: words }: Texts): string[] {
  const phrases: string[] = [];
  if (transform.mirrored) phrases.push(words.mirrored());
  if (Math.abs(transform.angleDegrees) >= TELLING.angleDegrees)
    phrases.push(words.turned(Math.round(transform.angleDegrees)));
  if (transform.zoom >= 1 + TELLING.scale) phrases.push(words.zoomed(factor(transform.zoom)));
  if (transform.zoom <= 1 - TELLING.scale) phrases.push(words.shrunk(percent(transform.zoom)));
  if (Math.abs(transform.stretch - 1) >= TELLING.stretch)
    phrases.push(words.stretched(factor(transform.stretch)));
  return phrases;
}

/** How b's time was made from a's, in words; empty when nothing worth telling was done, or one of them is a picture, which has no time. */
export function describeTiming(
  { transform, segments }: Pick<PairVerdict, "transform" | "segments">,
  { transform: words }: Texts,
): string[] {
  if (segments.length > 0 && segments.every(({ a, b }) => a[0] === a[1] || b[0] === b[1])) return [];
  const phrases: string[] = [];
  if (transform.speed >= 1 + TELLING.speed) phrases.push(words.faster(factor(transform.speed)));
  if (transform.speed <= 1 - TELLING.speed) phrases.push(words.slower(factor(transform.speed)));
  if (transform.offsetSeconds >= TELLING.offsetSeconds)
    phrases.push(words.startsLater(seconds(transform.offsetSeconds)));
  if (transform.offsetSeconds <= -TELLING.offsetSeconds)
    phrases.push(words.startsEarlier(seconds(-transform.offsetSeconds)));
  return phrases;
}

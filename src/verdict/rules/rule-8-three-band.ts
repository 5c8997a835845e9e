import { ramp } from "../../align/agreement.js";
import { finding, type Rule, rounded } from "./rule.js";

/** Share of the picture's height that the common footage takes in a three-band layout. */
const BAND_HEIGHT = { least: 0.2, most: 0.8 };

/** A band spans the picture. */
const FULL_WIDTH = 0.93;

/** Confidence where the layout was seen in the picture, and where only the place of the footage speaks for it. */
const SEEN = 0.95;
const PLACED = 0.6;

/** Rule 8, 三段式仅改上下: the middle band carries the same footage, whatever stands above and below it. */
export const threeBand: Rule = ({ reference, query, footage, evidence }) => {
  const { stage, gain } = evidence;
  const r = reference.samples[0]!.picture;
  const q = query.samples[0]!.picture;
  const bands = [reference, query].some(({ layout }) => layout.kind === "three-band");
  // How wide and high the overlap lies in the query.
  const width =
    (Math.abs(stage.toQuery.a) * stage.width + Math.abs(stage.toQuery.b) * stage.height) / q.width;
  const height =
    (Math.abs(stage.toQuery.d) * stage.width + Math.abs(stage.toQuery.e) * stage.height) / q.height;
  const heightInReference = (Math.abs(stage.toReference.e) * stage.height) / r.height;
  const widthInReference = (Math.abs(stage.toReference.a) * stage.width) / r.width;
  const inBand = (w: number, h: number) => w > FULL_WIDTH && h > BAND_HEIGHT.least && h < BAND_HEIGHT.most;
  const placed =
    (inBand(width, height) && q.height > q.width) ||
    (inBand(widthInReference, heightInReference) && r.height > r.width);
  const padded = [reference, query].some(({ layout }) => layout.kind === "padded");
  const confidence = bands ? SEEN : placed ? (padded ? PLACED / 2 : PLACED) : 0;
  return finding(8, confidence * ramp(footage.sameFootage, { from: 0, full: 0.7 }), {
    bandHeight: rounded(Math.min(height, heightInReference)),
    contrast: rounded(gain),
  });
};

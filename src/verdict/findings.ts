import type { Evidence } from "../align/evidence.js";
import type { Fingerprint } from "../fingerprint/fingerprint.js";
import type { ChangedPixels } from "./changed-regions.js";
import type { CommonBand } from "./common-band.js";
import type { SideCoverage } from "./coverage.js";
import type { FootageMeasures } from "./footage.js";
import type { LightChange } from "./light.js";
import type { Sharpness } from "./sharpness.js";
import type { TimeChange } from "./time-change.js";
import type { Transform } from "./verdict.js";

/** What was found out about a pair; the rules read nothing else. */
export interface Findings {
  /** Side a, the earlier. */
  readonly reference: Fingerprint;
  /** Side b. */
  readonly query: Fingerprint;
  readonly evidence: Evidence;
  readonly footage: FootageMeasures;
  readonly coverage: { readonly a: SideCoverage; readonly b: SideCoverage };
  readonly transform: Transform;
  /** How far the picture was moved, turned, scaled or cut, 0 (not at all) to 1 (beyond doubt). */
  readonly geometryChange: number;
  readonly light: LightChange;
  readonly changes: ChangedPixels;
  readonly sharpness: Sharpness;
  /** The common footage as a band between others (rule 8); undefined where it is none, or the bands are the same. */
  readonly band?: CommonBand;
  readonly time: TimeChange;
}

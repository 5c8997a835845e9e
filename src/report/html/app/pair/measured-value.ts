import { clock, factor, percent } from "../../../numbers.js";

/** How what a rule measured is said, by the names the JSON report has; what is not here is a plain number. */
const FORMATS: Readonly<Record<string, (value: number) => string>> = {
  angleDegrees: (degrees) => `${factor(degrees)}°`,
  zoom: (times) => `${factor(times)}×`,
  stretch: (times) => `${factor(times)}×`,
  contrast: (times) => `${factor(times)}×`,
  sharpness: (times) => `${factor(times)}×`,
  brightness: (share) => `${share > 0 ? "+" : ""}${share < 0 ? "−" : ""}${percent(Math.abs(share))}`,
  agreement: percent,
  coverageA: percent,
  coverageB: percent,
  bandHeight: percent,
  changedShare: percent,
  changedFromSeconds: clock,
  sceneAgreement: percent,
  motionCorrelation: factor,
};

/** A number that a rule measured, with its unit. */
export function measuredValue(name: string, value: number): string {
  return (FORMATS[name] ?? factor)(value);
}

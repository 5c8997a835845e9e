import type { RuleFinding } from "../../verdict/verdict.js";
import { clock, factor, percent } from "../numbers.js";
import type { Texts } from "../texts/texts.js";

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

/** What a rule measured, in words and with units. */
export function explainMeasured(
  { detail }: Pick<RuleFinding, "detail">,
  { measured }: Pick<Texts, "measured">,
): { readonly name: string; readonly value: string }[] {
  const said = (name: string, value: number | boolean | string): string => {
    if (typeof value === "boolean") return value ? measured.yes : measured.no;
    return typeof value === "number" ? (FORMATS[name] ?? factor)(value) : (measured.words[value] ?? value);
  };
  return Object.entries(detail).map(([name, value]) => ({
    name: measured.names[name] ?? name,
    value: said(name, value),
  }));
}

import type { RuleNumber } from "../../src/verdict/verdict.js";

/** How two scenes stand to each other, where it is more than "two different ads". */
export interface SceneRelation {
  readonly a: string;
  readonly b: string;
  /** The relation in a few words joined by hyphens. */
  readonly name: string;
  /** `possible` is the same scene filmed again: to be listed, at least as possible. */
  readonly expected: "similar" | "possible" | "distinct";
  readonly rules: readonly RuleNumber[];
}

/** Everything that is known of pairs of scenes; all other pairs are plainly different ads. */
export const SCENE_RELATIONS: readonly SceneRelation[] = [
  possible("anna-in-the-office", "anna-in-the-office-again", "same-person-same-scene", [5, 6]),
  possible("anna-in-the-office", "ben-in-the-office", "other-person-same-scene", [6, 5]),
  possible("anna-in-the-office-again", "ben-in-the-office", "other-person-same-scene", [6, 5]),
  distinct("anna-in-the-office", "anna-in-the-garden", "same-person-other-scene"),
  distinct("anna-in-the-office", "cora-in-another-office", "other-person-close-scene"),
  distinct("ben-in-the-office", "cora-in-another-office", "other-person-close-scene"),
  distinct("bottle-on-table", "kettle-on-table", "other-product-same-table"),
  distinct("app-shop-page", "app-messages-page", "other-page-same-app"),
  distinct("slides-offer", "slides-course", "other-words-same-design"),
  similar("cooking-hands", "three-band-cooking", "three-band-from-plain", [8, 4]),
  similar("cooking-hands", "three-band-cooking-other-bands", "three-band-from-plain", [8, 4]),
  similar("cartoon-robot", "three-band-cartoon", "three-band-from-plain", [8, 4]),
  similar("three-band-cooking", "three-band-cooking-other-bands", "three-band-other-bands", [8, 3]),
  distinct("three-band-cooking", "three-band-cartoon", "three-band-other-middle"),
];

function possible(a: string, b: string, name: string, rules: readonly RuleNumber[]): SceneRelation {
  return { a, b, name, expected: "possible", rules };
}

function similar(a: string, b: string, name: string, rules: readonly RuleNumber[]): SceneRelation {
  return { a, b, name, expected: "similar", rules };
}

function distinct(a: string, b: string, name: string): SceneRelation {
  return { a, b, name, expected: "distinct", rules: [] };
}

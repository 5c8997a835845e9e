import type { Edit, Strength } from "./edit.js";

/** Rule 4, where light, colour or sharpness is changed. */
export const LIGHT_EDITS: readonly Edit[] = [
  light("brighter", "medium", () => "eq=brightness=0.15", true),
  light("darker", "medium", () => "eq=brightness=-0.15"),
  light("contrast-up", "mild", () => "eq=contrast=1.3"),
  light("contrast-down", "mild", () => "eq=contrast=0.7"),
  light("gamma-1.5", "medium", () => "eq=gamma=1.5"),
  light("gamma-0.7", "medium", () => "eq=gamma=0.7"),
  light("hue-turned", "mild", () => "hue=h=60:s=1.3"),
  light("grey", "mild", () => "hue=s=0", true),
  grain("noise", "medium", (seed) => `noise=alls=18:allf=t:all_seed=${seed}`),
  light("blur", "medium", () => "gblur=sigma=2.2"),
  light("vignette", "medium", () => "vignette=angle=PI/4"),
];

/** Grain finer than a viewer at arm's length can see is also what encoding again leaves: either rule explains it. */
function grain(name: string, strength: Strength, filter: (seed: number) => string): Edit {
  return { ...light(name, strength, filter), rules: [1, 4] };
}

function light(name: string, strength: Strength, filter: (seed: number) => string, first = false): Edit {
  return {
    name,
    group: "light",
    rules: [4],
    strength,
    ...(first && { first }),
    apply: (montage, { random }) => montage.filter(filter(random.integer(1, 9999))),
  };
}

import type { Head } from "./framing.js";

/** A person of whom there is a picture, and where the head is in it. Every name is another person. */
export interface Sitter {
  /** Lower-case words joined by hyphens. */
  readonly name: string;
  readonly source: SitterSource;
  readonly head: Head;
}

/** A clip of the folder that edits are made of, by its name without extension; or a photograph that an npm package brings. */
export type SitterSource =
  | { readonly clip: string; readonly fromSeconds?: number }
  | { readonly package: string; readonly file: string };

/** Persons known by sight: those in clips that are often measured with, and those in photographs of two packages under MIT licence. */
export const SITTERS: readonly Sitter[] = [
  filmed("asl-again", 0.5, 0.105, 0.35, 0.2),
  filmed("asl-milk", 0.485, 0.055, 0.295, 0.2),
  filmed("asl-book", 0.473, 0.17, 0.39, 0.2),
  filmed("asl-eat", 0.476, 0.147, 0.38, 0.2),
  filmed("asl-hungry", 0.49, 0.01, 0.29, 0.2),
  filmed("grid-bbaf2n", 0.43, 0.17, 0.92),
  filmed("grid-brbk7n", 0.48, 0.227, 0.91),
  filmed("grid-lbax4n", 0.514, 0.1, 0.878),
  filmed("grid-lbbc2a", 0.536, 0.172, 0.94),
  filmed("grid-lrwp9a", 0.533, 0.113, 0.878),
  filmed("head-pose-face-detection-female", 0.498, 0.168, 0.575, 0.8),
  filmed("webcam-man", 0.385, 0.01, 0.555),
  filmed("woman-gesturing", 0.48, 0.1, 0.7),
  filmed("hevc-two-shots", 0.59, 0.19, 0.886),
  dashboard("bruce-mars", 0.59, 0.19, 0.685),
  dashboard("ivana-square", 0.425, 0.175, 0.685),
  dashboard("kal-visuals-square", 0.535, 0.19, 0.64),
  dashboard("marie", 0.525, 0.125, 0.75),
  dashboard("team-1", 0.49, 0.25, 0.575),
  dashboard("team-2", 0.525, 0.175, 0.725),
  dashboard("team-3", 0.5, 0.1, 0.56),
  dashboard("team-4", 0.54, 0.25, 0.625),
  kit("avatar", 0.54, 0.05, 0.5),
  kit("camp", 0.525, 0.11, 0.6),
  kit("card-profile1-square", 0.35, 0.1, 0.62),
  kit("card-profile2-square", 0.19, 0.15, 0.775),
  kit("card-profile4-square", 0.675, 0.175, 0.6),
  kit("card-profile5-square", 0.4, 0.075, 0.6),
  kit("card-profile6-square", 0.625, 0.225, 0.675),
  kit("christian", 0.54, 0.075, 0.64),
  kit("kendall", 0.6, 0.06, 0.775),
  kit("marc", 0.5, 0.04, 0.725),
];

function filmed(clip: string, x: number, top: number, chin: number, fromSeconds?: number): Sitter {
  const source = { clip, ...(fromSeconds !== undefined && { fromSeconds }) };
  return { name: clip, source, head: { x, top, chin } };
}

function dashboard(name: string, x: number, top: number, chin: number): Sitter {
  const source = { package: "@creative-tim-official/argon-dashboard", file: `assets/img/${name}.jpg` };
  return { name, source, head: { x, top, chin } };
}

function kit(name: string, x: number, top: number, chin: number): Sitter {
  const source = { package: "material-kit", file: `assets/img/faces/${name}.jpg` };
  return { name, source, head: { x, top, chin } };
}

/**
 * Which edits the samples show: one of each list for every scene that is edited, in turn, so that every rule is
 * seen on every scene and every edit on some. Lists are rules 1, 2, 3, 4 (geometry), 4 (light and padding) and 7.
 */
export const SAMPLE_EDITS: readonly (readonly string[])[] = [
  ["crf-32", "fps-24", "remux-mkv", "crf-38", "vp9", "hevc"],
  ["other-music", "cover-frames", "muted", "cover-attached"],
  ["caption", "sticker-8-percent", "title-bar", "logo", "logo-blurred-out"],
  [
    "mirrored",
    "turned-right-8-zoomed",
    "cropped-to-75-percent",
    "turned-90",
    "zoom-1.25",
    "turned-left-3-black-corners",
  ],
  [
    "brighter",
    "bars-blurred",
    "picture-in-picture-70-still",
    "grey",
    "bars-black",
    "coloured-frame",
    "contrast-down",
  ],
  [
    "tail-replaced-40-percent",
    "end-trimmed-25-percent",
    "end-card-added",
    "speed-1.1",
    "intro-added",
    "start-trimmed-10-percent",
  ],
];

/** Rule 8: for every wide scene that is edited. */
export const SAMPLE_BAND_EDITS = ["three-band", "three-band-other-template"] as const;

/** The scenes that are edited; the others are there for how they stand to these. */
export const EDITED_SCENES: readonly string[] = [
  "anna-in-the-office",
  "ben-in-the-office",
  "anna-in-the-garden",
  "bottle-on-table",
  "app-shop-page",
  "slides-offer",
  "landscape-pan",
  "city-at-night",
  "cooking-hands",
  "cartoon-robot",
  "football-match",
];

/** Hard negatives: two scenes that are given the same thing. */
export const SAMPLE_NEGATIVES: readonly (readonly [
  negative: string,
  one: string,
  other: string,
  partner: string,
])[] = [
  ["same-band-template", "landscape-pan", "football-match", "slides-offer"],
  ["same-tail", "anna-in-the-garden", "bottle-on-table", "city-at-night"],
  ["same-intro", "city-at-night", "cartoon-robot", "bottle-on-table"],
  ["same-end-card", "app-shop-page", "ben-in-the-office", "landscape-pan"],
  ["same-surroundings", "kettle-on-table", "slides-course", "landscape-pan"],
  ["same-captions", "anna-in-the-office", "kettle-on-table", "landscape-pan"],
];

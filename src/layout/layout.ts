import type { Region } from "../picture/picture.js";

/** How the picture area is used: all of it, bars or blurred padding around a picture, or three stacked bands (rule 8). */
export type LayoutKind = "plain" | "padded" | "three-band";

/** The layout of a creative and the part of the picture that decides. */
export interface Layout {
  readonly kind: LayoutKind;
  /** The deciding region: everything for `plain`, the picture inside for `padded`, the middle band for `three-band`. */
  readonly content: Region;
}

import sharp, { type Metadata, type Sharp } from "sharp";
import { MAX_IMAGE_PIXELS } from "./picture-limits.js";

/** What shows through transparent pixels: shops show cut-out products on white. */
const BACKGROUND = "#ffffff";

// libvips remembers what it made of an address in memory, where another image may lie by now.
sharp.cache(false);

const OPTIONS = { limitInputPixels: MAX_IMAGE_PIXELS, failOn: "error", sequentialRead: true } as const;

/** Pages of an animation that are opened, one below the other. */
export interface OpenedPages {
  /** The first, counted from 0; default 0. */
  readonly page?: number;
  /** How many; default 1. */
  readonly pages?: number;
}

/**
 * Opens an image by sharp, for analysis as for people: what is too large or damaged is refused when it is decoded, transparent pixels are white.
 *
 * @param image the whole file
 */
export function openImage(image: Uint8Array, pages: OpenedPages = {}): Sharp {
  return sharp(image, { ...OPTIONS, ...pages }).flatten({ background: BACKGROUND });
}

/** An image that moves: who decodes it, and how long each page is shown, milliseconds. */
export type Animation =
  | { readonly decoder: "ffmpeg" }
  | { readonly decoder: "sharp"; readonly delaysMilliseconds: readonly number[] };

/** Tells whether an image moves; undefined for a still picture. */
export function animationOf({
  pages = 1,
  format,
  delay,
}: Pick<Metadata, "pages" | "format" | "delay">): Animation | undefined {
  // The pages of these are those of a document, or of an album.
  if (pages === 1 || format === "tiff" || format === "heif") return undefined;
  if (format === "gif") return { decoder: "ffmpeg" };
  return { decoder: "sharp", delaysMilliseconds: delay ?? Array.from({ length: pages }, () => 0) };
}

import { bandTemplate } from "../drawing/backdrops.js";
import { box, type Drawing, drawing } from "../drawing/drawing.js";
import { seededRandom } from "../random.js";
import { type Scene, UPRIGHT } from "./scene.js";

/** The middle band: a wide picture across the whole frame, pixels. */
const MIDDLE = { top: 214, height: 202 } as const;

/**
 * An upright ad of three bands: `template` seeds the fixed bands, `middle` is the wide scene that plays between
 * them. The wide scene's own size is scaled to the frame's width.
 */
export function threeBandAd(name: string, template: string, middle: Scene): Scene {
  const { width, height } = UPRIGHT;
  const scale = width / middle.width;
  const bands = bandTemplate(seededRandom("bands", template), width, height, MIDDLE.top, MIDDLE.height);
  const still = middle.view?.(0) ?? { x: 0, y: 0 };
  const inside = `<g clip-path="url(#middle)"><g transform="translate(0 ${MIDDLE.top}) scale(${scale}) translate(${-still.x} ${-still.y})">${inner(middle.backdrop)}</g></g>`;
  const clip = `<clipPath id="middle"><rect x="0" y="${MIDDLE.top}" width="${width}" height="${MIDDLE.height}"/></clipPath>`;
  return {
    name,
    width,
    height,
    seconds: middle.seconds,
    backdrop: drawing(width, height, [box(0, 0, width, height, "#000000"), inner(bands), clip, inside]),
    actors: (timeSeconds) => [
      clip,
      `<g clip-path="url(#middle)"><g transform="translate(0 ${MIDDLE.top}) scale(${scale})">${middle.actors(timeSeconds).join("")}</g></g>`,
    ],
  };
}

function inner({ svg }: Drawing): string {
  return svg.replace(/^<svg[^>]*>/, "").replace(/<\/svg>$/, "");
}

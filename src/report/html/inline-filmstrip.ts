import type { Filmstrip } from "../../picture/filmstrip.js";
import type { PageFilmstrip } from "./page-data.js";

/** A filmstrip as a page carries it. */
export function inlineFilmstrip({ frames, frameWidth, frameHeight, image }: Filmstrip): PageFilmstrip {
  return {
    times: frames.map(({ timeSeconds }) => timeSeconds),
    width: frameWidth,
    height: frameHeight,
    image: Buffer.from(image).toString("base64"),
  };
}

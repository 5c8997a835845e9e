import type { PageCreative, PageFilmstrip, PairAddress } from "../../page-data.js";
import { Strip } from "./strip.js";

/** Where a page's pictures come from. */
export interface Pictures {
  /** The pictures of a creative that are there; with a pair, those which the pair is looked at by. */
  strip(id: string, pair?: PairAddress): Strip | undefined;
  /** Brings pictures that {@link strip} does not have; absent where the page holds all it shows. */
  bring?(id: string, pair?: PairAddress): Promise<Strip | undefined>;
}

/** The pictures that stand in the page itself. */
export class InlinedPictures implements Pictures {
  readonly #strips = new Map<string, Strip>();

  constructor(
    filmstrips: Readonly<Record<string, PageFilmstrip>>,
    creatives: ReadonlyMap<string, PageCreative>,
  ) {
    for (const [id, strip] of Object.entries(filmstrips)) {
      const creative = creatives.get(id);
      if (creative !== undefined) this.#strips.set(id, new Strip(strip, creative.durationSeconds));
    }
  }

  strip(id: string): Strip | undefined {
    return this.#strips.get(id);
  }
}

import type { Pictures } from "../../report/html/app/pictures/pictures.js";
import { Strip } from "../../report/html/app/pictures/strip.js";
import type { PageCreative, PageFilmstrip, PairAddress } from "../../report/html/page-data.js";
import { isOthers } from "../others-name.js";
import type { ReviewClient } from "./review-api.js";
import { UnreachableError } from "./watched-client.js";

/** Pictures that a service which does not answer should have told are asked for again after so long, milliseconds. */
const AGAIN_MILLISECONDS = 2_000;

/** Pictures of a library's creatives, each asked for once while the page is open. */
export class LivePictures implements Pictures {
  readonly #client: ReviewClient;
  readonly #creatives = new Map<string, PageCreative>();
  /** By creative and pair, or by creative for the rows of lists. */
  readonly #strips = new Map<string, Strip>();
  readonly #kept = new Map<string, Strip>();
  readonly #asked = new Map<string, Promise<Strip | undefined>>();

  constructor(client: ReviewClient) {
    this.#client = client;
  }

  /** Makes creatives known: how long they are decides which of the pictures make their row. */
  learn(creatives: readonly PageCreative[]): void {
    for (const creative of creatives) this.#creatives.set(creative.id, creative);
  }

  /** Keeps the pictures of a creative that the library does not have. */
  keep({ id, durationSeconds }: PageCreative, filmstrip: PageFilmstrip): void {
    this.#kept.set(id, new Strip(filmstrip, durationSeconds));
  }

  strip(id: string, pair?: PairAddress): Strip | undefined {
    return this.#kept.get(id) ?? this.#strips.get(keyOf(id, pair));
  }

  bring(id: string, pair?: PairAddress): Promise<Strip | undefined> {
    const key = keyOf(id, pair);
    const asked = this.#asked.get(key) ?? this.#ask(id, pair);
    this.#asked.set(key, asked);
    return asked;
  }

  async #ask(id: string, pair: PairAddress | undefined): Promise<Strip | undefined> {
    const creative = this.#creatives.get(id);
    if (creative === undefined || isOthers(id)) return undefined;
    const beside = pair && (pair.a === id ? pair.b : pair.a);
    try {
      const query = beside === undefined ? {} : { beside };
      const filmstrip = await this.#client.call("GET /v1/creatives/:id/filmstrip", { params: { id }, query });
      const strip = new Strip(filmstrip, creative.durationSeconds);
      this.#strips.set(keyOf(id, pair), strip);
      return strip;
    } catch (error) {
      if (error instanceof UnreachableError) {
        await new Promise((resolve) => setTimeout(resolve, AGAIN_MILLISECONDS));
        return this.#ask(id, pair);
      }
      // Nothing is left of it: it is shown without pictures.
      return undefined;
    }
  }
}

function keyOf(id: string, pair: PairAddress | undefined): string {
  return pair === undefined ? id : `${id}\n${pair.a}\n${pair.b}`;
}

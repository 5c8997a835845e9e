import type { ComparedPair } from "../library/compare-pair.js";
import type { Filmstrip } from "../picture/filmstrip.js";
import { planPictures } from "../report/html/picture-plan.js";
import { cacheFolder } from "./cache-folder.js";
import { takeFilmstrips } from "./take-filmstrips.js";

/**
 * The filmstrips of two compared creatives, as `a` and `b`, for `renderPairHtml`. They are taken from the files the pair was
 * compared by; a side that was no file, or is none any more, has none. Throws the signal's reason.
 */
export async function comparedFilmstrips(
  compared: ComparedPair,
  options: { readonly signal?: AbortSignal } = {},
): Promise<Map<string, Filmstrip>> {
  const sides = new Map((["a", "b"] as const).map((id) => [id as string, compared[id]]));
  const plans = planPictures([{ ...compared.verdict, a: "a", b: "b" }], sides);
  const wanted = [...plans].flatMap(([id, plan]) => {
    const { path, fileDigest, width, height } = sides.get(id)!;
    if (path === undefined) return [];
    return [
      { id, plan, path, fileDigest, width, height, uncertain: false, fingerprint: async () => undefined },
    ];
  });
  return await takeFilmstrips(wanted, { cacheFolder: cacheFolder(), ...options });
}

import { useEffect, useState } from "preact/hooks";
import type { PairAddress } from "../../page-data.js";
import type { Report } from "../report.js";
import type { Strip } from "./strip.js";

/**
 * The pictures of a creative, brought when they are wanted and not there yet; undefined until then, and where there are none.
 *
 * @param pair the pair they are looked at in; none for the row of a list
 */
export function useStrip(
  { pictures }: Report,
  id: string,
  { wanted = true, pair }: { readonly wanted?: boolean; readonly pair?: PairAddress } = {},
): Strip | undefined {
  const [, setBrought] = useState<Strip>();
  const strip = pictures.strip(id, pair);
  const missing = strip === undefined && wanted;
  useEffect(() => {
    if (!missing) return;
    let current = true;
    void pictures.bring?.(id, pair).then((brought) => current && setBrought(brought));
    return () => {
      current = false;
    };
  }, [pictures, id, pair, missing]);
  // What is small and known is better than nothing.
  return strip ?? pictures.strip(id);
}

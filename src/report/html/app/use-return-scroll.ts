import { useEffect, useRef } from "preact/hooks";

/** Leaving the overview remembers how far one had read; coming back from a pair goes on there. */
export function useReturnScroll(inPair: boolean): void {
  const place = useRef(0);
  useEffect(() => {
    if (inPair) return () => scrollTo(0, place.current);
    const remember = () => {
      place.current = scrollY;
    };
    addEventListener("scroll", remember, { passive: true });
    return () => removeEventListener("scroll", remember);
  }, [inPair]);
}

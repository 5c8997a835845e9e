import { useEffect, useRef } from "preact/hooks";

/** Leaving the overview remembers how far one had read and what had the focus; coming back from a pair goes on there. */
export function useReturnPlace(inPair: boolean): void {
  const top = useRef(0);
  const focused = useRef<HTMLElement>(null);
  useEffect(() => {
    if (inPair) {
      return () => {
        scrollTo(0, top.current);
        // What is gone from the lists takes no focus: reading begins where the content does.
        const place = focused.current?.isConnected ? focused.current : document.getElementById("content");
        place?.focus({ preventScroll: true });
      };
    }
    const remember = () => {
      top.current = scrollY;
    };
    const note = ({ target }: FocusEvent) => {
      // Leaving moves the focus to the pair's heading before this is taken off.
      if (target instanceof HTMLElement && target.closest("[hidden], .pair") === null)
        focused.current = target;
    };
    addEventListener("scroll", remember, { passive: true });
    addEventListener("focusin", note);
    return () => {
      removeEventListener("scroll", remember);
      removeEventListener("focusin", note);
    };
  }, [inPair]);
}

import type { RefObject } from "preact";
import { useEffect, useState } from "preact/hooks";

/** How far from the window something still counts as near: by the time one has scrolled there, its pictures are there too. */
const MARGIN = "600px";

/** True from when an element first comes near to what is seen of the page. */
export function useNearness(element: RefObject<Element | null>): boolean {
  const [near, setNear] = useState(false);
  useEffect(() => {
    if (element.current === null || near) return;
    const observer = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && setNear(true),
      { rootMargin: MARGIN },
    );
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element, near]);
  return near;
}

import { type ComponentChildren, createContext } from "preact";
import { useCallback, useContext, useEffect, useState } from "preact/hooks";

/** Says something to who listens to the page rather than looks at it. */
export type Announce = (text: string) => void;

/** How long what is read out stands in the page: longer than a reader takes to notice it. */
const STANDS_MILLISECONDS = 5_000;

const AnnounceContext = createContext<Announce>(() => {});

/** Has what is done on the page read out: one place, there from the beginning, for screen readers miss what comes together with its words. */
export function Announcements({ children }: { readonly children: ComponentChildren }) {
  const [said, setSaid] = useState({ text: "", count: 0 });
  // Who reads through the page later should not come upon it.
  useEffect(() => {
    const timer = setTimeout(() => setSaid((before) => ({ ...before, text: "" })), STANDS_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [said.count]);
  const announce = useCallback<Announce>(
    (text) => setSaid((before) => ({ text, count: before.count + 1 })),
    [],
  );
  return (
    <AnnounceContext.Provider value={announce}>
      {children}
      <p class="unseen" role="status">
        {/* The same words again are new ones. */}
        <span key={said.count}>{said.text}</span>
      </p>
    </AnnounceContext.Provider>
  );
}

/** What says something to who listens. */
export function useAnnounce(): Announce {
  return useContext(AnnounceContext);
}

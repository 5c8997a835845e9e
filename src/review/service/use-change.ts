import { useState } from "preact/hooks";

/** One change of the library at a time. */
export interface LibraryChange {
  readonly busy: boolean;
  /** Why the last change did not come about. */
  readonly error: unknown;
  /** Makes a change and waits until the page shows it; nothing where one is under way. */
  readonly change: (make: () => Promise<unknown>) => Promise<void>;
}

/** Changes the library and shows it as it is then. */
export function useChange(onChanged: () => Promise<void>): LibraryChange {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const change = async (make: () => Promise<unknown>) => {
    if (busy) return;
    setBusy(true);
    setError(undefined);
    try {
      await make();
      await onChanged();
      keepFocus();
    } catch (reason) {
      setError(reason);
    }
    setBusy(false);
  };
  return { busy, error, change };
}

/** What was changed may have left the list it stood in, and the focus with it: reading goes on where the content begins. */
function keepFocus(): void {
  // After the page has drawn what has come.
  requestAnimationFrame(() => {
    if (document.activeElement === document.body)
      document.getElementById("content")?.focus({ preventScroll: true });
  });
}

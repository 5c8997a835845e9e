import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { ListWindow } from "../../report/html/review-data.js";

/** Items the service tells at a time, at most. */
const MOST_ITEMS = 200;

/** Asks for a part of a list. */
export type AskWindow<Item> = (
  window: { readonly from: number; readonly count: number },
  signal: AbortSignal,
) => Promise<ListWindow<Item>>;

/** The beginning of a list that the service has, as far as it has been asked for. */
export interface WindowedList<Item> {
  /** Undefined before it has come. */
  readonly list: Pick<ListWindow<Item>, "items" | "total" | "all"> | undefined;
  readonly error: unknown;
  /** Something is being asked for. */
  readonly busy: boolean;
  /** Asks for the next part. */
  readonly more: () => void;
}

/**
 * A list by its parts: the first at once, the others when they are wanted. Another `ask` begins anew, with as much as was shown; until
 * it has come, what was shown stays.
 */
export function useWindow<Item>(ask: AskWindow<Item>, pageSize: number): WindowedList<Item> {
  const [list, setList] = useState<Pick<ListWindow<Item>, "items" | "total" | "all">>();
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(true);
  const running = useRef<AbortController>(undefined);
  const bring = useCallback(
    async (from: number, count: number) => {
      running.current?.abort();
      const controller = new AbortController();
      running.current = controller;
      const { signal } = controller;
      setBusy(true);
      setError(undefined);
      try {
        const { items, total, all } = await ask({ from, count }, signal);
        if (signal.aborted) return;
        setList((before) => ({ items: [...(before?.items.slice(0, from) ?? []), ...items], total, all }));
      } catch (reason) {
        if (signal.aborted) return;
        setError(reason);
      }
      setBusy(false);
    },
    [ask],
  );
  const shown = list?.items.length ?? 0;
  const atLeast = useRef(pageSize);
  atLeast.current = Math.min(MOST_ITEMS, Math.max(pageSize, shown));
  useEffect(() => {
    void bring(0, atLeast.current);
    return () => running.current?.abort();
  }, [bring]);
  const more = useCallback(() => void bring(shown, pageSize), [bring, shown, pageSize]);
  return { list, error, busy, more };
}

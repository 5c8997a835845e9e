import { useCallback, useEffect, useState } from "preact/hooks";

/** How often a service that does not answer is asked whether it is back, milliseconds. */
const ASKING_MILLISECONDS = 2_000;

/** Whether the service answers. */
export interface Connection {
  readonly lost: boolean;
  /** Says that a call has met no service. */
  readonly lose: () => void;
  /** Asks whether it is back. */
  readonly ask: () => Promise<void>;
}

/** Follows whether the service answers: from when a call has met none, it is asked until it is back. */
export function useConnection(onBack: () => void): Connection {
  const [lost, setLost] = useState(false);
  const lose = useCallback(() => setLost(true), []);
  const ask = useCallback(async () => {
    const answer = await fetch("/review/access").catch(() => undefined);
    if (!answer?.ok) return;
    setLost(false);
    onBack();
  }, [onBack]);
  useEffect(() => {
    if (!lost) return;
    const timer = setInterval(() => void ask(), ASKING_MILLISECONDS);
    return () => clearInterval(timer);
  }, [lost, ask]);
  return { lost, lose, ask };
}

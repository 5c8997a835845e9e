import { useState } from "preact/hooks";

const KEY = "samecut.token";

/** The caller's token, kept while the tab is open; undefined where none was entered. */
export function useToken(): readonly [string | undefined, (token: string) => void] {
  const [token, setToken] = useState(() => sessionStorage.getItem(KEY) ?? undefined);
  const keep = (entered: string) => {
    sessionStorage.setItem(KEY, entered);
    setToken(entered);
  };
  return [token, keep];
}

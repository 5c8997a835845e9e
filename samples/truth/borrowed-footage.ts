import type { TruthFile } from "./truth-file.js";

/**
 * Whether one of two files shows seconds of the original that the other one shows. Such a pair has something in
 * common without being a repeat: nobody is to be blamed for reporting it, nor for not reporting it.
 */
export function borrowings({ creatives }: TruthFile): (one: string, other: string) => boolean {
  const known = new Map(creatives.map((creative) => [creative.file, creative]));
  const borrows = (taker: string, owner: string): boolean => {
    const { original } = known.get(owner) ?? {};
    return original !== undefined && (known.get(taker)?.alsoShows.includes(original) ?? false);
  };
  return (one, other) => borrows(one, other) || borrows(other, one);
}

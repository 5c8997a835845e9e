import type { TruthFile } from "./truth-file.js";

/**
 * Whether one of two files shows seconds of the original that the other one shows, or of another one of its family, which may
 * show the same person in the same room. Such a pair has something in common without being a repeat: nobody is to be blamed
 * for reporting it, nor for not reporting it.
 */
export function borrowings({ creatives, originals }: TruthFile): (one: string, other: string) => boolean {
  const known = new Map(creatives.map((creative) => [creative.file, creative]));
  const families = new Map(originals.map(({ name, family }) => [name, family]));
  const familyOf = (original: string) => families.get(original) ?? original;
  const borrows = (taker: string, owner: string): boolean => {
    const { original } = known.get(owner) ?? {};
    if (original === undefined) return false;
    const lent = (known.get(taker)?.alsoShows ?? []).map(familyOf);
    return lent.includes(familyOf(original));
  };
  return (one, other) => borrows(one, other) || borrows(other, one);
}

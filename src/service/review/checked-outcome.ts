import { randomUUID } from "node:crypto";
import { dirname } from "node:path";
import {
  type CheckedPageData,
  type CheckResult,
  type Creative,
  inlineFilmstrip,
  type PagePair,
  pageCreative,
  pictureCreative,
  reportStored,
} from "../../index.js";
import type { Caller } from "../access/caller.js";
import { sidesOf } from "./match-sides.js";
import { OthersNames } from "./others-names.js";

/** A file that was checked. */
export interface CheckedFile {
  /** What its owner calls it. */
  readonly name: string;
  /** Where it is spooled; its filmstrip is made beside it and goes with it. */
  readonly path: string;
}

/** What came of a check as the page shows it: the file beside the creatives it is like, with pictures of the file. */
export async function checkedOutcome(
  { creative, matches, allowed }: CheckResult,
  file: CheckedFile,
  {
    caller,
    namingKey,
    signal,
  }: { readonly caller: Caller; readonly namingKey: Buffer; readonly signal: AbortSignal },
): Promise<CheckedPageData> {
  // The file may be in the library, and then under this very id.
  const checked: Creative = { ...creative, id: `checked:${randomUUID()}`, path: file.name };
  const others = matches.map((match) => reportStored(match.creative));
  const names = new OthersNames(others, caller, namingKey);
  const strip = await pictureCreative(checked, {
    path: file.path,
    pairs: matches.map((match) => ({ ...sidesOf(match, match.creative, checked), verdict: match.verdict })),
    fingerprint: async () => undefined,
    cacheFolder: dirname(file.path),
    signal,
  });
  return {
    checked: checked.id,
    creatives: [
      pageCreative({ ...reportStored(checked), origin: "scan" }),
      ...others.map((other) => pageCreative(names.creative(other))),
    ],
    pairs: matches.map(
      (match): PagePair => ({
        ...sidesOf(match, names.of(match.creative.id), checked.id),
        ...match.verdict,
      }),
    ),
    ...(strip === undefined ? {} : { filmstrip: inlineFilmstrip(strip) }),
    allowed: allowed.length,
  };
}

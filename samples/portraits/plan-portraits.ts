import { stat } from "node:fs/promises";
import { join } from "node:path";
import type { Original } from "../corpus/original.js";
import type { Creative, PairTruth } from "../truth/truth-file.js";
import { PORTRAIT_KINDS, type Portrait } from "./portrait.js";
import { SITTERS, type SitterSource } from "./sitters.js";

/** Portraits to render, what is true of them, and which of their packages are not there. */
export interface PortraitPlan {
  readonly files: readonly { readonly file: string; readonly portrait: Portrait }[];
  readonly creatives: readonly Creative[];
  /** Every two persons of a kind, to be left alone. */
  readonly pairs: readonly PairTruth[];
  readonly missingPackages: readonly string[];
}

/**
 * Plans the portraits of all sitters who are in one of the originals or in a package below `node_modules` of a folder; others are
 * left out.
 */
export async function planPortraits(
  originals: readonly Original[],
  packageFolder: string,
): Promise<PortraitPlan> {
  const clips = new Map(originals.map(({ name, clip }) => [name, clip.path]));
  const placeOf = (source: SitterSource): string | undefined =>
    "clip" in source
      ? clips.get(source.clip)
      : join(packageFolder, "node_modules", source.package, source.file);
  const files: { file: string; portrait: Portrait }[] = [];
  const creatives: Creative[] = [];
  const pairs: PairTruth[] = [];
  const missing = new Set<string>();
  for (const { name, sitters, treatment } of PORTRAIT_KINDS) {
    const ofKind: string[] = [];
    for (const sitter of SITTERS.filter(({ source }) => sitters in source)) {
      const source = placeOf(sitter.source);
      if (source === undefined) continue;
      if ("package" in sitter.source && !(await isThere(source))) {
        missing.add(sitter.source.package);
        continue;
      }
      const file = `negatives/${name}/${sitter.name}.mp4`;
      files.push({ file, portrait: { sitter, source, treatment } });
      const alsoShows = "clip" in sitter.source ? [sitter.source.clip] : [];
      creatives.push({ file, original: `portrait-${sitter.name}`, alsoShows });
      pairs.push(...ofKind.map((a) => distinct(a, file, name)));
      ofKind.push(file);
    }
  }
  return { files, creatives, pairs, missingPackages: [...missing] };
}

function distinct(a: string, b: string, edit: string): PairTruth {
  return { a, b, edit, group: "negative", expected: "distinct", similar: false, rules: [] };
}

async function isThere(path: string): Promise<boolean> {
  return await stat(path).then(
    () => true,
    () => false,
  );
}

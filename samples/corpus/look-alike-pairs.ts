import { LOOK_ALIKES } from "../scenes/look-alikes.js";
import type { Scene } from "../scenes/scene.js";
import type { Creative, PairTruth } from "../truth/truth-file.js";

/** A drawn look-alike of a corpus of footage, and its file. */
export interface LookAlikeFile {
  readonly file: string;
  readonly scene: Scene;
}

/** Drawn look-alikes to put beside footage: what to render, and every two of a kind as a pair to be left alone. */
export function planLookAlikes(): {
  readonly files: readonly LookAlikeFile[];
  readonly creatives: readonly Creative[];
  readonly pairs: readonly PairTruth[];
} {
  const kinds = LOOK_ALIKES.map(({ name, scenes }) => ({
    name,
    files: scenes.map((scene) => ({ scene, file: `negatives/${name}/${scene.name}.mp4` })),
  }));
  const files = kinds.flatMap((kind) => kind.files);
  const pairs = kinds.flatMap(({ name, files: ofKind }) =>
    ofKind.flatMap(({ file: b }, place) =>
      ofKind.slice(0, place).map(
        ({ file: a }): PairTruth => ({
          ...{ a, b, edit: name, group: "negative", expected: "distinct", similar: false, rules: [] },
        }),
      ),
    ),
  );
  return {
    files,
    creatives: files.map(({ file, scene }) => ({ file, original: scene.name, alsoShows: [] })),
    pairs,
  };
}

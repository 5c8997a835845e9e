import type { Original } from "../../samples/corpus/original.js";
import type { ClipFacts } from "../../samples/montage/clip-facts.js";

/** Facts of a clip that no file stands behind: planning needs none. */
export function clipFacts(changes: Partial<ClipFacts> = {}): ClipFacts {
  const usual = { width: 640, height: 360, durationSeconds: 10, framesPerSecond: 25, hasAudio: true };
  return { path: "clip.mp4", ...usual, ...changes };
}

/** An original that no file stands behind. */
export function originalNamed(name: string, changes: Partial<ClipFacts> = {}): Original {
  const file = `originals/${name}.mp4`;
  return { name, file, family: name.split("-")[0]!, clip: clipFacts({ path: `/${file}`, ...changes }) };
}

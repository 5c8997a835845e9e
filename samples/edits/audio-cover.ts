import { endCard } from "../drawing/backdrops.js";
import type { Montage } from "../montage/montage.js";
import type { Random } from "../random.js";
import { tuneSource } from "../sound/tune.js";
import type { Edit } from "./edit.js";

/** Seconds the cover picture is shown in place of the first frames. */
const COVER_SECONDS = 0.1;

/** Rule 2: other sound, other cover, the same moving picture. */
export const AUDIO_COVER_EDITS: readonly Edit[] = [
  {
    name: "muted",
    group: "audio-cover",
    rules: [2, 1],
    strength: "mild",
    suits: (clip) => clip.hasAudio,
    apply: (montage) => montage.replaceAudio(),
  },
  {
    name: "other-music",
    group: "audio-cover",
    rules: [2],
    strength: "mild",
    first: true,
    apply: (montage, { random }) => replaceMusic(montage, random),
  },
  {
    name: "other-music-reencoded",
    group: "audio-cover",
    rules: [2, 1],
    strength: "mild",
    apply: (montage, { random }) => {
      montage.filter("null");
      replaceMusic(montage, random);
    },
  },
  {
    name: "cover-frames",
    group: "audio-cover",
    rules: [2, 1, 7],
    strength: "mild",
    apply: (montage, { random }) => {
      montage.cover(endCard(random, montage.width, montage.height), 0, 0, [[0, COVER_SECONDS]]);
      montage.covered = [];
    },
  },
  {
    name: "cover-attached",
    group: "audio-cover",
    rules: [2, 1],
    strength: "mild",
    apply: (montage, { random }) => {
      montage.attachedCover = endCard(random, montage.width, montage.height);
    },
  },
];

/** Puts a synthesised tune under the picture in place of the sound. */
export function replaceMusic(montage: Montage, random: Random): void {
  const source = tuneSource(random, montage.durationSeconds);
  montage.replaceAudio(`${montage.graph.addInput({ kind: "generated", source })}:a:0`);
}

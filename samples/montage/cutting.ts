import type { Drawing } from "../drawing/drawing.js";
import type { ClipFacts } from "./clip-facts.js";
import type { Labels, Montage } from "./montage.js";
import { faster, keepPieces, later } from "./timeline.js";

/** Footage that is not the original's: another clip from one of its seconds on, a drawing, or one colour. */
export type Foreign =
  | { readonly clip: ClipFacts; readonly startSeconds: number }
  | { readonly drawing: Drawing }
  | { readonly colour: string };

/** Plays only `pieces` (seconds, in playing order) of what is there. */
export function keepOnly(montage: Montage, pieces: readonly (readonly [number, number])[]): void {
  const cut = pieces.map(([start, end], index) => ({ start, end, index }));
  const videos = copies(montage, montage.video, "split", pieces.length);
  const audios = montage.audio === undefined ? [] : copies(montage, montage.audio, "asplit", pieces.length);
  const parts = cut.map(({ start, end, index }): Labels => {
    const range = `start=${start.toFixed(3)}:end=${end.toFixed(3)}`;
    const video = montage.graph.through(
      [videos[index]!],
      `trim=${range},setpts=PTS-STARTPTS,${steady(montage)}`,
    );
    if (montage.audio === undefined) return { video };
    return {
      video,
      audio: montage.graph.through([audios[index]!], `atrim=${range},asetpts=PTS-STARTPTS,${SOUND_FORMAT}`),
    };
  });
  join(montage, parts);
  montage.stretches = keepPieces(montage.stretches, pieces);
  montage.durationSeconds = pieces.reduce((sum, [start, end]) => sum + end - start, 0);
}

/** Plays everything `speed` times as fast, at the same frames a second; the pitch of the sound is kept. */
export function changeSpeed(montage: Montage, speed: number): void {
  montage.filter(`setpts=PTS/${speed},fps=${montage.original.framesPerSecond}`);
  if (montage.audio !== undefined)
    montage.setAudio(montage.graph.through([montage.audio], `atempo=${speed}`));
  montage.stretches = faster(montage.stretches, speed);
  montage.durationSeconds /= speed;
}

/** Plays `seconds` of something else first. */
export function insertBefore(montage: Montage, foreign: Foreign, seconds: number): void {
  join(montage, [foreignPart(montage, foreign, seconds), ownPart(montage)]);
  montage.stretches = later(montage.stretches, seconds);
  montage.durationSeconds += seconds;
}

/** Plays `seconds` of something else afterwards. */
export function insertAfter(montage: Montage, foreign: Foreign, seconds: number): void {
  join(montage, [ownPart(montage), foreignPart(montage, foreign, seconds)]);
  montage.durationSeconds += seconds;
}

const SOUND_FORMAT = "aresample=44100,aformat=sample_fmts=fltp:channel_layouts=stereo";

/** What every part of a concatenation must agree on. */
function steady(montage: Montage): string {
  return `fps=${montage.original.framesPerSecond},setsar=1,format=yuv420p`;
}

function copies(montage: Montage, label: string, splitter: "split" | "asplit", count: number): string[] {
  return count === 1 ? [label] : montage.graph.chain([label], `${splitter}=${count}`, count);
}

function ownPart(montage: Montage): Labels {
  const video = montage.graph.through([montage.video], steady(montage));
  return montage.audio === undefined
    ? { video }
    : { video, audio: montage.graph.through([montage.audio], SOUND_FORMAT) };
}

function foreignPart(montage: Montage, foreign: Foreign, seconds: number): Labels {
  const { width, height } = montage;
  const video = montage.graph.through(
    [foreignLabel(montage, foreign, seconds)],
    `${foreignTrim(foreign, seconds)}scale=${width}:${height}:force_original_aspect_ratio=increase,crop=${width}:${height},${steady(montage)}`,
  );
  if (montage.audio === undefined) return { video };
  const hush = montage.graph.addInput({
    kind: "generated",
    source: `anullsrc=r=44100:cl=stereo:d=${seconds.toFixed(3)}`,
  });
  return { video, audio: montage.graph.through([`${hush}:a:0`], SOUND_FORMAT) };
}

function foreignLabel(montage: Montage, foreign: Foreign, seconds: number): string {
  const framesPerSecond = montage.original.framesPerSecond;
  if ("clip" in foreign) return montage.read({ kind: "clip", path: foreign.clip.path, loop: true });
  if ("drawing" in foreign)
    return montage.read({ kind: "drawing", drawing: foreign.drawing, seconds, framesPerSecond });
  const size = `${montage.width}x${montage.height}`;
  const source = `color=c=${foreign.colour}:s=${size}:r=${framesPerSecond}:d=${seconds.toFixed(3)}`;
  return montage.read({ kind: "generated", source });
}

function foreignTrim(foreign: Foreign, seconds: number): string {
  if (!("clip" in foreign)) return "";
  const start = foreign.startSeconds;
  return `trim=start=${start.toFixed(3)}:end=${(start + seconds).toFixed(3)},setpts=PTS-STARTPTS,`;
}

function join(montage: Montage, parts: readonly Labels[]): void {
  const withSound = montage.audio !== undefined;
  const labels = parts.flatMap(({ video, audio }) => (audio === undefined ? [video] : [video, audio]));
  const outputs = montage.graph.chain(
    labels,
    `concat=n=${parts.length}:v=1:a=${withSound ? 1 : 0}`,
    withSound ? 2 : 1,
  );
  montage.setVideo(outputs[0]!);
  if (withSound) montage.setAudio(outputs[1]!);
}

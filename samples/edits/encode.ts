import type { Montage } from "../montage/montage.js";
import type { Edit } from "./edit.js";

/** VP9 at its fastest: the sort of edit matters here, not the quality. */
const VP9 = "-c:v libvpx-vp9 -deadline realtime -cpu-used 8 -crf 36 -b:v 0";

/** Rule 1: the same pictures in other bytes. */
export const ENCODE_EDITS: readonly Edit[] = [
  {
    name: "remux-mkv",
    group: "encode",
    rules: [1],
    strength: "mild",
    apply: (montage) => {
      montage.container = "mkv";
    },
  },
  encoded("crf-32", "medium", "-c:v libx264 -preset veryfast -crf 32", true),
  encoded("crf-38", "strong", "-c:v libx264 -preset veryfast -crf 38"),
  encoded(
    "hevc",
    "mild",
    "-c:v libx265 -preset ultrafast -crf 28 -x265-params log-level=error:pools=1 -tag:v hvc1",
  ),
  { ...encoded("vp9", "mild", VP9), apply: encodeForWeb },
  framesPerSecond(15, "medium", true),
  framesPerSecond(24, "mild"),
  framesPerSecond(60, "mild"),
];

function encoded(name: string, strength: Edit["strength"], options: string, first = false): Edit {
  return {
    name,
    group: "encode",
    rules: [1],
    strength,
    ...(first && { first }),
    apply: (montage) => {
      montage.filter("null");
      montage.videoOptions = options.split(" ");
    },
  };
}

function framesPerSecond(rate: number, strength: Edit["strength"], first = false): Edit {
  return {
    name: `fps-${rate}`,
    group: "encode",
    rules: [1],
    strength,
    ...(first && { first }),
    apply: (montage) => montage.filter(`fps=${rate}`),
  };
}

/** WebM takes Opus sound only, and Opus takes 48 kHz. */
function encodeForWeb(montage: Montage): void {
  montage.filter("null");
  montage.videoOptions = VP9.split(" ");
  montage.container = "webm";
  if (montage.audio !== undefined)
    montage.setAudio(montage.graph.through([montage.audio], "aresample=48000"));
}

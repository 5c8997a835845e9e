import type { RenderPlan } from "../montage/plan.js";
import { describeWithFfmpeg } from "../rendering/run-ffmpeg.js";

/** How large and long a corpus original may be. */
export interface ClipLimits {
  readonly maxSeconds: number;
  /** Longer side, pixels; smaller clips are not enlarged. */
  readonly longSide: number;
}

/** Frames a second an original has at most, and what is assumed where a clip does not say. */
const FRAME_RATE = { most: 30, assumed: 25 } as const;

/**
 * Plans the original that edits start from: the clip's first video track as it would be shown, with square
 * pixels, even sides and a constant frame rate, at a quality that leaves room for a second encoding.
 */
export async function planNormalisedClip(
  path: string,
  { maxSeconds, longSide }: ClipLimits,
): Promise<RenderPlan> {
  const description = await describeWithFfmpeg(path);
  if (!/: Video: /.test(description)) throw new Error(`No video in ${path}`);
  const stated = Number(/ ([\d.]+) fps/.exec(description)?.[1] ?? FRAME_RATE.assumed);
  const rate = Math.min(FRAME_RATE.most, Math.max(5, Math.round(stated)));
  const hasAudio = /: Audio: /.test(description);
  const shrink = `scale=w='if(gte(iw,ih),min(${longSide},iw),-2)':h='if(gte(iw,ih),-2,min(${longSide},ih))'`;
  const picture = `fps=${rate},scale=iw*sar:ih,setsar=1,${shrink},scale=trunc(iw/2)*2:trunc(ih/2)*2,setsar=1,format=yuv420p`;
  const cut = `end=${maxSeconds}`;
  const sound = hasAudio ? `;[0:a:0]atrim=${cut},aresample=44100,aformat=channel_layouts=stereo[a]` : "";
  return {
    inputs: [{ kind: "clip", path, loop: false }],
    filterGraph: `[0:v:0]trim=${cut},${picture}[v]${sound}`,
    maps: hasAudio ? ["[v]", "[a]"] : ["[v]"],
    outputOptions: [
      "-c:v",
      "libx264",
      "-preset",
      "veryfast",
      "-crf",
      "16",
      "-g",
      "60",
      "-c:a",
      "aac",
      "-b:a",
      "96k",
    ],
    container: "mp4",
  };
}

import { join } from "node:path";
import { contentKey, RenderCache } from "../../samples/rendering/render-cache.js";
import { REPRODUCIBLE, runFfmpeg } from "../../samples/rendering/run-ffmpeg.js";
import { OUT_FOLDER } from "../measuring/bench-folders.js";

/** A clip to be decoded, and how it is named in the table. */
export interface DecodeClip {
  readonly name: string;
  readonly path: string;
}

interface Format {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  /** Length, seconds; default {@link SECONDS}. */
  readonly seconds?: number;
  /** What encodes it, as options of ffmpeg's output. */
  readonly encoder: string;
  /** Ending of the file, which chooses the container; default mp4. */
  readonly container?: string;
}

/** x264 at its own defaults: up to three B-frames that may be referred to (a pyramid), a keyframe at least every 250 frames. */
const X264 = "-c:v libx264 -preset medium -crf 23";

const PORTRAIT = { width: 720, height: 1280 };

/** What can be left out differs by how frames refer to each other, so each kind is measured. */
const FORMATS: readonly Format[] = [
  { name: "1080x1920", width: 1080, height: 1920, encoder: X264 },
  { name: "720x1280", ...PORTRAIT, encoder: X264 },
  // Starting ffmpeg costs the same for short and long ones.
  { name: "720x1280, 5 s", ...PORTRAIT, seconds: 5, encoder: X264 },
  { name: "720x1280, 30 s", ...PORTRAIT, seconds: 30, encoder: X264 },
  { name: "720x1280, keyframe every second", ...PORTRAIT, encoder: `${X264} -g 30` },
  { name: "720x1280, open groups", ...PORTRAIT, encoder: `${X264} -g 60 -x264-params open-gop=1` },
  // What nobody needs cannot be left out here: the dearest kind of H.264, and what phones write.
  { name: "720x1280, no B-frames", ...PORTRAIT, encoder: `${X264} -bf 0` },
  {
    name: "720x1280, HEVC",
    ...PORTRAIT,
    encoder: "-c:v libx265 -crf 26 -x265-params pools=none:log-level=error",
  },
  {
    name: "720x1280, VP9",
    ...PORTRAIT,
    encoder: "-c:v libvpx-vp9 -crf 34 -b:v 0 -cpu-used 5",
    container: "webm",
  },
  { name: "720x1280, AV1", ...PORTRAIT, encoder: "-c:v libsvtav1 -preset 9 -crf 36" },
  { name: "640x360, 10 s", width: 640, height: 360, seconds: 10, encoder: X264 },
];

/** Length of a clip, seconds: a usual ad. */
const SECONDS = 15;
const FRAMES_A_SECOND = 30;

/** One large still with detail down to the pixel everywhere: what the camera of {@link scene} looks at. */
const STILL = "mandelbrot=size=2160x3840:maxiter=400:start_scale=0.6:end_scale=0.6:inner=convergence:rate=1";

/** The clips, made on the first call and kept. Takes some minutes then. */
export async function makeDecodeClips(signal: AbortSignal): Promise<DecodeClip[]> {
  const cache = await RenderCache.open(join(OUT_FOLDER, "decode"));
  const still = join(cache.folder, "still.png");
  await cache.produce("still.png", contentKey(STILL), (path) =>
    runFfmpeg(["-f", "lavfi", "-i", STILL, "-frames:v", "1", path], signal),
  );
  const clips: DecodeClip[] = [];
  for (const format of FORMATS) {
    const file = `${format.name.replaceAll(/[^a-z0-9]+/gi, "-")}.${format.container ?? "mp4"}`;
    const options = outputOptions(format);
    await cache.produce(file, contentKey([STILL, options]), (path) =>
      runFfmpeg(["-i", still, ...options, path], signal),
    );
    clips.push({ name: format.name, path: join(cache.folder, file) });
  }
  return clips;
}

function outputOptions(format: Format): string[] {
  return [
    ...["-filter_complex", scene(format), "-map", "[video]", "-t", String(format.seconds ?? SECONDS)],
    ...format.encoder.split(" "),
    ...REPRODUCIBLE.split(" "),
  ];
}

/** A camera that drifts over the still, a large object that moves before it, and a sensor's noise. */
function scene({ width, height }: Format): string {
  const background = `crop=${width}:${height}:x='(iw-ow)/2*(1+sin(0.7*t))':y='(ih-oh)/2*(1+cos(0.5*t))'`;
  const object = `crop=${width / 2}:${height / 2}:x=iw/4:y=ih/4,hflip`;
  const path = "x='W/4+W/5*sin(2*t)':y='H/4+H/6*cos(1.3*t)'";
  const still = [
    `scale=${width * 1.25}:${height * 1.25}:flags=area,format=yuv420p`,
    `loop=loop=-1:size=1,setpts=N/${FRAMES_A_SECOND}/TB,fps=${FRAMES_A_SECOND},split[wide][near]`,
  ].join(",");
  return [
    still,
    `[wide]${background}[background]`,
    `[near]${object}[object]`,
    `[background][object]overlay=${path},noise=alls=6:allf=t:all_seed=1,format=yuv420p[video]`,
  ].join(";");
}

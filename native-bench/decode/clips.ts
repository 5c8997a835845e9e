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
  /** Bidirectional frames between two others, at most. */
  readonly bFrames: number;
}

const FORMATS: readonly Format[] = [
  { name: "1080x1920", width: 1080, height: 1920, bFrames: 3 },
  { name: "720x1280", width: 720, height: 1280, bFrames: 3 },
  // What nobody needs cannot be left out here: the dearest kind of H.264.
  { name: "720x1280, no B-frames", width: 720, height: 1280, bFrames: 0 },
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
    const file = `${format.name.replaceAll(/[^a-z0-9]+/gi, "-")}.mp4`;
    const options = outputOptions(format);
    await cache.produce(file, contentKey([STILL, options]), (path) =>
      runFfmpeg(["-i", still, ...options, path], signal),
    );
    clips.push({ name: format.name, path: join(cache.folder, file) });
  }
  return clips;
}

/** x264 at its own defaults but for the B-frames. */
function outputOptions(format: Format): string[] {
  return [
    ...["-filter_complex", scene(format), "-map", "[video]", "-t", String(SECONDS)],
    ...["-c:v", "libx264", "-preset", "medium", "-crf", "23", "-bf", String(format.bFrames)],
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

import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { locateFfmpeg } from "./ffmpeg-binary.js";

/** The codecs of ad creatives; for each the decoders that do, any one of which is enough. */
const WANTED: Readonly<Record<string, readonly string[]>> = {
  "H.264": ["h264"],
  HEVC: ["hevc"],
  VP8: ["vp8", "libvpx"],
  VP9: ["vp9", "libvpx-vp9"],
  AV1: ["libdav1d", "libaom-av1", "av1"],
  "MPEG-4": ["mpeg4"],
};

/** Seconds the question may take. */
const TIME_LIMIT_SECONDS = 15;

/** Which of the usual video codecs this ffmpeg can decode, and which not. Throws FFMPEG_MISSING, or Node's error. */
export async function listDecoders(): Promise<{ readonly found: string[]; readonly missing: string[] }> {
  const { path } = await locateFfmpeg();
  const { stdout } = await promisify(execFile)(path, ["-hide_banner", "-decoders"], {
    timeout: TIME_LIMIT_SECONDS * 1000,
    killSignal: "SIGKILL",
    windowsHide: true,
  });
  const decoders = new Set(stdout.split("\n").map((line) => line.trim().split(/\s+/)[1]));
  const codecs = Object.keys(WANTED);
  const found = codecs.filter((codec) => WANTED[codec].some((name) => decoders.has(name)));
  return { found, missing: codecs.filter((codec) => !found.includes(codec)) };
}

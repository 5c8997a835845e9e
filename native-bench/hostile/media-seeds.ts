import { execFile } from "node:child_process";
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import sharp from "sharp";
import { locateFfmpeg } from "../../src/media/ffmpeg-binary.js";

/** A small sound file of a format samecut reads. */
export interface MediaSeed {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const PICTURE = ["-f", "lavfi", "-i", "testsrc2=size=128x96:rate=10:duration=1"];
const SOUND = ["-f", "lavfi", "-i", "sine=duration=1"];
const H264 = ["-c:v", "libx264", "-preset", "ultrafast", "-bf", "2", "-pix_fmt", "yuv420p"];
const HEVC = ["-c:v", "libx265", "-preset", "ultrafast", "-x265-params", "log-level=none"];

/** One of every container, codec and kind of picture: the name, and what ffmpeg is told besides the picture and the sound. */
const FORMATS: readonly (readonly [name: string, ...options: string[]])[] = [
  ["h264.mp4", ...H264, "-c:a", "aac"],
  ["fragmented.mp4", ...H264, "-c:a", "aac", "-movflags", "frag_keyframe+empty_moov"],
  ["h264.mov", ...H264, "-c:a", "pcm_s16le"],
  ["hevc.mp4", ...HEVC, "-pix_fmt", "yuv420p", "-c:a", "aac"],
  ["av1.mp4", "-c:v", "libaom-av1", "-cpu-used", "8", "-usage", "realtime", "-an"],
  ["h263.3gp", "-c:v", "h263", "-an"],
  ["h264.mkv", ...H264, "-c:a", "libmp3lame"],
  ["vp8.webm", "-c:v", "libvpx", "-deadline", "realtime", "-c:a", "libvorbis"],
  ["vp9.webm", "-c:v", "libvpx-vp9", "-deadline", "realtime", "-c:a", "libopus"],
  ["mpeg4.avi", "-c:v", "mpeg4", "-bf", "2", "-c:a", "libmp3lame"],
  ["h264.flv", ...H264, "-c:a", "aac"],
  ["sorenson.flv", "-c:v", "flv1", "-an"],
  ["h264.ts", ...H264, "-c:a", "aac"],
  ["h264.m2ts", ...H264, "-c:a", "aac", "-mpegts_m2ts_mode", "1"],
  ["mpeg2.mpg", "-c:v", "mpeg2video", "-r", "25", "-c:a", "mp2"],
  ["wmv2.wmv", "-c:v", "wmv2", "-c:a", "wmav2"],
  ["theora.ogv", "-c:v", "libtheora", "-c:a", "libvorbis"],
  ["animated.gif", "-an"],
  ["still.png", "-frames:v", "1", "-an"],
  ["still.jpg", "-frames:v", "1", "-an"],
  ["still.tiff", "-frames:v", "1", "-an"],
  ["still.bmp", "-frames:v", "1", "-an"],
];

/** Renders them all; those this ffmpeg has no encoder for are named in `missing`. */
export async function mediaSeeds(folder: string): Promise<{ seeds: MediaSeed[]; missing: string[] }> {
  await mkdir(folder, { recursive: true });
  const { path: ffmpeg } = await locateFfmpeg();
  const seeds: MediaSeed[] = [];
  const missing: string[] = [];
  for (const [name, ...options] of FORMATS) {
    const path = join(folder, name);
    const sound = options.includes("-an") ? [] : [...SOUND, "-shortest"];
    const input = ["-nostdin", "-v", "error", "-y", ...PICTURE, ...sound];
    try {
      await promisify(execFile)(ffmpeg, [...input, ...options, path]);
      seeds.push({ name, bytes: await readFile(path) });
    } catch {
      missing.push(name);
    }
  }
  seeds.push(...(await picturesBySharp(seeds.find(({ name }) => name === "still.png")!.bytes)));
  return { seeds, missing };
}

async function picturesBySharp(png: Uint8Array): Promise<MediaSeed[]> {
  const turned = await sharp(png).flop().png().toBuffer();
  return [
    { name: "still.webp", bytes: await sharp(png).webp().toBuffer() },
    { name: "still.avif", bytes: await sharp(png).avif({ effort: 0 }).toBuffer() },
    { name: "progressive.jpg", bytes: await sharp(png).jpeg({ progressive: true }).toBuffer() },
    {
      name: "animated.webp",
      bytes: await sharp([png, turned, png], { join: { animated: true } })
        .webp({ delay: [300, 300, 300] })
        .toBuffer(),
    },
  ];
}

import { execFileSync } from "node:child_process";
import { appendFileSync, chmodSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { SamecutError } from "../../src/errors.js";
import { readMedia } from "../../src/media/read-media.js";
import { lavfi, read, render, SHORT_CLIP, TEST_PLAN, temporaryFolder } from "./rendered-media.js";

const folder = temporaryFolder();
const HEIC_HEAD = Buffer.from("\0\0\0\x18ftypheic\0\0\0\0mif1heic", "latin1");
const clip = render(join(folder, "clip.mp4"), ...SHORT_CLIP, "-movflags", "+faststart");

function written(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

async function failureOf(path: string): Promise<SamecutError> {
  const error = await read(path).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(SamecutError);
  expect((error as SamecutError).path).toBe(path);
  expect((error as SamecutError).remedy).not.toBe("");
  return error as SamecutError;
}

describe("a file that is no use", () => {
  const cases: readonly (readonly [what: string, code: string, make: () => string])[] = [
    ["a file that does not exist", "FILE_NOT_FOUND", () => join(folder, "nothing.mp4")],
    ["a folder", "NOT_A_FILE", () => folder],
    ["an empty file", "FILE_EMPTY", () => written("empty.mp4", "")],
    [
      "text named .mp4",
      "FORMAT_UNSUPPORTED",
      () => written("text.mp4", "Dear diary,\nthis is no film.\n".repeat(99)),
    ],
    [
      "noise",
      "FORMAT_UNSUPPORTED",
      () =>
        written(
          "noise.mp4",
          Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) % 251),
        ),
    ],
    [
      "a drawing (SVG), which may refer to others",
      "FORMAT_UNSUPPORTED",
      () => written("a.png", "<svg xmlns='http://www.w3.org/2000/svg'/>"),
    ],
    [
      "a picture of an iPhone, which is whole, and which sharp would call damaged",
      "FORMAT_UNSUPPORTED",
      () => written("IMG_0001.HEIC", Buffer.concat([HEIC_HEAD, Buffer.alloc(2000)])),
    ],
    [
      "an mp4 that lost its end",
      "MEDIA_DAMAGED",
      () => written("half.mp4", readFileSync(clip).subarray(0, 30_000)),
    ],
    [
      "an mp4 that lost its table of contents",
      "MEDIA_DAMAGED",
      () => {
        const late = render(join(folder, "late.mp4"), "-i", clip, "-c", "copy");
        return written("headless.mp4", readFileSync(late).subarray(0, 20_000));
      },
    ],
    [
      "an mp4 that lost half its table of contents",
      "MEDIA_DAMAGED",
      () => {
        const late = readFileSync(render(join(folder, "late.mp4"), "-i", clip, "-c", "copy"));
        return written("half-headless.mp4", late.subarray(0, late.lastIndexOf("moov") + 400));
      },
    ],
    [
      "a matroska file that lost its end",
      "MEDIA_DAMAGED",
      () => {
        const whole = render(join(folder, "whole.mkv"), "-i", clip, "-c", "copy");
        return written("half.mkv", readFileSync(whole).subarray(0, 30_000));
      },
    ],
    [
      "a matroska file that lost its end, of which much else is damaged",
      "MEDIA_DAMAGED",
      () => {
        const damage = ["-bsf:v", "noise=amount=if(gt(n\\,20)\\,2000\\,0)"];
        const source = lavfi("testsrc2", "size=320x240:rate=30:duration=20");
        const noisy = render(join(folder, "noisy.mkv"), ...source, "-c:v", "libx264", "-g", "15", ...damage);
        return written("noisy-half.mkv", readFileSync(noisy).subarray(0, -30_000));
      },
    ],
    [
      "an mp4 of sound only",
      "VIDEO_STREAM_MISSING",
      () => render(join(folder, "sound.mp4"), ...lavfi("sine", "duration=1")),
    ],
    [
      "sound with a cover picture",
      "VIDEO_STREAM_MISSING",
      () => {
        const cover = render(join(folder, "cover.png"), ...lavfi("testsrc2", "size=64x64"), "-frames:v", "1");
        return render(
          join(folder, "song.m4a.mp4"),
          ...lavfi("sine", "duration=1"),
          ...["-i", cover, "-map", "0", "-map", "1", "-c:v", "png", "-disposition:v", "attached_pic"],
        );
      },
    ],
    [
      "a video of 1x1",
      "PICTURE_TOO_SMALL",
      () =>
        render(
          join(folder, "dot.mkv"),
          ...lavfi("color", "red:size=8x8:duration=1"),
          "-vf",
          "scale=1:1",
          "-c:v",
          "ffv1",
          "-pix_fmt",
          "yuv444p",
        ),
    ],
    [
      "a video of more pixels than 8K",
      "PICTURE_TOO_LARGE",
      () =>
        render(
          join(folder, "huge.mkv"),
          ...lavfi("color", "red:size=8192x4400:rate=1:duration=1"),
          "-c:v",
          "rawvideo",
          "-pix_fmt",
          "gray",
        ),
    ],
    [
      "a jpeg that lost its end",
      "MEDIA_DAMAGED",
      () => {
        const whole = render(
          join(folder, "whole.jpg"),
          ...lavfi("testsrc2", "size=400x400"),
          "-frames:v",
          "1",
        );
        return written("half.jpg", readFileSync(whole).subarray(0, 4000));
      },
    ],
    [
      "an image of 1x1",
      "PICTURE_TOO_SMALL",
      () =>
        render(
          join(folder, "dot.png"),
          ...lavfi("color", "red:size=8x8"),
          "-vf",
          "scale=1:1",
          "-frames:v",
          "1",
        ),
    ],
    [
      "a png that claims 60000x60000",
      "PICTURE_TOO_LARGE",
      () => {
        const bytes = readFileSync(
          render(join(folder, "claim.png"), ...lavfi("color", "red:size=64x64"), "-frames:v", "1"),
        );
        bytes.writeUInt32BE(60_000, 16);
        bytes.writeUInt32BE(60_000, 20);
        bytes.writeUInt32BE(crc32(bytes.subarray(12, 29)), 29);
        return written("claim.png", bytes);
      },
    ],
    [
      "a symlink to itself",
      "FILE_UNREADABLE",
      () => {
        symlinkSync(join(folder, "loop.mp4"), join(folder, "loop.mp4"));
        return join(folder, "loop.mp4");
      },
    ],
  ];
  it.each(cases)("%s", async (_what, code, make) => {
    expect((await failureOf(make())).code).toBe(code);
  });

  it("is a named pipe, which nobody waits for", async () => {
    const pipe = join(folder, "pipe.mp4");
    execFileSync("mkfifo", [pipe]);
    expect((await failureOf(pipe)).code).toBe("NOT_A_FILE");
  });

  it.skipIf(process.getuid?.() === 0)("may not be read", async () => {
    const secret = written("secret.mp4", readFileSync(clip));
    chmodSync(secret, 0);
    expect((await failureOf(secret)).code).toBe("FILE_UNREADABLE");
  });

  it("says the same about the same file every time", async () => {
    const half = written("half-again.mp4", readFileSync(clip).subarray(0, 30_000));
    expect((await failureOf(half)).message).toBe((await failureOf(half)).message);
  });
});

describe("a file whose tags speak of damage", () => {
  it.each(["mp4", "mkv"])("is whole: %s", async (extension) => {
    const words = ["[error] partial file", "partial file", "ended prematurely", "bwrap: no"].join("\n");
    const tags = ["title", "description"].flatMap((name) => ["-metadata", `${name}=${words}`]);
    const path = render(join(folder, `tags.${extension}`), "-i", clip, "-c", "copy", ...tags);
    expect((await read(path)).facts).toMatchObject({ kind: "video", width: 160, height: 90 });
  });
});

describe("a file that changes while it is read", () => {
  it("grows", async () => {
    const path = written("growing.mp4", readFileSync(clip));
    let grown = false;
    const reading = readMedia(path, TEST_PLAN, () => {
      if (!grown) appendFileSync(path, "more");
      grown = true;
    });
    await expect(reading).rejects.toMatchObject({ code: "FILE_CHANGED" });
  });

  it("vanishes", async () => {
    const path = written("vanishing.mp4", readFileSync(clip));
    const reading = readMedia(path, TEST_PLAN, () => rmSync(path, { force: true }));
    await expect(reading).rejects.toMatchObject({ code: "FILE_NOT_FOUND" });
  });
});

/** The checksum of PNG chunks. */
function crc32(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return (sum ^ 0xffffffff) >>> 0;
}

import { crc32, deflateSync, gzipSync } from "node:zlib";
import sharp from "sharp";
import type { HostileFile } from "./hostile-answers.js";
import type { MediaSeed } from "./media-seeds.js";

/** Sides of a picture that is just small enough to be opened, and of one that is far too large, pixels. */
const LARGE = 12_000;
const HUGE = 30_000;

/** Bytes that shrink to a thousandth. */
const INFLATED_BYTES = 256 * 1024 ** 2;

/** Small files that unfold into much: pictures that are or claim to be huge, animations without end, archives. */
export async function bombs(seeds: readonly MediaSeed[]): Promise<HostileFile[]> {
  const bytesOf = (name: string): Buffer =>
    Buffer.from(seeds.find((seed) => seed.name === name)?.bytes ?? []);
  const plain = { create: { width: LARGE, height: LARGE, channels: 3, background: "#345" } } as const;
  const zeros = Buffer.alloc(INFLATED_BYTES);
  return [
    { name: "PNG of 900 megapixels", bytes: greyPng(HUGE, HUGE, { bitDepth: 1, interlaced: false }) },
    {
      name: "PNG of 144 megapixels, 16 bits, interlaced",
      bytes: greyPng(LARGE, LARGE, { bitDepth: 16, interlaced: true }),
    },
    { name: "PNG with a text of 256 MiB", bytes: withChunk(bytesOf("still.png"), textChunk(zeros)) },
    {
      name: "JPEG of 144 megapixels, progressive",
      bytes: await sharp(plain).jpeg({ progressive: true }).toBuffer(),
    },
    { name: "JPEG that claims 65,500 x 65,500", bytes: jpegOfSize(bytesOf("still.jpg"), 65_500) },
    {
      name: "WebP of 144 megapixels",
      bytes: await sharp(plain).webp({ lossless: true, effort: 0 }).toBuffer(),
    },
    { name: "TIFF of 144 megapixels", bytes: await sharp(plain).tiff({ compression: "lzw" }).toBuffer() },
    { name: "BMP that claims 30,000 x 30,000", bytes: bmpOfSize(bytesOf("still.bmp"), HUGE) },
    { name: "GIF with a screen of 65,535 x 65,535", bytes: gifOfSize(bytesOf("animated.gif"), 65_535) },
    { name: "GIF of 20,000 pictures", bytes: longGif(20_000) },
    { name: "MP4 of a hundred million samples", bytes: claims(bytesOf("h264.mp4"), "stsz", 12, 100_000_000) },
    {
      name: "MP4 that claims 30,000 x 30,000",
      bytes: claims(bytesOf("h264.mp4"), "avc1", 28, (HUGE << 16) | HUGE),
    },
    { name: "gzip of 256 MiB", bytes: gzipSync(zeros) },
    { name: "gzip of a gzip", bytes: gzipSync(gzipSync(zeros)) },
    {
      name: "zip",
      bytes: Buffer.concat([Buffer.from("PK\x03\x04\x14\0\0\0\x08\0", "latin1"), deflateSync(zeros)]),
    },
    { name: "tar", bytes: Buffer.concat([Buffer.alloc(257), Buffer.from("ustar\0"), Buffer.alloc(10_000)]) },
    { name: "7z", bytes: Buffer.concat([Buffer.from("7z\xbc\xaf\x27\x1c", "latin1"), Buffer.alloc(1_000)]) },
    { name: "rar", bytes: Buffer.concat([Buffer.from("Rar!\x1a\x07\x01\0", "latin1"), Buffer.alloc(1_000)]) },
    {
      name: "zip behind the beginning of an MP4",
      bytes: Buffer.concat([
        bytesOf("h264.mp4").subarray(0, 32),
        Buffer.from("PK\x03\x04"),
        zeros.subarray(0, 10_000),
      ]),
    },
  ];
}

function pngChunk(name: string, content: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, "latin1"), content]);
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, checksum]);
}

/** A black picture, whose rows shrink to next to nothing. */
function greyPng(
  width: number,
  height: number,
  { bitDepth, interlaced }: { readonly bitDepth: 1 | 16; readonly interlaced: boolean },
): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = bitDepth;
  head[12] = interlaced ? 1 : 0;
  // A filter byte before every row; the seven passes of an interlaced picture have more and shorter rows.
  const rows = height * (interlaced ? 2 : 1);
  const bytes = Math.ceil((width * height * bitDepth) / 8) + rows;
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    pngChunk("IHDR", head),
    pngChunk("IDAT", deflateSync(Buffer.alloc(bytes))),
    pngChunk("IEND", Buffer.alloc(0)),
  ]);
}

function textChunk(text: Uint8Array): Buffer {
  return pngChunk("zTXt", Buffer.concat([Buffer.from("Comment\0\0", "latin1"), deflateSync(text)]));
}

/** Behind the head of a PNG, which is its first chunk. */
function withChunk(png: Buffer, chunk: Uint8Array): Buffer {
  const at = 8 + 12 + 13;
  return Buffer.concat([png.subarray(0, at), chunk, png.subarray(at)]);
}

function jpegOfSize(jpeg: Buffer, side: number): Buffer {
  const frame = jpeg.indexOf(Buffer.from([0xff, 0xc0]));
  if (frame < 0) return jpeg;
  jpeg.writeUInt16BE(side, frame + 5);
  jpeg.writeUInt16BE(side, frame + 7);
  return jpeg;
}

function bmpOfSize(bmp: Buffer, side: number): Buffer {
  bmp.writeInt32LE(side, 18);
  bmp.writeInt32LE(side, 22);
  return bmp;
}

function gifOfSize(gif: Buffer, side: number): Buffer {
  gif.writeUInt16LE(side, 6);
  gif.writeUInt16LE(side, 8);
  return gif;
}

/** Pictures of one pixel on a screen of 1,000 x 1,000, each shown for a hundredth of a second. */
function longGif(pictures: number): Buffer {
  const head = Buffer.from("GIF89a\xe8\x03\xe8\x03\x80\0\0\0\0\0\xff\xff\xff", "latin1");
  const picture = Buffer.from(
    "\x21\xf9\x04\0\x01\0\0\0\x2c\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0",
    "latin1",
  );
  return Buffer.concat([head, ...Array.from({ length: pictures }, () => picture), Buffer.from(";")]);
}

/** A box of an MP4 with another number so many bytes behind the beginning of its name. */
function claims(mp4: Buffer, name: string, offset: number, value: number): Buffer {
  const at = mp4.indexOf(name);
  if (at >= 0) mp4.writeUInt32BE(value >>> 0, at + offset);
  return mp4;
}

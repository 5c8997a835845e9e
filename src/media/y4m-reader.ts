import type { Picture } from "../picture/picture.js";

/** One picture of a YUV4MPEG2 stream. */
export interface Y4mFrame {
  /** Counted from 0. */
  readonly index: number;
  readonly picture: Picture;
  /** Mean of the blue-difference plane, 0 to 255. */
  readonly chromaBlue: number;
  /** Mean of the red-difference plane, 0 to 255. */
  readonly chromaRed: number;
}

/** Bytes a stream header or a frame header may have; ffmpeg writes under 100. */
const MAX_HEADER_BYTES = 1024;

const NEWLINE = 0x0a;

/** The bytes are not a YUV4MPEG2 stream of the kind asked for. */
export class Y4mError extends Error {
  override readonly name = "Y4mError";
}

/** Takes a YUV4MPEG2 stream (8 bits, 4:2:0) apart as it arrives, in pieces of any size. */
export class Y4mReader {
  private readonly onFrame: (frame: Y4mFrame) => void;
  private header: number[] = [];
  private width = 0;
  private height = 0;
  private frame: Uint8Array | undefined;
  private filled = 0;
  private inHeader = true;
  private frames = 0;

  constructor(onFrame: (frame: Y4mFrame) => void) {
    this.onFrame = onFrame;
  }

  /** Takes the next bytes. @throws Y4mError; what `onFrame` throws */
  push(bytes: Uint8Array): void {
    let at = 0;
    while (at < bytes.length) at = this.inHeader ? this.readHeader(bytes, at) : this.readFrame(bytes, at);
  }

  private readHeader(bytes: Uint8Array, from: number): number {
    for (let at = from; at < bytes.length; at++) {
      if (bytes[at] === NEWLINE) {
        this.endHeader(String.fromCharCode(...this.header));
        this.header = [];
        return at + 1;
      }
      this.header.push(bytes[at]!);
      if (this.header.length > MAX_HEADER_BYTES) throw new Y4mError("a YUV4MPEG2 header without an end");
    }
    return bytes.length;
  }

  private endHeader(line: string): void {
    if (this.frame === undefined) {
      const [width, height] = [/ W(\d+)/, / H(\d+)/].map((field) => Number(field.exec(line)?.[1]));
      if (!line.startsWith("YUV4MPEG2 ") || !width || !height || !/ C420/.test(line)) {
        throw new Y4mError(`not a 4:2:0 YUV4MPEG2 stream: ${line}`);
      }
      [this.width, this.height] = [width, height];
      this.frame = new Uint8Array(width * height + 2 * Math.ceil(width / 2) * Math.ceil(height / 2));
      return;
    }
    if (!line.startsWith("FRAME")) throw new Y4mError(`not a YUV4MPEG2 frame: ${line}`);
    this.inHeader = false;
    this.filled = 0;
  }

  private readFrame(bytes: Uint8Array, from: number): number {
    const frame = this.frame!;
    const taken = Math.min(frame.length - this.filled, bytes.length - from);
    frame.set(bytes.subarray(from, from + taken), this.filled);
    this.filled += taken;
    if (this.filled === frame.length) {
      this.inHeader = true;
      this.onFrame(this.take(frame));
    }
    return from + taken;
  }

  private take(frame: Uint8Array): Y4mFrame {
    const lumaBytes = this.width * this.height;
    const chromaBytes = (frame.length - lumaBytes) / 2;
    return {
      index: this.frames++,
      picture: { width: this.width, height: this.height, luma: fullRange(frame.subarray(0, lumaBytes)) },
      chromaBlue: meanChroma(frame.subarray(lumaBytes, lumaBytes + chromaBytes)),
      chromaRed: meanChroma(frame.subarray(lumaBytes + chromaBytes)),
    };
  }
}

/** Full-range luma of each limited-range value, 16 to 235 (ITU-R BT.601). */
const FULL_RANGE = Uint8ClampedArray.from({ length: 256 }, (_, value) => ((value - 16) * 255) / 219);

/** A table of 256 values here costs a tenth of what ffmpeg's scaler asks for the same. */
function fullRange(luma: Uint8Array): Uint8Array {
  const full = new Uint8Array(luma.length);
  for (let at = 0; at < full.length; at++) full[at] = FULL_RANGE[luma[at]!]!;
  return full;
}

/** The mean of limited-range chroma, 16 to 240, as full range. */
function meanChroma(values: Uint8Array): number {
  let sum = 0;
  for (let at = 0; at < values.length; at++) sum += values[at]!;
  return 128 + ((sum / values.length - 128) * 255) / 224;
}

import { createHash } from "node:crypto";
import { SamecutError } from "../errors.js";
import type { LayoutKind } from "../layout/layout.js";
import type { Fingerprint, Sample } from "./fingerprint.js";
import { packPictures, unpackPictures } from "./picture-codec.js";

/**
 * The byte form of a fingerprint. Little-endian:
 *
 * | bytes | field |
 * |---|---|
 * | 4 | `SCFP` |
 * | 2 | format version |
 * | 2 | reserved, 0 |
 * | 4 | length of the whole, bytes |
 * | 4 | length of the header, bytes |
 * | n | header: JSON, UTF-8 |
 * | 38 a sample | time in ms (4), chroma blue and red (1 + 1), blockhash (32) |
 * | rest but 8 | pictures, see `picture-codec.ts` |
 * | 8 | first bytes of the SHA-256 of all before |
 */
const MAGIC = 0x50464353;

/** Raised whenever the same file would give another fingerprint, or the bytes another meaning. */
export const FINGERPRINT_VERSION = 4;

const PREFIX = 16;
const SAMPLE_BYTES = 38;
const CHECKSUM = 8;

interface Header {
  readonly kind: "video" | "image";
  readonly width: number;
  readonly height: number;
  readonly durationSeconds: number;
  readonly incomplete?: string;
  readonly digests: Fingerprint["digests"];
  readonly layout: { readonly kind: LayoutKind; readonly content: Fingerprint["layout"]["content"] };
  readonly samples: number;
  readonly pictureStep: number;
  readonly picture: { readonly width: number; readonly height: number };
}

/** The fingerprint as bytes. Times are kept to a millisecond. */
export function encodeFingerprint(fingerprint: Fingerprint): Uint8Array {
  const { samples, ...facts } = fingerprint;
  const first = samples[0]!.picture;
  const header: Header = {
    ...facts,
    samples: samples.length,
    picture: { width: first.width, height: first.height },
  };
  const headerBytes = Buffer.from(JSON.stringify(header));
  const table = Buffer.alloc(samples.length * SAMPLE_BYTES);
  samples.forEach((sample, i) => {
    const at = i * SAMPLE_BYTES;
    table.writeUInt32LE(Math.round(sample.timeSeconds * 1000), at);
    table.writeUInt8(sample.chromaBlue, at + 4);
    table.writeUInt8(sample.chromaRed, at + 5);
    table.set(sample.hash, at + 6);
  });
  const pictures = packPictures(
    samples.map(({ picture }) => picture),
    fingerprint.pictureStep,
  );
  const prefix = Buffer.alloc(PREFIX);
  prefix.writeUInt32LE(MAGIC, 0);
  prefix.writeUInt16LE(FINGERPRINT_VERSION, 4);
  prefix.writeUInt32LE(PREFIX + headerBytes.length + table.length + pictures.length + CHECKSUM, 8);
  prefix.writeUInt32LE(headerBytes.length, 12);
  const body = Buffer.concat([prefix, headerBytes, table, pictures]);
  return Buffer.concat([body, checksum(body)]);
}

function checksum(body: Uint8Array): Uint8Array {
  return createHash("sha256").update(body).digest().subarray(0, CHECKSUM);
}

/** The fingerprint of {@link encodeFingerprint}. Throws `FINGERPRINT_VERSION` or `FINGERPRINT_DAMAGED`. */
export function decodeFingerprint(bytes: Uint8Array): Fingerprint {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.length < PREFIX + CHECKSUM || buffer.readUInt32LE(0) !== MAGIC)
    throw damaged("not a fingerprint");
  const version = buffer.readUInt16LE(4);
  if (version !== FINGERPRINT_VERSION)
    throw new SamecutError("FINGERPRINT_VERSION", { detail: `version ${version}` });
  if (buffer.readUInt32LE(8) !== buffer.length) throw damaged("length does not agree");
  const body = buffer.subarray(0, buffer.length - CHECKSUM);
  if (!buffer.subarray(buffer.length - CHECKSUM).equals(checksum(body)))
    throw damaged("checksum does not agree");
  try {
    return decodeBody(body);
  } catch (cause) {
    throw new SamecutError("FINGERPRINT_DAMAGED", { detail: "contents do not agree", cause });
  }
}

function decodeBody(body: Buffer): Fingerprint {
  const tableAt = PREFIX + body.readUInt32LE(12);
  const { samples: count, picture, ...facts }: Header = JSON.parse(body.toString("utf8", PREFIX, tableAt));
  const picturesAt = tableAt + count * SAMPLE_BYTES;
  const pictures = unpackPictures(
    body.subarray(picturesAt),
    count,
    picture.width,
    picture.height,
    facts.pictureStep,
  );
  const samples = pictures.map((sample, i): Sample => {
    const at = tableAt + i * SAMPLE_BYTES;
    return {
      timeSeconds: body.readUInt32LE(at) / 1000,
      chromaBlue: body.readUInt8(at + 4),
      chromaRed: body.readUInt8(at + 5),
      hash: Uint8Array.from(body.subarray(at + 6, at + SAMPLE_BYTES)),
      picture: sample,
    };
  });
  return { ...facts, samples };
}

function damaged(detail: string): SamecutError {
  return new SamecutError("FINGERPRINT_DAMAGED", { detail });
}

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SamecutError } from "../../src/errors.js";
import { decodeFingerprint, encodeFingerprint } from "../../src/fingerprint/codec.js";
import type { Fingerprint } from "../../src/fingerprint/fingerprint.js";
import { quantisePicture } from "../../src/fingerprint/picture-codec.js";

const digest = fc.stringMatching(/^sha256:[0-9a-f]{64}$/);
const share = fc.double({ min: 0, max: 1, noNaN: true }).map((value) => Math.abs(value));

const fingerprints: fc.Arbitrary<Fingerprint> = fc
  .record({
    kind: fc.constantFrom("video" as const, "image" as const),
    width: fc.integer({ min: 1, max: 9000 }),
    height: fc.integer({ min: 1, max: 9000 }),
    durationSeconds: fc.double({ min: 0, max: 6000, noNaN: true }).map((value) => Math.abs(value)),
    file: digest,
    video: fc.option(digest, { nil: undefined }),
    layoutKind: fc.constantFrom("plain" as const, "padded" as const, "three-band" as const),
    content: fc.record({ x: share, y: share, width: share, height: share }),
    pictureStep: fc.integer({ min: 1, max: 64 }),
    size: fc.record({ width: fc.integer({ min: 4, max: 30 }), height: fc.integer({ min: 4, max: 30 }) }),
    samples: fc.integer({ min: 1, max: 5 }),
  })
  .chain(({ file, video, layoutKind, content, size, samples, ...facts }) =>
    fc
      .array(
        fc.record({
          timeSeconds: fc.integer({ min: 0, max: 4_000_000 }).map((ms) => ms / 1000),
          luma: fc.uint8Array({ minLength: size.width * size.height, maxLength: size.width * size.height }),
          hash: fc.uint8Array({ minLength: 32, maxLength: 32 }),
          chromaBlue: fc.integer({ min: 0, max: 255 }),
          chromaRed: fc.integer({ min: 0, max: 255 }),
        }),
        { minLength: samples, maxLength: samples },
      )
      .map((list) => ({
        ...facts,
        digests: { file, ...(video !== undefined && { video }) },
        layout: { kind: layoutKind, content },
        samples: list.map(({ luma, ...sample }) => ({
          ...sample,
          picture: quantisePicture({ ...size, luma }, facts.pictureStep),
        })),
      })),
  );

const codeOf = (action: () => unknown): string | undefined => {
  try {
    action();
  } catch (error) {
    return error instanceof SamecutError ? error.code : String(error);
  }
  return undefined;
};

describe("fingerprint codec", () => {
  it("gives back what it was given", () => {
    fc.assert(
      fc.property(fingerprints, (fingerprint) => {
        expect(decodeFingerprint(encodeFingerprint(fingerprint))).toEqual(fingerprint);
      }),
      { numRuns: 60 },
    );
  });

  it("refuses every truncation and every changed byte", () => {
    fc.assert(
      fc.property(fingerprints, fc.nat(), fc.integer({ min: 1, max: 255 }), (fingerprint, place, change) => {
        const bytes = encodeFingerprint(fingerprint);
        expect(codeOf(() => decodeFingerprint(bytes.subarray(0, place % bytes.length)))).toBe(
          "FINGERPRINT_DAMAGED",
        );
        const changed = Uint8Array.from(bytes);
        changed[place % bytes.length] = bytes[place % bytes.length]! ^ change;
        expect(codeOf(() => decodeFingerprint(changed))).toMatch(/^FINGERPRINT_(DAMAGED|VERSION)$/);
      }),
      { numRuns: 60 },
    );
  });
});

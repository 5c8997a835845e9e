import { describe, expect, it } from "vitest";
import type { IdentifiedFile } from "../../src/scan/identity.js";
import { drawSample, selectAmong, uploadedSince } from "../../src/scan/selection.js";

const files = Array.from({ length: 50 }, (_, index): IdentifiedFile => {
  const path = `${index}.mp4`;
  return { absolutePath: `/${path}`, idFrom: "path", identity: { id: path, path, origin: "scan" } };
});
const idsOf = (drawn: readonly IdentifiedFile[]) => drawn.map(({ identity }) => identity.id).sort();

describe("drawSample", () => {
  it("draws the share, rounded up, and the same files for the same seed in whatever order they come", () => {
    const drawn = drawSample(files, { share: 0.3, seed: 5 });
    expect(drawn).toHaveLength(15);
    expect(idsOf(drawSample([...files].reverse(), { share: 0.3, seed: 5 }))).toEqual(idsOf(drawn));
    expect(drawSample(files.slice(0, 3), { share: 0.5 })).toHaveLength(2);
  });

  it("draws others for another seed", () => {
    expect(idsOf(drawSample(files, { share: 0.3, seed: 6 }))).not.toEqual(
      idsOf(drawSample(files, { share: 0.3, seed: 5 })),
    );
  });
});

describe("uploadedSince", () => {
  it("leaves out what is known to be older only", () => {
    const [unknown, old, recent] = files.map((file, index) => ({
      ...file,
      identity: {
        ...file.identity,
        ...(index === 0
          ? {}
          : { uploadedAt: index === 1 ? "2026-01-01T00:00:00.000Z" : "2026-06-01T00:00:00.000Z" }),
      },
    }));
    expect(uploadedSince([unknown, old, recent], new Date("2026-03-01"))).toEqual([unknown, recent]);
  });
});

describe("selectAmong", () => {
  it("tells what was chosen only where anything was left to choose", () => {
    expect(selectAmong(files, {}).selection).toBeUndefined();
    const { files: drawn, selection } = selectAmong(files, { sample: { share: 0.1 } });
    expect(drawn).toHaveLength(5);
    expect(selection).toEqual({ found: 50, olderLeftOut: 0, lookedAt: 5, sampleShare: 0.1, sampleSeed: 1 });
  });

  it("counts those without a date, which stay", () => {
    const { selection } = selectAmong(files, { since: new Date("2026-03-01") });
    expect(selection).toMatchObject({ found: 50, lookedAt: 50, undated: 50, olderLeftOut: 0 });
  });
});

import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { FRAMING, PORTRAIT_SIDE, squareAround } from "../../../samples/portraits/framing.js";
import { planPortraits } from "../../../samples/portraits/plan-portraits.js";
import { speaking } from "../../../samples/portraits/pose.js";
import { SITTERS } from "../../../samples/portraits/sitters.js";
import { warpPortrait } from "../../../samples/portraits/warp-portrait.js";
import { seededRandom } from "../../../samples/random.js";
import { originalNamed } from "../clips.js";

const side = PORTRAIT_SIDE;
const still = { zoom: 1, panX: 0, nod: 0, tiltRadians: 0, mouth: 0, lids: 0 };
const at = (picture: Uint8Array, x: number, y: number): number =>
  picture[3 * (Math.round(y * side) * side + Math.round(x * side))]!;

describe("framing", () => {
  it("brings a head to the same place at the same size", () => {
    const { left, top, side: size } = squareAround({ x: 0.4, top: 0.3, chin: 0.5 }, 1000, 800);
    expect((0.4 * 1000 - left) / size).toBeCloseTo(0.5, 2);
    expect((0.5 * 800 - 0.3 * 800) / size).toBeCloseTo(FRAMING.headHeight, 2);
    expect((0.4 * 800 - top) / size).toBeCloseTo(FRAMING.headMiddle, 2);
  });

  it("stays within the picture", () => {
    for (const { head } of SITTERS) {
      const { left, top, side: size } = squareAround(head, 480, 360);
      expect(Math.min(left, top)).toBeGreaterThanOrEqual(0);
      expect(left + size).toBeLessThanOrEqual(480);
      expect(top + size).toBeLessThanOrEqual(360);
    }
  });
});

describe("setting in motion", () => {
  const ramp = Uint8Array.from({ length: 3 * side * side }, (_, index) =>
    Math.floor(Math.floor(index / 3 / side) / 2),
  );

  it("leaves a portrait that does not move as it is", () => {
    expect(Buffer.compare(warpPortrait(ramp, still), Buffer.from(ramp))).toBe(0);
  });

  it("moves the head down with a nod, and the corners hardly", () => {
    const nodding = warpPortrait(ramp, { ...still, nod: 0.05 });
    expect(at(ramp, 0.5, 0.47) - at(nodding, 0.5, 0.47)).toBeGreaterThan(9);
    expect(at(ramp, 0.02, 0.97) - at(nodding, 0.02, 0.97)).toBeLessThan(2);
  });

  it("has the same camera for all, and other movements for each", () => {
    const [one, other] = ["one", "other"].map((name) => speaking(seededRandom("portrait", name))(4));
    expect(one).toMatchObject({ zoom: other!.zoom, panX: other!.panX });
    expect(one!.nod).not.toBeCloseTo(other!.nod, 4);
  });
});

describe("the plan of portraits", () => {
  const made: string[] = [];
  afterAll(async () => {
    for (const folder of made) await rm(folder, { recursive: true });
  });

  it("sets every two sitters of a kind against each other, and says which clip they are from", async () => {
    const originals = ["grid-bbaf2n", "grid-brbk7n", "webcam-man", "unknown"].map((name) =>
      originalNamed(name),
    );
    const { pairs, creatives, missingPackages } = await planPortraits(originals, tmpdir());
    expect(pairs).toHaveLength(3);
    expect(pairs.every(({ a, b, expected }) => a !== b && expected === "distinct")).toBe(true);
    expect(creatives[0]).toMatchObject({ original: "portrait-grid-bbaf2n", alsoShows: ["grid-bbaf2n"] });
    expect(missingPackages).toEqual(["@creative-tim-official/argon-dashboard", "material-kit"]);
  });

  it("takes the photographs that are installed", async () => {
    const folder = await mkdtemp(join(tmpdir(), "samecut-portraits-"));
    made.push(folder);
    for (const name of ["marc", "kendall"]) {
      const file = join(folder, `node_modules/material-kit/assets/img/faces/${name}.jpg`);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, "");
    }
    const { files, pairs } = await planPortraits([], folder);
    expect(files).toHaveLength(2);
    expect(pairs).toMatchObject([{ edit: "other-portrait-same-framing" }]);
  });
});

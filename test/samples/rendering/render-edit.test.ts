import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { editNamed } from "../../../samples/edits/catalogue.js";
import type { Material } from "../../../samples/edits/edit.js";
import type { ClipFacts } from "../../../samples/montage/clip-facts.js";
import { Montage } from "../../../samples/montage/montage.js";
import { IN_PLACE, type Placement } from "../../../samples/montage/placement.js";
import { seededRandom } from "../../../samples/random.js";
import { probeClip } from "../../../samples/rendering/probe-clip.js";
import { renderEdit } from "../../../samples/rendering/render-edit.js";
import { renderScene } from "../../../samples/rendering/render-scene.js";
import { sceneNamed } from "../../../samples/scenes/scenes.js";
import { digestFile } from "../../../src/media/digest-file.js";
import { greyFrame } from "./frames.js";

let folder: string;
let source: ClipFacts;
let partner: ClipFacts;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "samecut-samples-"));
  const render = async (name: string): Promise<ClipFacts> => {
    const path = join(folder, `${name}.mp4`);
    await renderScene({ ...sceneNamed(name), seconds: 4 }, path);
    return await probeClip(path);
  };
  source = await render("cooking-hands");
  partner = await render("cartoon-robot");
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

function material(): Material {
  return { random: seededRandom("test"), partner };
}

async function rendered(name: string): Promise<{ readonly path: string; readonly montage: Montage }> {
  const edit = editNamed(name);
  const montage = new Montage(source);
  edit.apply(montage, material());
  const path = join(folder, `${name}.${montage.container}`);
  await renderEdit(source, edit, material(), path);
  return { path, montage };
}

/** Mean difference, 0 to 255, between the edit and the original where `placement` says that it lies. */
function difference(original: Buffer, edit: Buffer, montage: Montage, placement: Placement): number {
  const { a, b, c, d, e, f } = placement;
  let [sum, count] = [0, 0];
  for (let y = 8; y < source.height - 8; y += 3) {
    for (let x = 8; x < source.width - 8; x += 3) {
      const [toX, toY] = [Math.round(a * x + c * y + e), Math.round(b * x + d * y + f)];
      if (toX < 0 || toY < 0 || toX >= montage.width || toY >= montage.height) continue;
      sum += Math.abs(original[y * source.width + x]! - edit[toY * montage.width + toX]!);
      count++;
    }
  }
  return count === 0 ? Number.POSITIVE_INFINITY : sum / count;
}

test.each([
  "mirrored",
  "turned-90",
  "turned-right-8-zoomed",
  "turned-left-8-black-corners",
  "cropped-to-75-percent",
  "bars-blurred",
  "picture-in-picture-70-still",
  "three-band",
])("%s puts the picture where its truth says", async (name) => {
  const { path, montage } = await rendered(name);
  const [before, after] = [await greyFrame(source.path, 1, source), await greyFrame(path, 1, montage)];
  const right = difference(before, after, montage, montage.placement);
  expect(right).toBeLessThan(12);
  expect(right).toBeLessThan(difference(before, after, montage, IN_PLACE) / 2);
});

test.each([
  "speed-1.25",
  "start-trimmed-25-percent",
  "intro-added",
  "tail-replaced-40-percent",
  "shots-swapped",
])("%s plays what its truth says when it says", async (name) => {
  const { path, montage } = await rendered(name);
  for (const { a, b } of montage.stretches) {
    const middle = (span: readonly [number, number]): number => (span[0] + span[1]) / 2;
    const before = await greyFrame(source.path, middle(a), source);
    const after = await greyFrame(path, middle(b), montage);
    expect(difference(before, after, montage, IN_PLACE)).toBeLessThan(8);
  }
});

test("a replaced tail shows other footage", async () => {
  const { path, montage } = await rendered("tail-replaced-40-percent");
  const [before, after] = [await greyFrame(source.path, 3.5, source), await greyFrame(path, 3.5, montage)];
  expect(difference(before, after, montage, IN_PLACE)).toBeGreaterThan(20);
});

test("a sticker changes its region and little else", async () => {
  const { path, montage } = await rendered("sticker-8-percent");
  const [before, after] = [await greyFrame(source.path, 1, source), await greyFrame(path, 1, montage)];
  const region = montage.covered[0]!;
  const changed = [0, 0];
  const pixels = [0, 0];
  before.forEach((grey, index) => {
    const [x, y] = [index % source.width, Math.floor(index / source.width)];
    const inside =
      x >= region.x && y >= region.y && x < region.x + region.width && y < region.y + region.height;
    pixels[Number(inside)]! += 1;
    if (Math.abs(grey - after[index]!) > 40) changed[Number(inside)]! += 1;
  });
  expect(changed[1]! / pixels[1]!).toBeGreaterThan(0.3);
  expect(changed[0]! / pixels[0]!).toBeLessThan(0.01);
});

test("the same edit gives the same bytes", async () => {
  const digests = ["once.mp4", "again.mp4"].map(async (name) => {
    const path = join(folder, name);
    await renderEdit(source, editNamed("caption"), material(), path);
    return await digestFile(path);
  });
  const [once, again] = await Promise.all(digests);
  expect(once).toBe(again);
});

test("other music leaves the video packets alone, a remux all of them", async () => {
  const music = new Montage(source);
  editNamed("other-music").apply(music, material());
  expect([music.pictureTouched, music.soundTouched]).toEqual([false, true]);
  const { path } = await rendered("remux-mkv");
  expect((await probeClip(path)).hasAudio).toBe(true);
});

import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { renderSamples } from "../../samples/render-samples.js";
import { parseTruth } from "../../samples/truth/truth-file.js";

let outDir: string;
const OPTIONS = { subset: ["cooking-hands", "three-band-cooking"], edits: ["mirrored", "three-band"] };

beforeAll(async () => {
  outDir = await mkdtemp(join(tmpdir(), "samecut-render-"));
});

afterAll(async () => {
  await rm(outDir, { recursive: true, force: true });
});

test("samples are rendered with a truth file that names them, and found again by the next run", async () => {
  const truth = await renderSamples({ ...OPTIONS, outDir });
  expect(parseTruth(await readFile(join(outDir, "truth.json"), "utf8"))).toEqual(truth);
  const files = (await readdir(join(outDir, "creatives"))).map((name) => `creatives/${name}`);
  expect(files.sort()).toEqual(truth.creatives.map(({ file }) => file).sort());
  expect(truth.pairs.map(({ edit }) => edit)).toContain("three-band-from-plain");

  const times = async (): Promise<number[]> =>
    await Promise.all(files.map(async (file) => (await stat(join(outDir, file))).mtimeMs));
  const before = await times();
  await renderSamples({ ...OPTIONS, outDir });
  expect(await times()).toEqual(before);

  await rm(join(outDir, files[0]!));
  await renderSamples({ ...OPTIONS, outDir, edits: ["mirrored"] });
  const remaining = await readdir(join(outDir, "creatives"));
  expect(remaining).toHaveLength(4);
});

test("an aborted run rejects with the reason and leaves no half file", async () => {
  const folder = join(outDir, "aborted");
  const cancel = new AbortController();
  const reason = new Error("enough");
  setTimeout(() => cancel.abort(reason), 400);
  await expect(renderSamples({ ...OPTIONS, outDir: folder, signal: cancel.signal })).rejects.toThrow();
  const left = await readdir(join(folder, "creatives")).catch(() => []);
  expect(left.filter((name) => name.includes("partial"))).toEqual([]);
});

test("a single scene is refused: nothing could replace its tail", async () => {
  await expect(renderSamples({ outDir, subset: ["cooking-hands"] })).rejects.toThrow(RangeError);
});

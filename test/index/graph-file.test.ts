import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { CellCentres } from "../../src/index/cells/cell-centres.js";
import { graphFileFacts } from "../../src/index/hnsw/graph-file.js";
import { GraphSegment } from "../../src/index/hnsw/graph-segment.js";
import { hnswSettings } from "../../src/index/hnsw/hnsw-settings.js";
import { loadHnswlib } from "../../src/index/hnsw/native-module.js";
import { SHORT_BYTES } from "../../src/signature/short-descriptor.js";
import { temporaryFolder } from "../temporary-folder.js";
import { madeUpCreatives } from "./made-up-creatives.js";

const settings = hnswSettings({ M: 12, efConstruction: 60 });

it("tells what a graph is like, notices each missing end, and the graph answers the same once it is read", async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, "graph.bin");
  const centres = new CellCentres(loadHnswlib(), settings);
  const asked = madeUpCreatives(40).map(({ moments }) => moments.subarray(0, SHORT_BYTES));
  for (const view of asked) centres.add(view, 0);
  const [graph] = centres.graphs;
  graph!.write(path);
  const bytes = readFileSync(path);
  const facts = graphFileFacts(bytes);
  expect(facts).toEqual({
    capacity: 4096,
    count: 320,
    dimension: 64,
    M: 12,
    efConstruction: 60,
  });
  for (const length of [0, 95, 96, 1000, bytes.length - 500, bytes.length - 1])
    expect(graphFileFacts(bytes.subarray(0, length))).toBeUndefined();
  expect(graphFileFacts(Buffer.concat([bytes, Buffer.of(0)]))).toBeUndefined();
  const again = new CellCentres(loadHnswlib(), settings);
  const read = GraphSegment.read(loadHnswlib(), settings, path, facts!);
  const saved = {
    shorts: Int8Array.from(centres.shorts),
    graphs: [read],
    nextGraphs: [],
    round: centres.round,
  };
  expect(again.adopt(saved)).toBe(true);
  for (const view of asked) expect(again.nearest(view, 0, 16)).toEqual(centres.nearest(view, 0, 16));
  for (const each of [centres, again]) each.add(madeUpCreatives(1, 900)[0]!.moments, 0);
  expect(again.nearest(asked[7]!, 0, 1)).toEqual([7 * 8]);
});

it("refuses numbers that no graph has", () => {
  for (const value of [0, 0xff]) expect(graphFileFacts(new Uint8Array(200).fill(value))).toBeUndefined();
});

import { writeSync } from "node:fs";
import { HnswNeighbours } from "../../src/index/hnsw/hnsw-neighbours.js";
import { unitVectors } from "./unit-vectors.js";

// Adds a hundred vectors, saves, says so, and begins again, until it is killed or fails.
const folder = process.argv[2] as string;
const index = await HnswNeighbours.create(16);
try {
  for (let round = 0; round < 1000; round++) {
    await index.add(unitVectors(100, 16, round).map((vector, i) => ({ id: round * 100 + i, vector })));
    await index.save(folder, { owner: "test", descriptorVersion: 1 });
    writeSync(1, `${(round + 1) * 100}\n`);
  }
} catch (error) {
  writeSync(1, `failed ${(error as { code: string }).code}\n`);
}
// The index is left open: its thread must not keep the process alive.

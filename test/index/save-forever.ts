import { writeSync } from "node:fs";
import { CellIndex } from "../../src/index/cells/cell-index.js";
import { madeUpCreatives } from "./made-up-creatives.js";

// Adds twenty creatives, saves, says so, and begins again, until it is killed or fails.
const folder = process.argv[2] as string;
const index = await CellIndex.create();
try {
  for (let round = 0; round < 1000; round++) {
    await index.add(madeUpCreatives(20, round * 20));
    await index.save(folder, { owner: "test", descriptorVersion: 1 });
    writeSync(1, `${(round + 1) * 20}\n`);
  }
} catch (error) {
  writeSync(1, `failed ${(error as { code: string }).code}\n`);
}
// The index is left open: its thread must not keep the process alive.

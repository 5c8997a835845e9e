import { SamecutError } from "../../errors.js";
import { answerCalls } from "../../threads/answer-calls.js";
import { loadHnswlib } from "../hnsw/native-module.js";
import type { CellCalls } from "./cell-calls.js";
import { CellTable } from "./cell-table.js";
import { loadCells, saveCells } from "./saved-cells.js";

// The thread that owns an index. Messages are its queue: one call ends before the next begins, so nothing is ever
// added while a save is under way.

let table: CellTable | undefined;

answerCalls<CellCalls>(
  {
    create: ({ settings }) => {
      table = new CellTable(loadHnswlib(), settings);
      return undefined;
    },
    load: ({ settings, folder, identity }) => {
      const loaded = loadCells(folder, identity, { hnswlib: loadHnswlib(), settings });
      if ("missing" in loaded) return "missing";
      if ("outdated" in loaded) return "outdated";
      if ("refused" in loaded) return loaded;
      table = loaded.table;
      return "loaded";
    },
    add: ({ creatives }) => {
      for (const creative of creatives) opened().add(creative);
      return undefined;
    },
    remove: ({ ids }) => {
      for (const id of ids) opened().remove(id);
      return undefined;
    },
    search: ({ asked, limit }) => opened().search(asked, limit),
    ids: () => opened().moments.ids(),
    size: () => opened().size,
    save: ({ folder, identity }) => {
      saveCells(opened(), folder, identity);
      return undefined;
    },
  },
  "INDEX_CRASHED",
);

function opened(): CellTable {
  if (table === undefined)
    throw new SamecutError("INDEX_CRASHED", { detail: "asked before it was created or loaded" });
  return table;
}

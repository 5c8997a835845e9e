import { parentPort, workerData } from "node:worker_threads";
import { SamecutError } from "../../errors.js";
import { loadHnswlib } from "../hnsw/native-module.js";
import { CellTable } from "./cell-table.js";
import { loadCells, saveCells } from "./saved-cells.js";
import {
  END,
  type WorkerCallName,
  type WorkerCalls,
  type WorkerReply,
  type WorkerRequest,
  type WorkerStart,
} from "./worker-protocol.js";

// The thread that owns an index. Messages are its queue: one call ends before the next begins, so nothing is ever
// added while a save is under way.

const port = parentPort;
if (port === null) throw new Error("cell-worker is a worker thread's module");
const { ending } = workerData as WorkerStart;

let table: CellTable | undefined;

const calls: {
  readonly [Name in WorkerCallName]: (input: WorkerCalls[Name]["input"]) => WorkerCalls[Name]["output"];
} = {
  create: ({ settings }) => {
    table = new CellTable(loadHnswlib(), settings);
    return undefined;
  },
  load: ({ settings, folder, identity }) => {
    const loaded = loadCells(new CellTable(loadHnswlib(), settings), folder, identity);
    if ("missing" in loaded) return "missing";
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
};

function opened(): CellTable {
  if (table === undefined)
    throw new SamecutError("INDEX_CRASHED", { detail: "asked before it was created or loaded" });
  return table;
}

function answer({ number, name, input }: WorkerRequest): WorkerReply {
  try {
    return {
      number,
      output: (calls[name] as (given: typeof input) => WorkerCalls[WorkerCallName]["output"])(input),
    };
  } catch (error) {
    if (!(error instanceof SamecutError)) {
      const detail = error instanceof Error ? error.message : String(error);
      return { number, error: { code: "INDEX_CRASHED", detail } };
    }
    const { code, path, detail } = error;
    return {
      number,
      error: { code, ...(path === undefined ? {} : { path }), ...(detail === undefined ? {} : { detail }) },
    };
  }
}

port.on("message", (request: WorkerRequest | typeof END) => {
  if (request === END) port.close();
  else if (Atomics.load(ending, 0) === 0) port.postMessage(answer(request));
});

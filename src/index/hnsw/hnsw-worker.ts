import { parentPort, workerData } from "node:worker_threads";
import { SamecutError } from "../../errors.js";
import type { Neighbour } from "../nearest-neighbours.js";
import { loadHnswlib } from "./native-module.js";
import { loadGraph, saveGraph } from "./saved-graph.js";
import { SegmentedGraph } from "./segmented-graph.js";
import {
  END,
  type FlatNeighbours,
  type WorkerCallName,
  type WorkerCalls,
  type WorkerReply,
  type WorkerRequest,
  type WorkerStart,
} from "./worker-protocol.js";

// The thread that owns an index. Messages are its queue: one call ends before the next begins, so nothing is ever
// added while a save is under way.

const port = parentPort;
if (port === null) throw new Error("hnsw-worker is a worker thread's module");
const { ending } = workerData as WorkerStart;

let graph: SegmentedGraph | undefined;

const calls: {
  readonly [Name in WorkerCallName]: (input: WorkerCalls[Name]["input"]) => WorkerCalls[Name]["output"];
} = {
  create: ({ settings, dimension }) => {
    graph = new SegmentedGraph(loadHnswlib(), settings, dimension);
    return undefined;
  },
  load: ({ settings, folder, identity }) => {
    const loaded = loadGraph(loadHnswlib(), settings, folder, identity);
    if ("missing" in loaded) return "missing";
    if ("refused" in loaded) return loaded;
    graph = loaded.graph;
    return "loaded";
  },
  add: ({ ids, vectors }) => {
    const held = opened();
    ids.forEach((id, i) => {
      held.add(id, vectors.subarray(i * held.dimension, (i + 1) * held.dimension));
    });
    return undefined;
  },
  remove: ({ ids }) => {
    for (const id of ids) opened().remove(id);
    return undefined;
  },
  search: ({ queries, k, radius }) => {
    const held = opened();
    const answers: Neighbour[][] = [];
    for (let at = 0; at < queries.length; at += held.dimension) {
      answers.push(held.search(Array.from(queries.subarray(at, at + held.dimension)), k, radius));
    }
    return flatten(answers);
  },
  ids: () => opened().postings.ids(),
  size: () => opened().size,
  save: ({ folder, identity }) => {
    saveGraph(opened(), folder, identity);
    return undefined;
  },
};

function opened(): SegmentedGraph {
  if (graph === undefined)
    throw new SamecutError("INDEX_CRASHED", { detail: "asked before it was created or loaded" });
  return graph;
}

function flatten(answers: readonly (readonly Neighbour[])[]): FlatNeighbours {
  const hits = answers.flat();
  return {
    counts: Uint32Array.from(answers, (answer) => answer.length),
    ids: Uint32Array.from(hits, ({ id }) => id),
    squaredDistances: Float32Array.from(hits, ({ squaredDistance }) => squaredDistance),
  };
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

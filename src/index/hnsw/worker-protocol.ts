import type { ErrorCode, ErrorDetails } from "../../errors.js";
import type { IndexSize } from "../nearest-neighbours.js";
import type { HnswSettings } from "./hnsw-settings.js";
import type { GraphIdentity } from "./saved-graph-header.js";

/** Many answers in three flat arrays: `counts[i]` neighbours for query i, one after the other. */
export interface FlatNeighbours {
  readonly counts: Uint32Array;
  readonly ids: Uint32Array;
  readonly squaredDistances: Float32Array;
}

/** What the thread that owns an index is asked, and what it answers. Vectors travel one after the other. */
export interface WorkerCalls {
  create: {
    readonly input: { readonly settings: HnswSettings; readonly dimension: number };
    readonly output: undefined;
  };
  load: {
    readonly input: {
      readonly settings: HnswSettings;
      readonly folder: string;
      readonly identity: GraphIdentity;
    };
    readonly output: "loaded" | "missing" | { readonly refused: string };
  };
  add: {
    readonly input: { readonly ids: Uint32Array; readonly vectors: Float32Array };
    readonly output: undefined;
  };
  remove: { readonly input: { readonly ids: readonly number[] }; readonly output: undefined };
  search: {
    readonly input: { readonly queries: Float32Array; readonly k: number; readonly radius: number };
    readonly output: FlatNeighbours;
  };
  ids: { readonly input: Record<string, never>; readonly output: number[] };
  size: { readonly input: Record<string, never>; readonly output: IndexSize };
  save: {
    readonly input: { readonly folder: string; readonly identity: GraphIdentity };
    readonly output: undefined;
  };
}

/** What the thread is started with. */
export interface WorkerStart {
  /** One flag, 0 until the thread shall end: calls that wait in its queue are then given up. */
  readonly ending: Int32Array<SharedArrayBuffer>;
}

/** The last message to the thread. */
export const END = "end";

/** The name of a call. */
export type WorkerCallName = keyof WorkerCalls;

/** One question to the thread. */
export interface WorkerRequest<Name extends WorkerCallName = WorkerCallName> {
  readonly number: number;
  readonly name: Name;
  readonly input: WorkerCalls[Name]["input"];
}

/** The answer to the request with the same number. Errors lose their class on the way, so they travel as facts. */
export type WorkerReply =
  | { readonly number: number; readonly output: WorkerCalls[WorkerCallName]["output"] }
  | {
      readonly number: number;
      readonly error: { readonly code: ErrorCode } & Pick<ErrorDetails, "path" | "detail">;
    };

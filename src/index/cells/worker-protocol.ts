import type { ErrorCode, ErrorDetails } from "../../errors.js";
import type { AskedView } from "../../signature/descriptors.js";
import type { FoundCreative, IndexedCreative, IndexSize } from "../creative-index.js";
import type { HnswSettings } from "../hnsw/hnsw-settings.js";
import type { CellsIdentity } from "./saved-cells-header.js";

/** What the thread that owns an index is asked, and what it answers. */
export interface WorkerCalls {
  create: { readonly input: { readonly settings: HnswSettings }; readonly output: undefined };
  load: {
    readonly input: {
      readonly settings: HnswSettings;
      readonly folder: string;
      readonly identity: CellsIdentity;
    };
    readonly output: "loaded" | "missing" | { readonly refused: string };
  };
  add: { readonly input: { readonly creatives: readonly IndexedCreative[] }; readonly output: undefined };
  remove: { readonly input: { readonly ids: readonly number[] }; readonly output: undefined };
  search: {
    readonly input: { readonly asked: readonly AskedView[]; readonly limit: number };
    readonly output: readonly FoundCreative[];
  };
  ids: { readonly input: Record<string, never>; readonly output: number[] };
  size: { readonly input: Record<string, never>; readonly output: IndexSize };
  save: {
    readonly input: { readonly folder: string; readonly identity: CellsIdentity };
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

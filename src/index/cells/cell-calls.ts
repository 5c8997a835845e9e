import type { AskedView } from "../../signature/descriptors.js";
import type { ThreadCall } from "../../threads/thread-calls.js";
import type { FoundCreative, IndexedCreative, IndexSize } from "../creative-index.js";
import type { HnswSettings } from "../hnsw/hnsw-settings.js";
import type { CellsIdentity } from "./saved-cells-header.js";

/** What the thread that owns an index is asked, and what it answers. */
export interface CellCalls {
  create: ThreadCall<{ readonly settings: HnswSettings }, undefined>;
  load: ThreadCall<
    {
      readonly settings: HnswSettings;
      readonly folder: string;
      readonly identity: CellsIdentity;
    },
    "loaded" | "missing" | "outdated" | { readonly refused: string }
  >;
  add: ThreadCall<{ readonly creatives: readonly IndexedCreative[] }, undefined>;
  remove: ThreadCall<{ readonly ids: readonly number[] }, undefined>;
  search: ThreadCall<
    { readonly asked: readonly AskedView[]; readonly limit: number },
    readonly FoundCreative[]
  >;
  ids: ThreadCall<Record<string, never>, number[]>;
  size: ThreadCall<Record<string, never>, IndexSize>;
  save: ThreadCall<{ readonly folder: string; readonly identity: CellsIdentity }, undefined>;
}

import { createRequire } from "node:module";
import type * as Hnswlib from "hnswlib-node";
import { SamecutError } from "../../errors.js";

/** The part of hnswlib-node that is used. */
export type HnswlibModule = Pick<typeof Hnswlib, "HierarchicalNSW">;

/**
 * Loads hnswlib-node. Its native part is compiled by its install script, so it is missing after an installation
 * without scripts or without a compiler. Throws INDEX_UNAVAILABLE, whose remedy says what to run.
 * @param load stands in for `require` in tests
 */
export function loadHnswlib(load: (name: string) => unknown = createRequire(import.meta.url)): HnswlibModule {
  try {
    return load("hnswlib-node") as HnswlibModule;
  } catch (cause) {
    const detail = cause instanceof Error ? (cause.message.split("\n", 1)[0] ?? "") : String(cause);
    throw new SamecutError("INDEX_UNAVAILABLE", { detail, cause });
  }
}

import { type Creative, hasContentOf } from "../../index.js";
import type { Roots } from "../input/roots.js";

/**
 * Where the file of a library's creative is: under its path in one of the roots, links followed, and with its very content.
 * Undefined where there is none.
 */
export async function originalFile(
  creative: Creative,
  roots: Roots,
  signal: AbortSignal,
): Promise<string | undefined> {
  const path = await rootedPath(creative, roots);
  return path !== undefined && (await hasContentOf(path, creative, signal)) ? path : undefined;
}

/** Where the file of a creative is if it is still the same; nothing is read. */
export async function rootedPath({ path }: Creative, roots: Roots): Promise<string | undefined> {
  if (path === undefined) return undefined;
  const found = await roots.find(path, Number.POSITIVE_INFINITY).catch(() => undefined);
  return found?.absolutePath;
}

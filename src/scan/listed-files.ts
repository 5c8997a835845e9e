import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import type { FoundFile } from "./discovery.js";
import type { Manifest } from "./manifest.js";

/** The files of a manifest that are there, whatever they are called, in its order. Throws the signal's reason. */
export async function listedFiles({ entries, folder }: Manifest, signal?: AbortSignal): Promise<FoundFile[]> {
  const files: FoundFile[] = [];
  for (const { path } of entries) {
    signal?.throwIfAborted();
    const absolutePath = resolve(folder, path);
    const facts = await stat(absolutePath).catch(() => undefined);
    // What is missing is told by the manifest, which nobody asks for it.
    if (facts?.isFile() === true) files.push({ absolutePath, path });
  }
  return files;
}

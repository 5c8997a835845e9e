import { createHash } from "node:crypto";
import { appendFile, mkdir, readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { digestFile } from "../../src/media/digest-file.js";
import type { RenderPlan } from "../montage/plan.js";
import { renderPlanTo } from "./render-plan.js";

/** Raise when files rendered from unchanged plans would come out differently. */
const RENDER_VERSION = 1;
/** The journal beside the rendered files: one JSON line per finished file. */
const JOURNAL = ".rendered.jsonl";

/**
 * Renders into one folder and remembers by content what is there: a file is rendered again only when its plan or
 * the bytes of a clip it reads have changed. Entries are appended after the file is complete, so that a run may be
 * killed at any moment.
 */
export class RenderCache {
  private readonly clipDigests = new Map<string, Promise<string>>();

  private constructor(
    readonly folder: string,
    private readonly keys: Map<string, string>,
  ) {}

  /** Opens the cache of a folder, which is made when it is missing. */
  static async open(folder: string): Promise<RenderCache> {
    await mkdir(folder, { recursive: true });
    const journal = await readFile(join(folder, JOURNAL), "utf8").catch(() => "");
    const keys = new Map<string, string>();
    for (const line of journal.split("\n")) {
      // A line torn by a kill only costs rendering that file once more.
      const entry = /^\{"file":(".*"),"key":"([0-9a-f]+)"\}$/.exec(line);
      if (entry !== null) keys.set(JSON.parse(entry[1]!) as string, entry[2]!);
    }
    return new RenderCache(folder, keys);
  }

  /** Renders `file` (relative to the folder) unless it is there already; true when work was done. */
  async render(plan: RenderPlan, file: string, signal?: AbortSignal): Promise<boolean> {
    const key = await this.keyOf(plan);
    return await this.produce(file, key, (path) => renderPlanTo(plan, path, signal));
  }

  /** Has `make` write `file` unless it is there already and was made under the same key; true when work was done. */
  async produce(file: string, key: string, make: (path: string) => Promise<void>): Promise<boolean> {
    const path = join(this.folder, file);
    if (this.keys.get(file) === key && (await exists(path))) return false;
    await make(path);
    this.keys.set(file, key);
    await appendFile(join(this.folder, JOURNAL), `\n${JSON.stringify({ file, key })}`);
    return true;
  }

  /** Removes the files that earlier runs rendered here and that are not among `files`. */
  async removeAllBut(files: readonly string[]): Promise<void> {
    const wanted = new Set(files);
    const stale = [...this.keys.keys()].filter((file) => !wanted.has(file));
    for (const file of stale) {
      await rm(join(this.folder, file), { force: true });
      this.keys.delete(file);
    }
  }

  private async keyOf(plan: RenderPlan): Promise<string> {
    const inputs = await Promise.all(
      plan.inputs.map(async (input) =>
        input.kind === "clip" ? { ...input, path: await this.digest(input.path) } : input,
      ),
    );
    return contentKey({ ...plan, inputs });
  }

  private digest(path: string): Promise<string> {
    let digest = this.clipDigests.get(path);
    if (digest === undefined) {
      digest = digestFile(path);
      this.clipDigests.set(path, digest);
    }
    return digest;
  }
}

/** A short key of any plain value and of the renderer's version. */
export function contentKey(value: unknown): string {
  return createHash("sha256")
    .update(JSON.stringify([RENDER_VERSION, value]))
    .digest("hex")
    .slice(0, 32);
}

async function exists(path: string): Promise<boolean> {
  return await stat(path).then(
    () => true,
    () => false,
  );
}

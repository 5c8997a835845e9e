import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { TruthFile } from "../../../samples/truth/truth-file.js";

const sceneLabel = z.strictObject({ person: z.string().min(1), room: z.string().min(1) }).readonly();
const labelFile = z.record(z.string(), sceneLabel);

/** Who is seen in a clip and where, in whatever words: the same words are the same person, or the same room. */
export type SceneLabel = z.infer<typeof sceneLabel>;

/** Labels of originals by their file in the corpus. */
export type SceneLabels = ReadonlyMap<string, SceneLabel>;

/** The name of the file with labels beside the clips. */
const LABELS = "scenes.json";

/**
 * Reads who is seen where from `file`, or from `scenes.json` in the folder of clips, which need not be there. The file holds `{"clip": {"person": "…", "room": "…"}}`, clips named without their
 * ending. Throws where it is no such file or names clips that are not there.
 */
export async function readSceneLabels(
  folder: string | undefined,
  file: string | undefined,
  { originals }: TruthFile,
): Promise<SceneLabels> {
  if (file === undefined && folder === undefined) return new Map();
  const path = file ?? join(folder!, LABELS);
  const text = await readFile(path, "utf8").catch((error: unknown) => {
    if (file === undefined) return undefined;
    throw error;
  });
  if (text === undefined) return new Map();
  const parsed = labelFile.safeParse(JSON.parse(text));
  if (!parsed.success) throw new Error(`${path}: ${z.prettifyError(parsed.error)}`);
  const files = new Map(originals.map((original) => [original.name, original.file]));
  return new Map(
    Object.entries(parsed.data).map(([name, label]) => {
      const original = files.get(name);
      if (original === undefined) throw new Error(`${path}: there is no clip ${name}`);
      return [original, label];
    }),
  );
}

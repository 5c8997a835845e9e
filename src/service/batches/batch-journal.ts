import { appendFile, readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { writeStored } from "../../index.js";
import type { BatchOrder, ItemResult } from "./batch.js";

/** The first line of a file; what came of items follows, a line each. */
const ORDER = z.object({
  schema: z.literal("samecut.batch/1"),
  owner: z.string(),
  action: z.enum(["check", "add", "check-and-add"]),
  rule: z.object({
    reach: z.enum(["account", "customer", "everyone"]).exactOptional(),
    windowDays: z.number().exactOptional(),
    refuseFrom: z
      .union([z.enum(["identical", "duplicate", "similar", "possible"]), z.number()])
      .exactOptional(),
  }),
  items: z.array(
    z.object({
      path: z.string(),
      details: z.object({
        id: z.string().exactOptional(),
        path: z.string().exactOptional(),
        account: z.string().exactOptional(),
        customer: z.string().exactOptional(),
        labels: z.array(z.string()).exactOptional(),
        uploadedAt: z.coerce.date().exactOptional(),
      }),
    }),
  ),
});

const ENDING = ".jsonl";

/** A batch that was under way when the service ended. */
export interface UnfinishedBatch {
  readonly id: string;
  readonly order: BatchOrder;
  /** In the order of their ends. */
  readonly results: readonly ItemResult[];
  readonly journal: BatchJournal;
}

/** Keeps a batch and what came of it so far in a file, so that it goes on after the service was stopped or killed. */
export class BatchJournal {
  readonly #path: string;
  readonly #onTrouble: (error: unknown) => void;
  #writing: Promise<void> = Promise.resolve();

  /** @param onTrouble told when a result cannot be kept: its item is then done again, which changes nothing */
  constructor(folder: string, id: string, onTrouble: (error: unknown) => void) {
    this.#path = join(folder, id + ENDING);
    this.#onTrouble = onTrouble;
  }

  /** Keeps a new batch; it lasts once this resolves. Throws DISK_FULL, STORE_NOT_ACCESSIBLE. */
  async begin(order: BatchOrder): Promise<void> {
    await writeStored(this.#path, JSON.stringify({ schema: "samecut.batch/1", ...order }));
  }

  /** Keeps what came of an item. */
  note(result: ItemResult): void {
    // Begun with the end of the line before it, which SIGKILL may have cut off in the middle.
    const line = `\n${JSON.stringify(result)}`;
    this.#writing = this.#writing.then(() => appendFile(this.#path, line)).catch(this.#onTrouble);
  }

  /** Resolves when everything noted so far is kept. */
  async settled(): Promise<void> {
    await this.#writing;
  }

  /** Forgets the batch. */
  async discard(): Promise<void> {
    await this.#writing;
    await rm(this.#path, { force: true }).catch(this.#onTrouble);
  }
}

/** The batches of a folder that were under way; files that cannot be read are left alone, and told. */
export async function unfinishedBatches(
  folder: string,
  onTrouble: (error: unknown) => void,
): Promise<UnfinishedBatch[]> {
  const names = await readdir(folder).catch(() => []);
  const found = names
    .filter((name) => name.endsWith(ENDING))
    .map(async (name): Promise<UnfinishedBatch[]> => {
      try {
        const [first = "", ...rest] = (await readFile(join(folder, name), "utf8")).split("\n");
        const id = name.slice(0, -ENDING.length);
        const { schema: _schema, ...order } = ORDER.parse(JSON.parse(first));
        return [{ id, order, results: resultsOf(rest), journal: new BatchJournal(folder, id, onTrouble) }];
      } catch (error) {
        onTrouble(error);
        return [];
      }
    });
  return (await Promise.all(found)).flat();
}

/** Without lines that SIGKILL cut off: their items are done again. */
function resultsOf(lines: readonly string[]): ItemResult[] {
  return lines.flatMap((line) => {
    try {
      return [JSON.parse(line) as ItemResult];
    } catch {
      return [];
    }
  });
}

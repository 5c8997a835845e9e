import { z } from "zod";
import { SamecutError } from "../errors.js";
import { decodeFingerprint } from "../fingerprint/codec.js";
import type { Comparisons } from "../matching/comparisons.js";
import type { Additions } from "./additions.js";
import type { CreativeDetails } from "./creative.js";
import type { CreativeStore } from "./store.js";
import type { WriteQueue } from "./write-queue.js";

/** What came of an import. */
export interface ImportSummary {
  readonly added: number;
  /** Creatives that were there already. */
  readonly present: number;
  readonly allowed: number;
  /** Lines that were not taken over; lines are counted from 1. */
  readonly failed: readonly { readonly line: number; readonly error: SamecutError }[];
}

/** Where imported lines go. */
export interface ImportTarget {
  readonly store: CreativeStore;
  readonly comparisons: Comparisons;
  readonly additions: Additions;
  readonly writes: WriteQueue;
  readonly signal: AbortSignal;
}

/** Creatives whose fingerprints are fetched at a time. */
const EXPORT_BATCH = 50;

const headerLine = z.object({ schema: z.literal("samecut.library/1") });
const creativeLine = z.object({
  creative: z.object({
    id: z.string().min(1),
    path: z.string().optional(),
    account: z.string().optional(),
    customer: z.string().optional(),
    labels: z.array(z.string()).readonly().optional(),
    uploadedAt: z.iso.datetime().optional(),
    addedAt: z.iso.datetime(),
  }),
  fingerprint: z.base64(),
});
const allowedLine = z.object({
  allowed: z.object({
    a: z.string(),
    b: z.string(),
    reason: z.string().optional(),
    allowedAt: z.iso.datetime(),
  }),
});
const anyLine = z.union([headerLine, creativeLine, allowedLine]);

/** A store as JSON Lines: `{schema}`, then `{creative, fingerprint}` with base64, then `{allowed}`. */
export async function* exportLines(store: CreativeStore): AsyncGenerator<string, void, undefined> {
  yield JSON.stringify({ schema: "samecut.library/1" } satisfies z.infer<typeof headerLine>);
  let batch: z.infer<typeof creativeLine>["creative"][] = [];
  for await (const creative of store.list()) {
    batch.push(creative);
    if (batch.length < EXPORT_BATCH) continue;
    yield* creativeLines(store, batch);
    batch = [];
  }
  yield* creativeLines(store, batch);
  for (const allowed of await store.allowedPairs()) yield JSON.stringify({ allowed });
}

async function* creativeLines(
  store: CreativeStore,
  creatives: readonly { readonly id: string }[],
): AsyncGenerator<string> {
  const fingerprints = await store.fingerprints(creatives.map(({ id }) => id));
  for (const creative of creatives) {
    const bytes = fingerprints.get(creative.id);
    // A damaged fingerprint cannot be carried over; `verify` names it.
    if (bytes !== undefined)
      yield JSON.stringify({ creative, fingerprint: Buffer.from(bytes).toString("base64") });
  }
}

/** Takes lines over one by one; see `Library.import`. Rejects with the signal's reason and with what the target's storage throws. */
export async function importLines(
  lines: Iterable<string> | AsyncIterable<string>,
  target: ImportTarget,
): Promise<ImportSummary> {
  const counts = { added: 0, present: 0, allowed: 0 };
  const failed: ImportSummary["failed"][number][] = [];
  let line = 0;
  for await (const text of lines) {
    line++;
    target.signal.throwIfAborted();
    if (text.trim() === "") continue;
    try {
      const outcome = await importLine(text, target);
      if (outcome !== undefined) counts[outcome]++;
    } catch (error) {
      if (!(error instanceof SamecutError) || !COSTS_ITS_LINE_ONLY.has(error.code)) throw error;
      failed.push({ line, error });
    }
  }
  const { added, present, allowed } = counts;
  return { added, present, allowed, failed };
}

const COSTS_ITS_LINE_ONLY = new Set([
  "IMPORT_INVALID",
  "FINGERPRINT_DAMAGED",
  "FINGERPRINT_VERSION",
  "CREATIVE_EXISTS",
]);

async function importLine(
  text: string,
  { store, comparisons, additions, writes, signal }: ImportTarget,
): Promise<"added" | "present" | "allowed" | undefined> {
  const value = parseLine(text);
  if ("schema" in value) return undefined;
  if ("allowed" in value) {
    const { reason, ...pair } = value.allowed;
    const allowed = { ...pair, ...(reason === undefined ? {} : { reason }) };
    await writes.run(() => store.allow(allowed), { signal });
    return "allowed";
  }
  const { id, path, account, customer, labels, uploadedAt, addedAt } = value.creative;
  const details: CreativeDetails = {
    id,
    ...(path === undefined ? {} : { path }),
    ...(account === undefined ? {} : { account }),
    ...(customer === undefined ? {} : { customer }),
    ...(labels === undefined ? {} : { labels }),
    ...(uploadedAt === undefined ? {} : { uploadedAt: new Date(uploadedAt) }),
  };
  const fingerprint = decodeFingerprint(Buffer.from(value.fingerprint, "base64"));
  const description = await comparisons.describe(fingerprint, { signal });
  const { added } = await writes.run(() => additions.add(description, details, signal, new Date(addedAt)), {
    signal,
    priority: "batch",
  });
  return added ? "added" : "present";
}

function parseLine(text: string): z.infer<typeof anyLine> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new SamecutError("IMPORT_INVALID", { detail: "it is not JSON", cause });
  }
  const parsed = anyLine.safeParse(json);
  if (!parsed.success)
    throw new SamecutError("IMPORT_INVALID", { detail: "it is neither a creative nor an allowance" });
  return parsed.data;
}

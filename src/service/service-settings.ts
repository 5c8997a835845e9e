import { z } from "zod";
import {
  accountSettingsJsonSchema,
  DEFAULT_DECODER_BYTES,
  parseAccountSettings,
  SANDBOX_MODES,
  SamecutError,
} from "../index.js";
import { SCOPES } from "./access/caller.js";

/** The address only programs of this machine reach. */
export const LOOPBACK_HOST = "127.0.0.1";

const count = z.int().min(1);
const seconds = z.number().positive();
/** What a timer waits for: Node's ring at once beyond 2^31 - 1 milliseconds, some 24 days. */
const waitedSeconds = seconds.max(2_147_483);

const TOKEN = z.strictObject({
  name: z.string().min(1).describe("stands in logs and metrics"),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/, "is no SHA-256 in hexadecimal")
    .describe("of the token itself, which is kept by its user alone"),
  scopes: z.array(z.enum(SCOPES)).min(1).readonly(),
  accounts: z.union([z.literal("all"), z.array(z.string().min(1)).min(1).readonly()]),
});

const LIMITS = z.strictObject({
  uploadBytes: count.default(512 * 1024 ** 2).describe("of one creative, in whatever way it comes"),
  uploadSeconds: waitedSeconds.default(300).describe("an upload may take to arrive"),
  uploadBytesPerSecond: count
    .default(4096)
    .describe(
      "an upload brings at least, over any ten seconds; slower ones keep places that others wait for",
    ),
  durationSeconds: seconds.default(600).describe("of a video"),
  pixels: count.default(3840 * 2160).describe("of a picture, width times height"),
  decoderBytes: z
    .int()
    .min(512 * 1024 ** 2)
    .default(DEFAULT_DECODER_BYTES)
    .describe("of memory that decoding one file may take, where there is a sandbox"),
  callSeconds: waitedSeconds.default(120).describe("a call may take, waiting included"),
  pendingCalls: count
    .default(32)
    .describe("calls with a creative that run or wait; more are answered with 503"),
  requestsPerMinute: count.default(60_000).describe("of one token, or without tokens of one address"),
  connections: count.default(1_000).describe("open at a time"),
  batchFiles: count.default(10_000).describe("of one batch"),
  batches: count.default(16).describe("running or remembered at a time"),
  stopSeconds: waitedSeconds
    .default(20)
    .describe("what is under way may take after the service was told to stop"),
});

/** Read by the account view's own schema, which names the field that is wrong. */
const ACCOUNT = z.record(z.string(), z.unknown()).transform((value, context) => {
  try {
    return parseAccountSettings(value);
  } catch (error) {
    if (!(error instanceof SamecutError)) throw error;
    context.addIssue(error.detail ?? error.message);
    return z.NEVER;
  }
});

const SETTINGS = z.strictObject({
  $schema: z.string().optional().describe("by which editors know how the file is to be checked"),
  library: z.string().min(1).describe("folder of the library"),
  host: z.string().min(1).default(LOOPBACK_HOST),
  port: z.int().min(0).max(65_535).default(7311).describe("0: any that is free"),
  tokens: z.array(TOKEN).readonly().default([]),
  roots: z
    .array(z.string().min(1))
    .readonly()
    .default([])
    .describe("folders whose files may be named by path"),
  limits: LIMITS.prefault({}),
  sandbox: z
    .enum(SANDBOX_MODES)
    .default("auto")
    .describe("for decoders: none, the best there is, or none but the best; SAMECUT_SANDBOX goes before it"),
  account: ACCOUNT.prefault({}).describe("weights, breaks and windows of the account view: docs/ACCOUNT.md"),
  logLevel: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info"),
});

/** Settings of the service, complete. */
export type ServiceSettings = z.output<typeof SETTINGS>;

/** Settings of the service as they are written: what is left out has a default, but for the library's folder. */
export type ServiceSettingsInput = z.input<typeof SETTINGS>;

/** One token of {@link ServiceSettings}. */
export type TokenSettings = ServiceSettings["tokens"][number];

/** A JSON Schema of a file with settings. */
export function serviceSettingsJsonSchema(): object {
  const schema = z.toJSONSchema(SETTINGS, { io: "input" });
  const { $schema: _, ...account } = accountSettingsJsonSchema() as { $schema: string };
  return { ...schema, properties: { ...schema.properties, account } };
}

/** Completes and checks settings. Throws SETTING_INVALID, naming the field. */
export function parseServiceSettings(given: unknown): ServiceSettings {
  const parsed = SETTINGS.safeParse(given);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new SamecutError("SETTING_INVALID", {
      detail: [issue?.path.join("."), issue?.message].filter(Boolean).join(": "),
    });
  }
  const names = parsed.data.tokens.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined)
    throw new SamecutError("SETTING_INVALID", { detail: `tokens: the name "${twice}" stands twice` });
  return parsed.data;
}

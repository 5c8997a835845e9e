import { z } from "zod";
import type { ExemptionRule } from "../../index.js";

const name = z.string().trim().min(1).max(500);

/** A rule of exemption, as requests give it and answers tell it. */
const RULES = {
  customer: { kind: z.literal("customer"), customer: name },
  accounts: { kind: z.literal("accounts"), accounts: z.array(name).min(2).max(1_000).readonly() },
  takedown: { kind: z.literal("takedown"), creative: name.describe("id of what was taken down") },
};

const reason = name.describe("why, for later readers");

/** Makes an exemption. */
export const EXEMPTION_BODY = z.discriminatedUnion("kind", [
  z.strictObject({ ...RULES.customer, reason }),
  z.strictObject({ ...RULES.accounts, reason }),
  z.strictObject({ ...RULES.takedown, reason }),
]);

const remembered = {
  id: z.string(),
  reason: z.string(),
  createdAt: z.string(),
  undoneAt: z.string().optional().describe("when it was taken back"),
};

/** An exemption as answers tell it. */
export const EXEMPTION_ANSWER = z
  .discriminatedUnion("kind", [
    z.object({ ...remembered, ...RULES.customer }),
    z.object({ ...remembered, ...RULES.accounts }),
    z.object({ ...remembered, ...RULES.takedown }),
  ])
  .meta({ id: "Exemption" }) satisfies z.ZodType<ExemptionRule>;

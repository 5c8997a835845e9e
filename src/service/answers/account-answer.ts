import { z } from "zod";
import {
  type AccountFigures,
  DESIGN_NOTES,
  type ExemptLikeness,
  explainNext,
  LEVELS,
  type NextStep,
  type SimilarCreative,
  STATUS_WORDS,
  type Texts,
  WARNINGS,
} from "../../index.js";
import { type Caller, isOwn } from "../access/caller.js";

const share = z.number().min(0).max(1);
const counts = {
  creatives: z.int(),
  original: z.int(),
  ownDuplicates: z.int(),
  carriedOver: z.int(),
  repeats: z.int().describe("of creatives whose account is not known"),
};

const SIMILAR_CREATIVE = z.object({
  id: z.string(),
  publishedAt: z.string().optional(),
  standing: z.enum(["own-duplicate", "carried-over", "repeat"]),
  weight: share.describe("what it counts for"),
  repeats: z
    .object({
      own: z.boolean().describe("false: another account's, of which neither id nor account are told"),
      id: z.string().optional(),
      account: z.string().optional(),
      grade: z.enum(["identical", "duplicate", "similar", "possible", "distinct"]),
      similarity: share,
    })
    .describe("the earliest creative it is like"),
  recent: z.boolean().describe("one of those that make the level"),
  heldBack: z.boolean().describe("expected to be held back"),
  shown: z.array(z.enum(STATUS_WORDS)).readonly().describe("what the ad list is expected to show beside it"),
});

const EXEMPT_LIKENESS = z.object({
  id: z.string(),
  earlier: z.string().optional().describe("the creative it is like, where it is the caller's own"),
  exemption: z.object({
    id: z.string(),
    kind: z.enum(["customer", "accounts", "takedown"]),
    reason: z.string().optional().describe("told where the rule concerns the caller's accounts only"),
    createdAt: z.string(),
  }),
});

/** An account as answers tell it. */
export const ACCOUNT_ANSWER = z
  .object({
    account: z.string(),
    level: z.enum(LEVELS).optional().describe("absent where nothing is new"),
    warning: z.enum(WARNINGS).optional(),
    recent: z
      .object({ ...counts, similarShare: share.optional() })
      .describe("of the days that make the level"),
    library: z
      .object({ ...counts, originalShare: share.optional() })
      .describe("of the days creatives are compared with"),
    similar: z.array(SIMILAR_CREATIVE).describe("latest first"),
    firstPublishes: z
      .array(
        z.object({
          id: z.string(),
          publishedAt: z.string().optional(),
          repeatedByOwn: z.int(),
          repeatedByOthers: z.int(),
        }),
      )
      .readonly()
      .describe("originals that later creatives repeat, the most repeated first"),
    exempt: z.array(EXEMPT_LIKENESS),
    poorDesign: z
      .array(
        z.object({
          id: z.string(),
          publishedAt: z.string().optional(),
          notes: z.array(z.enum(DESIGN_NOTES)).readonly(),
          recent: z.boolean().describe("one of those that make the level"),
        }),
      )
      .readonly()
      .describe("what platforms may mark as low quality, similar or not; latest first"),
    next: z
      .array(z.object({ kind: z.string(), facts: z.record(z.string(), z.number()), text: z.string() }))
      .describe("what to do, the most pressing first; the text in the language of Accept-Language"),
  })
  .meta({ id: "Account" });

/** The caller's accounts. */
export const ACCOUNTS_ANSWER = z.object({
  asOf: z.string().optional(),
  accounts: z.array(ACCOUNT_ANSWER).describe("the most similar new creatives first, then by name"),
});

/** How an account is told to a caller. */
export interface AccountTelling {
  readonly caller: Caller;
  /** Ids of the exemptions that concern the caller's accounts only. */
  readonly ownExemptions: ReadonlySet<string>;
  readonly texts: Texts;
}

/** An account of the caller's; of others' creatives that it repeats, as little is told as of any match. */
export function accountAnswer(
  figures: AccountFigures,
  telling: AccountTelling,
): z.output<typeof ACCOUNT_ANSWER> {
  const { similar, exempt, next } = figures;
  return {
    ...figures,
    similar: similar.map((creative) => similarAnswer(creative, telling)),
    exempt: exempt.map((likeness) => exemptAnswer(likeness, telling)),
    next: next.map((step) => stepAnswer(step, telling)),
  };
}

function similarAnswer({ repeats, ...creative }: SimilarCreative, { caller }: AccountTelling) {
  const own = isOwn(caller, repeats);
  const { grade, similarity } = repeats;
  return { ...creative, repeats: own ? { own, ...repeats } : { own, grade, similarity } };
}

function exemptAnswer(
  { id, earlier, earlierAccount, exemption }: ExemptLikeness,
  { caller, ownExemptions }: AccountTelling,
) {
  const own = isOwn(caller, earlierAccount === undefined ? {} : { account: earlierAccount });
  const { reason, ...told } = exemption;
  return {
    id,
    ...(own ? { earlier } : {}),
    exemption: { ...told, ...(ownExemptions.has(exemption.id) ? { reason } : {}) },
  };
}

function stepAnswer(step: NextStep, { texts }: AccountTelling) {
  const { kind, ...facts } = step;
  return { kind, facts, text: explainNext(step, texts.account) };
}

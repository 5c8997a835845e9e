import { z } from "zod";
import type { AdmissionRule, ComparisonRange, CreativeDetails } from "../../index.js";
import { accountOf, type Caller } from "../access/caller.js";

const word = z.string().trim().min(1).max(200);

const similarity = z.coerce.number().min(0).max(1);

/** Refuses what is empty: read as 0, everything would match. */
function notEmpty<Schema extends z.ZodType>(schema: Schema): z.ZodPreprocess<Schema> {
  return z.preprocess(
    (given) => (given === null || (typeof given === "string" && given.trim() === "") ? Number.NaN : given),
    schema,
  );
}

/** The id of a creative in the library. */
export const CREATIVE_ID = z.string().min(1).max(500);

/** What a request knows of a creative besides its content. */
export const DETAILS = {
  account: word.optional().describe("needed of callers with several accounts"),
  customer: word.optional(),
  label: z
    .union([word, z.array(word).max(50)])
    .optional()
    .describe("repeat it for several"),
  uploadedAt: z.iso
    .datetime({ offset: true })
    .optional()
    .describe("when it was first delivered; default: now"),
  name: z.string().max(500).optional().describe("what to show for it, such as the file's name"),
};

/** With which of the library's creatives one is compared. */
export const RANGE = {
  reach: z
    .enum(["account", "customer", "everyone"])
    .optional()
    .describe("compare with the account's creatives, with the customer's, or with everyone's (default)"),
  windowDays: z.coerce.number().positive().optional().describe("how far back, days; default 180"),
};

/** Asks whether a creative is like one of the library. */
export const CHECK_QUERY = z.strictObject({
  ...DETAILS,
  ...RANGE,
  threshold: notEmpty(similarity)
    .optional()
    .describe("similarity from which a match is told; default: of every grade"),
});

/** Adds a creative unless it is refused. */
export const CHECK_AND_ADD_QUERY = z.strictObject({
  id: CREATIVE_ID.describe("yours: the same request again adds nothing twice"),
  ...DETAILS,
  ...RANGE,
  refuseFrom: notEmpty(z.union([z.enum(["identical", "duplicate", "similar", "possible"]), similarity]))
    .optional()
    .describe("grade or similarity from which one match keeps the creative out; default `similar`"),
});

/** Adds a creative whatever it is like. */
export const ADD_QUERY = z.strictObject({ id: CREATIVE_ID.optional(), ...DETAILS });

type Details = z.output<z.ZodObject<typeof DETAILS>> & { readonly id?: string | undefined };

/**
 * The details of a creative as a library takes them.
 *
 * @param path the path a request named, shown where it gives no name
 * @throws SamecutError ACCESS_DENIED
 */
export function detailsOf(
  { id, customer, label, uploadedAt, name, ...query }: Details,
  path: string | undefined,
  caller: Caller,
): CreativeDetails {
  const account = accountOf(caller, query.account);
  const shown = name ?? path;
  return {
    ...(id === undefined ? {} : { id }),
    ...(account === undefined ? {} : { account }),
    ...(customer === undefined ? {} : { customer }),
    ...(label === undefined ? {} : { labels: [label].flat() }),
    ...(uploadedAt === undefined ? {} : { uploadedAt: new Date(uploadedAt) }),
    ...(shown === undefined ? {} : { path: shown }),
  };
}

/** The range of comparison that a query asks for. */
export function rangeOf({ reach, windowDays }: z.output<z.ZodObject<typeof RANGE>>): ComparisonRange {
  return {
    ...(reach === undefined ? {} : { reach }),
    ...(windowDays === undefined ? {} : { windowDays }),
  };
}

/** The rule of admission that a query asks for. */
export function ruleOf(
  query: Pick<z.output<typeof CHECK_AND_ADD_QUERY>, "reach" | "windowDays" | "refuseFrom">,
): AdmissionRule {
  const { refuseFrom } = query;
  return { ...rangeOf(query), ...(refuseFrom === undefined ? {} : { refuseFrom }) };
}

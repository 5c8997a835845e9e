import { z } from "zod";
import { SamecutError } from "../errors.js";
import type { Grade } from "../verdict/verdict.js";
import { type Breaks, LEVELS, type Level, type Warning } from "./level.js";

/**
 * Every weight, break and window of the account view; docs/ACCOUNT.md tells them for users, with their defaults. The windows, the level
 * breaks and where holding back begins are as the notices published to advertisers have them; no notice gives weights or says where the
 * warnings begin: those are ours.
 */
export interface AccountSettings {
  /** Creatives published in this many days before the moment asked for make the level; above 0, default 7. */
  readonly recentDays: number;
  /** Days before a creative that it is compared with, and that an account's original share looks back; default 180. */
  readonly libraryDays: number;
  /** What a creative counts for by the grade of its worst match, from 0 (as an original) to 1; default 1, and 0 for `possible`. */
  readonly weights: Readonly<Record<Exclude<Grade, "distinct">, number>>;
  /** Similar share, 0 to 1, from which on a level holds; below the first it is `good`. Default 0.1, 0.3, 0.5, 0.8. */
  readonly levelBreaks: Breaks<Exclude<Level, "good">>;
  /** The level from which on similar creatives are held back; default `serious`. */
  readonly heldBackFrom: Level;
  /** Similar share from which on a warning is given; default 0.3, 0.5, 0.8: a colour for each level that costs something. */
  readonly warningBreaks: Breaks<Warning>;
  /** Original share over `libraryDays`, above which contracts are said to be renewed far more often; default 0.7. */
  readonly originalShareTarget: number;
}

const share = z.number().min(0).max(1);
const breakAt = z.number().min(0.001).max(1);
const days = z.number().positive().max(3650);

/** By which editors know how a file is to be checked. */
const EDITORS_FIELD = "$schema";

/** True when each number is larger than the one before it. */
function rises(breaks: Readonly<Record<string, number>>): boolean {
  const values = Object.values(breaks);
  return values.every((value, index) => index === 0 || value > (values[index - 1] as number));
}

const RISING = "each break must be above the one before it";

const SETTINGS_SCHEMA = z.strictObject({
  recentDays: days.default(7).describe("the days before the moment asked for that make the level"),
  libraryDays: days
    .default(180)
    .describe("the days before a creative that it is compared with, and of the original share"),
  weights: z
    .strictObject({
      identical: share.default(1),
      duplicate: share.default(1),
      similar: share.default(1),
      // The same scene, other footage: the manual calls such pairs similar only possibly.
      possible: share.default(0),
    })
    .prefault({})
    .describe("what a creative counts for, by the grade of its worst match: 0 as an original, 1 in full"),
  levelBreaks: z
    .strictObject({
      fair: breakAt.default(0.1),
      serious: breakAt.default(0.3),
      severe: breakAt.default(0.5),
      critical: breakAt.default(0.8),
    })
    .refine(rises, RISING)
    .prefault({})
    .describe("the similar share from which on a level holds, rising; below the first it is good"),
  heldBackFrom: z
    .enum(LEVELS)
    .default("serious")
    .describe("the level from which on similar creatives are held back"),
  warningBreaks: z
    .strictObject({ yellow: breakAt.default(0.3), orange: breakAt.default(0.5), red: breakAt.default(0.8) })
    .refine(rises, RISING)
    .prefault({})
    .describe("the similar share from which on a warning is given, rising"),
  originalShareTarget: share
    .default(0.7)
    .describe("the original share above which contracts are renewed far more often"),
}) satisfies z.ZodType<AccountSettings>;

/** What holds where nothing else is said. */
export const DEFAULT_ACCOUNT_SETTINGS: AccountSettings = SETTINGS_SCHEMA.parse({});

/** A JSON Schema of a file with settings. */
export function accountSettingsJsonSchema(): object {
  const { properties, ...schema } = z.toJSONSchema(SETTINGS_SCHEMA, { io: "input" });
  return { ...schema, properties: { [EDITORS_FIELD]: { type: "string" }, ...properties } };
}

/**
 * Settings from a parsed JSON value that names those to be changed; the others keep their defaults.
 *
 * @throws SamecutError SETTING_INVALID, naming the field that is unknown or out of its range
 */
export function parseAccountSettings(value: unknown): AccountSettings {
  const parsed = SETTINGS_SCHEMA.safeParse(withoutEditorsField(value));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0]!;
  const field = issue.path.join(".");
  const detail =
    issue.code === "unrecognized_keys"
      ? `there is no setting "${[...issue.path, issue.keys[0]].join(".")}"`
      : [field, issue.message].filter((part) => part !== "").join(": ");
  throw new SamecutError("SETTING_INVALID", { detail, cause: parsed.error });
}

function withoutEditorsField(value: unknown): unknown {
  if (typeof value !== "object" || value === null || !(EDITORS_FIELD in value)) return value;
  const { [EDITORS_FIELD]: _, ...settings } = value;
  return settings;
}

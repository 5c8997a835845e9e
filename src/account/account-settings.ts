import { z } from "zod";
import { SamecutError } from "../errors.js";
import { LEVELS } from "./level.js";

const share = z.number().min(0).max(1);
const days = z.number().positive().max(3650);

/** True when each number is larger than the one before it. */
function rises(breaks: Readonly<Record<string, number>>): boolean {
  const values = Object.values(breaks);
  return values.every((value, index) => index === 0 || value > (values[index - 1] as number));
}

const RISING = "each break must be above the one before it";

/**
 * Every weight, break and window of the account view, with its default; docs/ACCOUNT.md tells them for users. Shares are from 0 to 1.
 * The windows and level breaks are those of the notices published to advertisers, and so is where holding back begins; no notice gives
 * weights or says what the warnings begin with: those are ours.
 */
const SETTINGS_SCHEMA = z.strictObject({
  /** Creatives published in this many days before the moment that is asked for make the level. */
  recentDays: days.default(7),
  /** A creative is compared with those published in this many days before it; also how far back an account's original share looks. */
  libraryDays: days.default(180),
  /** What a creative counts for by the grade of its worst match, 0 (as original) to 1. */
  weights: z
    .strictObject({
      identical: share.default(1),
      duplicate: share.default(1),
      similar: share.default(1),
      // The same scene, other footage: the manual calls such pairs similar only possibly.
      possible: share.default(0),
    })
    .prefault({}),
  /** Similar share from which on a level holds; below the first it is `good`. */
  levelBreaks: z
    .strictObject({
      fair: share.default(0.1),
      serious: share.default(0.3),
      severe: share.default(0.5),
      critical: share.default(0.8),
    })
    .refine(rises, RISING)
    .prefault({}),
  /** The level from which on similar creatives are held back. */
  heldBackFrom: z.enum(LEVELS).default("serious"),
  /** Similar share from which on a warning is given: a colour for each level that costs something. */
  warningBreaks: z
    .strictObject({ yellow: share.default(0.3), orange: share.default(0.5), red: share.default(0.8) })
    .refine(rises, RISING)
    .prefault({}),
  /** Original share, over `libraryDays`, above which contracts are said to be renewed far more often. */
  originalShareTarget: share.default(0.7),
});

/** The settings of the account view, complete. */
export type AccountSettings = Readonly<z.infer<typeof SETTINGS_SCHEMA>>;

/** What holds where nothing else is said. */
export const DEFAULT_ACCOUNT_SETTINGS: AccountSettings = SETTINGS_SCHEMA.parse({});

/**
 * Settings from a parsed JSON value that names those to be changed; the others keep their defaults.
 *
 * @throws SamecutError SETTING_INVALID, naming the field that is unknown or out of its range
 */
export function parseAccountSettings(value: unknown): AccountSettings {
  const parsed = SETTINGS_SCHEMA.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0]!;
  const field = issue.path.join(".");
  const detail =
    issue.code === "unrecognized_keys"
      ? `there is no setting "${[...issue.path, issue.keys[0]].join(".")}"`
      : [field, issue.message].filter((part) => part !== "").join(": ");
  throw new SamecutError("SETTING_INVALID", { detail, cause: parsed.error });
}

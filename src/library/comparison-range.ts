import { SamecutError } from "../errors.js";
import type { Creative } from "./creative.js";
import type { StoreScope } from "./store.js";

/** Whose creatives a new one is compared with: those of its own account, of its customer, or everyone's. */
export type Reach = "account" | "customer" | "everyone";

/** With which of the earlier creatives a new one is compared. */
export interface ComparisonRange {
  /** Default `everyone`. */
  readonly reach?: Reach;
  /** Days before the new creative's publication, above 0; `Infinity` for all. Default {@link DEFAULT_WINDOW_DAYS}. */
  readonly windowDays?: number;
}

/** Platforms judge against the last half year, as their notices to advertisers say. */
export const DEFAULT_WINDOW_DAYS = 180;

const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;

/**
 * The scope a range means for a creative of this account and customer, published at this moment.
 *
 * @throws SamecutError SETTING_INVALID when the window is no time, or the account or customer to compare with is not known
 */
export function scopeOfRange(
  { reach = "everyone", windowDays = DEFAULT_WINDOW_DAYS }: ComparisonRange,
  owner: Pick<Creative, "account" | "customer">,
  publishedAt: Date,
): StoreScope {
  if (!(windowDays > 0)) {
    throw new SamecutError("SETTING_INVALID", {
      detail: `expected more than 0 for windowDays but received ${windowDays}`,
    });
  }
  const since = new Date(publishedAt.getTime() - windowDays * DAY_MILLISECONDS);
  const whose = reach === "everyone" ? undefined : owner[reach];
  if (reach !== "everyone" && whose === undefined) {
    throw new SamecutError("SETTING_INVALID", { detail: `the ${reach} to compare within is not given` });
  }
  return {
    ...(whose === undefined ? {} : { [reach]: whose }),
    // Before the earliest moment a date can hold: no limit.
    ...(Number.isNaN(since.getTime()) ? {} : { since }),
  };
}

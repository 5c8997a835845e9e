import { inspect } from "node:util";
import { isDate as isAnyDate } from "node:util/types";
import { SamecutError } from "../errors.js";
import { type InputLimits, requireLimits } from "../intake/input-limits.js";
import { requireObject } from "../intake/required-object.js";
import { isPriority, type Priority } from "../intake/turn.js";
import type { CreativeDetails } from "./creative.js";
import type { StoreScope } from "./store.js";

/** What calls of a library may be told. */
export interface GivenOptions extends InputLimits, CreativeDetails {
  readonly signal?: AbortSignal;
  readonly timeLimitSeconds?: number;
  readonly priority?: Priority;
  readonly threshold?: number;
  readonly scope?: StoreScope;
}

const isText = (value: unknown): boolean => typeof value === "string";
const isDate = (value: unknown): boolean => isAnyDate(value) && !Number.isNaN(value.getTime());

const TEXT = { expected: "a string", holds: isText };
const DATE = { expected: "a valid Date", holds: isDate };

/** What each of them has to be; undefined is none. */
const RULES = {
  id: {
    expected: "a string that is not empty and without NUL",
    holds: (id: unknown) => typeof id === "string" && id !== "" && !id.includes("\0"),
  },
  path: TEXT,
  account: TEXT,
  customer: TEXT,
  label: TEXT,
  labels: {
    expected: "a list of strings",
    holds: (labels: unknown) => Array.isArray(labels) && labels.every(isText),
  },
  uploadedAt: DATE,
  since: DATE,
  priority: { expected: "upload or batch", holds: isPriority },
  threshold: {
    expected: "a similarity from 0 to 1",
    holds: (value: unknown) => typeof value === "number" && value >= 0 && value <= 1,
  },
} as const;

/**
 * Refuses options that cannot be, before anything is done: a number for an id would be stored as another text, a threshold that
 * is NaN let every copy pass. Throws SETTING_INVALID, naming the option.
 */
export function requireOptions(options: GivenOptions): void {
  requireEach(options);
  requireLimits(options);
  requireScope(options.scope);
}

/** The same for a scope. Throws SETTING_INVALID. */
export function requireScope(scope: StoreScope | undefined): void {
  if (scope !== undefined) requireEach(scope);
}

function requireEach(given: GivenOptions & StoreScope): void {
  requireObject(given);
  for (const [name, { expected, holds }] of Object.entries(RULES)) {
    const value = given[name as keyof typeof RULES];
    if (value === undefined || holds(value)) continue;
    throw new SamecutError("SETTING_INVALID", {
      detail: `expected ${expected} for ${name} but received ${inspect(value)}`,
    });
  }
}

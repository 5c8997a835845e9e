import { SamecutError } from "../errors.js";

/** Refuses options that are no object: null too, which is not the same as none. Throws SETTING_INVALID. */
export function requireObject(options: unknown): void {
  if (typeof options === "object" && options !== null) return;
  throw new SamecutError("SETTING_INVALID", {
    detail: `expected an object with options but received ${String(options)}`,
  });
}

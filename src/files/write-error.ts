import { SamecutError } from "../errors.js";

/** How the system says that it takes no more bytes: a full device, a quota, a limit on the size of files. */
const NO_SPACE_CODES: ReadonlySet<unknown> = new Set(["ENOSPC", "EDQUOT", "EFBIG"]);

/** True for the system's errors that tell that no more bytes can be written. */
export function isNoSpace(error: unknown): boolean {
  return NO_SPACE_CODES.has((error as NodeJS.ErrnoException).code);
}

/** A failed write in samecut's terms: DISK_FULL or STORE_NOT_ACCESSIBLE for the system's errors; others come back as they are. */
export function writeError(error: unknown, path: string): unknown {
  if (isNoSpace(error)) return new SamecutError("DISK_FULL", { path, cause: error });
  const fromSystem = (error as NodeJS.ErrnoException).errno !== undefined;
  return fromSystem ? new SamecutError("STORE_NOT_ACCESSIBLE", { path, cause: error }) : error;
}

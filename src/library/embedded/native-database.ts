import Database from "better-sqlite3";
import { SamecutError } from "../../errors.js";

/**
 * Opens a SQLite file. The native part of better-sqlite3 is loaded with the first one: it is missing after an installation without
 * scripts, and does not fit after a change of Node's version.
 *
 * @throws SamecutError STORE_UNAVAILABLE, whose remedy says what to run; else what better-sqlite3 throws
 */
export function openDatabase(path: string, options: Database.Options): Database.Database {
  try {
    return new Database(path, options);
  } catch (error) {
    if (!isNotLoaded(error)) throw error;
    const [detail = ""] = error.message.split(/\.? Tried:|\n/, 1);
    throw new SamecutError("STORE_UNAVAILABLE", { detail, cause: error });
  }
}

/** Where no built file is found, the error tells where it was looked for; a file that does not fit is refused by Node. */
function isNotLoaded(error: unknown): error is Error {
  return (
    error instanceof Error && ("tries" in error || ("code" in error && error.code === "ERR_DLOPEN_FAILED"))
  );
}

import Database from "better-sqlite3";
import { SamecutError } from "../../errors.js";
import { checksumOf } from "../../files/checksum.js";
import { writeError } from "../../files/write-error.js";
import { openDatabase } from "./native-database.js";

/** An open SQLite database. */
export type SqliteDatabase = Database.Database;

/** One step of a schema: the statements that lead from version i to i + 1. */
export type Migration = string;

/** The SQL function that tells the CRC-32 of some blobs, one after the other. */
export const CHECKSUM_FUNCTION = "samecut_checksum";

/** How long a statement waits for another process's write, milliseconds; writes here take a few. */
const BUSY_TIMEOUT_MS = 10_000;

/** What a database is opened with. */
export interface SqliteFileOptions {
  /** Steps from an empty file to today's schema; `user_version` counts the steps taken. */
  readonly migrations: readonly Migration[];
  readonly readOnly?: boolean;
  /** Taken while a reader migrates: a writer of an older version must not be surprised. */
  readonly holdToMigrate?: () => Disposable;
  /**
   * `full` survives a power cut with everything acknowledged (one fsync a commit); `normal` survives the death of
   * the process, and after a power cut may lack the last commits but is never damaged.
   */
  readonly durability: "full" | "normal";
}

/**
 * Opens (and unless read-only, creates and migrates) a SQLite file in write-ahead mode, so that readers never wait
 * for the writer. Throws STORE_DAMAGED, STORE_VERSION, STORE_UNAVAILABLE or what else {@link sqliteError} makes of SQLite's own error.
 */
export function openSqliteFile(path: string, options: SqliteFileOptions): SqliteDatabase {
  const readOnly = options.readOnly ?? false;
  let database: SqliteDatabase | undefined;
  try {
    database = openDatabase(path, { readonly: readOnly, fileMustExist: readOnly, timeout: BUSY_TIMEOUT_MS });
    // The first statement that reads the file's header: a damaged one shows here.
    const found = database.pragma("user_version", { simple: true }) as number;
    if (found > options.migrations.length) {
      throw new SamecutError("STORE_VERSION", {
        path,
        detail: `schema ${found}, this one knows ${options.migrations.length}`,
      });
    }
    if (readOnly && found < options.migrations.length) {
      // Readers ask for what the older schema lacks. Where this process may not write, that is the error it meets.
      database.close();
      using _held = options.holdToMigrate?.();
      openSqliteFile(path, { ...options, readOnly: false }).close();
      database = openDatabase(path, { readonly: true, fileMustExist: true, timeout: BUSY_TIMEOUT_MS });
    }
    if (!readOnly) {
      database.pragma("journal_mode = WAL");
      database.pragma(`synchronous = ${options.durability === "full" ? "FULL" : "NORMAL"}`);
      database.pragma("foreign_keys = ON");
      database.function(CHECKSUM_FUNCTION, { deterministic: true, varargs: true }, (...blobs) =>
        checksumOf(...(blobs as Uint8Array[])),
      );
      migrate(database, options.migrations);
    }
    return database;
  } catch (error) {
    database?.close();
    throw sqliteError(error, path);
  }
}

/** Another text after every write that the connection sees: its own, and what others have committed. */
export function revisionOf(database: SqliteDatabase): string {
  const own = database.prepare("SELECT total_changes()").pluck().get() as number;
  const others = database.pragma("data_version", { simple: true }) as number;
  return `${own}.${others}`;
}

function migrate(database: SqliteDatabase, migrations: readonly Migration[]): void {
  // Immediate: of two processes that open a new file at once, the second waits and then finds the work done.
  database
    .transaction(() => {
      const done = database.pragma("user_version", { simple: true }) as number;
      for (const step of migrations.slice(done)) database.exec(step);
      if (done < migrations.length) database.pragma(`user_version = ${migrations.length}`);
    })
    .immediate();
}

/** A full device, a quota and a file size limit show as any of these, by which write met them first. */
const NO_SPACE_CODES = new Set([
  "SQLITE_FULL",
  "SQLITE_IOERR_WRITE",
  "SQLITE_IOERR_SHMSIZE",
  "SQLITE_IOERR_FSYNC",
]);

/** True when SQLite says that the file's content is not what SQLite wrote. */
export function isDamage(error: unknown): boolean {
  const code = sqliteCode(error);
  return code.startsWith("SQLITE_CORRUPT") || code === "SQLITE_NOTADB";
}

/** An error of SQLite or of the file system in samecut's terms; other errors come back as they are. */
export function sqliteError(error: unknown, path: string): unknown {
  if (error instanceof SamecutError) return error;
  if (isDamage(error)) return new SamecutError("STORE_DAMAGED", { path, cause: error });
  const code = sqliteCode(error);
  if (NO_SPACE_CODES.has(code)) {
    return new SamecutError("DISK_FULL", { path, cause: error });
  }
  if (code.startsWith("SQLITE_BUSY")) return new SamecutError("STORE_BUSY", { path, cause: error });
  if (code.startsWith("SQLITE_CANTOPEN") || code.startsWith("SQLITE_READONLY") || code === "SQLITE_PERM") {
    return new SamecutError("STORE_NOT_ACCESSIBLE", { path, cause: error });
  }
  return writeError(error, path);
}

function sqliteCode(error: unknown): string {
  return error instanceof Database.SqliteError ? error.code : "";
}

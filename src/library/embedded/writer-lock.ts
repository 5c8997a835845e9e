import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { SamecutError } from "../../errors.js";
import { openDatabase } from "./native-database.js";

/**
 * Held by the one process that writes to a library. It is a lock of the operating system (SQLite's, on a file that
 * stays empty), so it ends with the process however that ends.
 */
export class WriterLock implements Disposable {
  readonly #database: Database.Database;
  readonly #holderPath: string;

  private constructor(database: Database.Database, holderPath: string) {
    this.#database = database;
    this.#holderPath = holderPath;
  }

  /** Takes the lock of a folder. Throws LIBRARY_LOCKED at once when it is held, by this process or another, and STORE_UNAVAILABLE. */
  static take(folder: string): WriterLock {
    const holderPath = join(folder, "writer.pid");
    // Never open this file in another way: POSIX drops all of a process's locks on a file when any handle is closed.
    const database = openDatabase(join(folder, "writer.lock"), { timeout: 0 });
    try {
      database.exec("BEGIN EXCLUSIVE");
    } catch (error) {
      database.close();
      if (!(error instanceof Database.SqliteError) || !error.code.startsWith("SQLITE_BUSY")) throw error;
      throw new SamecutError("LIBRARY_LOCKED", {
        path: folder,
        detail: holderOf(holderPath),
        cause: error,
      });
    }
    writeFileSync(holderPath, String(process.pid));
    return new WriterLock(database, holderPath);
  }

  [Symbol.dispose](): void {
    this.release();
  }

  /** Lets go; doing so twice is allowed. */
  release(): void {
    if (!this.#database.open) return;
    rmSync(this.#holderPath, { force: true });
    this.#database.close();
  }
}

function holderOf(holderPath: string): string {
  try {
    const holder = readFileSync(holderPath, "utf8");
    return holder === String(process.pid) ? "this process itself" : `process ${holder}`;
  } catch {
    return "process unknown";
  }
}

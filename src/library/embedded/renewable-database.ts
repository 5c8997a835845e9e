import { renameSync } from "node:fs";
import { SamecutError } from "../../errors.js";
import { isDamage, type Migration, openSqliteFile, type SqliteDatabase, sqliteError } from "./sqlite-file.js";
import { type SqliteStatement, StatementCache } from "./statement-cache.js";

/**
 * A SQLite file whose content can be had again: where it is damaged, at opening or later, it is set aside and begun anew. What a
 * `write` has returned from survives the death of the process; several processes may share the file. Every method
 * may throw DISK_FULL, STORE_BUSY or STORE_NOT_ACCESSIBLE.
 */
export class RenewableDatabase implements Disposable {
  /** What happened to the file that its user should know, in words; grows when damage is met later. */
  readonly warnings: string[] = [];
  readonly #path: string;
  readonly #migrations: readonly Migration[];
  readonly #statements = new StatementCache();
  #database: SqliteDatabase;

  /** Opens or creates the file. Also throws STORE_VERSION, when a newer samecut wrote it. */
  constructor(path: string, migrations: readonly Migration[]) {
    this.#path = path;
    this.#migrations = migrations;
    this.#database = this.#open();
  }

  /** The first row that a query finds. */
  row<Row>(sql: string, ...values: unknown[]): Row | undefined {
    return this.#guarded(() => this.#statement(sql).get(...values) as Row | undefined);
  }

  /** Runs a statement within a {@link write}. */
  run(sql: string, ...values: unknown[]): void {
    this.#statement(sql).run(...values);
  }

  /** Reads the first column of the first row within a {@link write}. */
  value(sql: string, ...values: unknown[]): unknown {
    return this.#statement(sql)
      .pluck()
      .get(...values);
  }

  /** Runs an action as one transaction: all of it is kept or, on an error, nothing. May run it twice, the second time on an empty file. */
  write(action: () => void): void {
    this.#guarded(() => this.#database.transaction(action).immediate());
  }

  /** Closes the file; further calls throw. Closing twice is allowed. */
  close(): void {
    this.#database.close();
  }

  [Symbol.dispose](): void {
    this.close();
  }

  #statement(sql: string): SqliteStatement {
    return this.#statements.get(this.#database, sql);
  }

  /** Runs an action; where it meets damage, it runs once more on a new, empty file. */
  #guarded<Result>(action: () => Result): Result {
    try {
      return action();
    } catch (error) {
      if (!isDamage(error)) throw sqliteError(error, this.#path);
      this.#database.close();
      this.#database = this.#beginAnew();
      return action();
    }
  }

  #open(): SqliteDatabase {
    try {
      return this.#openFile();
    } catch (error) {
      if (!(error instanceof SamecutError) || error.code !== "STORE_DAMAGED") throw error;
      return this.#beginAnew();
    }
  }

  #beginAnew(): SqliteDatabase {
    const aside = `${this.#path}.damaged-${process.pid}-${Date.now()}`;
    for (const suffix of ["", "-wal", "-shm"]) {
      try {
        renameSync(this.#path + suffix, aside + suffix);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
      }
    }
    this.warnings.push(`The cache was damaged and has been begun anew; the old file is ${aside}`);
    return this.#openFile();
  }

  #openFile(): SqliteDatabase {
    return openSqliteFile(this.#path, { migrations: this.#migrations, durability: "normal" });
  }
}

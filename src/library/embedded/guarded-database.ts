import { setImmediate as nextTurn } from "node:timers/promises";
import { SamecutError } from "../../errors.js";
import { type SqliteDatabase, sqliteError } from "./sqlite-file.js";

/** A store's database with its errors in samecut's terms. */
export class GuardedDatabase {
  readonly #database: SqliteDatabase;
  readonly #path: string;
  readonly #readOnly: boolean;

  /** @param path what errors call the database */
  constructor(database: SqliteDatabase, path: string, readOnly: boolean) {
    this.#database = database;
    this.#path = path;
    this.#readOnly = readOnly;
  }

  /** Runs a reading action. */
  read<Result>(action: () => Result): Result {
    try {
      return action();
    } catch (error) {
      throw sqliteError(error, this.#path);
    }
  }

  /** Runs an action as one transaction: all of it is kept or, on an error, nothing. Throws LIBRARY_READ_ONLY. */
  write<Result>(action: () => Result): Result {
    if (this.#readOnly) throw new SamecutError("LIBRARY_READ_ONLY", { path: this.#path });
    return this.read(() => this.#database.transaction(action).immediate());
  }

  /** Runs an action that takes its time. */
  async work<Result>(action: () => Promise<Result>): Promise<Result> {
    try {
      return await action();
    } catch (error) {
      throw sqliteError(error, this.#path);
    }
  }

  /** Rows that are read a page at a time, each page after the number of the last row of the one before; other work gets its turn in between. */
  async *pages<Row>(
    page: (after: number) => Row[],
    numberOf: (row: Row) => number,
  ): AsyncGenerator<Row[], void, undefined> {
    for (let after = 0; ; ) {
      const rows = this.read(() => page(after));
      const last = rows.at(-1);
      if (last === undefined) return;
      yield rows;
      after = numberOf(last);
      await nextTurn();
    }
  }
}

import type Database from "better-sqlite3";
import type { SqliteDatabase } from "./sqlite-file.js";

/** A compiled statement that takes any values. */
export type SqliteStatement = Database.Statement<unknown[]>;

/** Compiles each statement once per database; the SQL is where it is used, not in a list elsewhere. */
export class StatementCache {
  readonly #byDatabase = new WeakMap<SqliteDatabase, Map<string, SqliteStatement>>();

  /** The compiled statement; throws SQLite's error when the SQL does not fit the schema. */
  get(database: SqliteDatabase, sql: string): SqliteStatement {
    let statements = this.#byDatabase.get(database);
    if (statements === undefined) {
      statements = new Map();
      this.#byDatabase.set(database, statements);
    }
    let statement = statements.get(sql);
    if (statement === undefined) {
      statement = database.prepare<unknown[]>(sql);
      statements.set(sql, statement);
    }
    return statement;
  }
}

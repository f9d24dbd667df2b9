import Libsql from "libsql";
import { driverError } from "./driver-error.js";

/** What may enter or leave the database. Anything else would end the process inside libsql. */
export type SqlValue = string | number | bigint | Buffer | null;

/** A row, in the order of the selected columns. */
export type SqlRow = readonly SqlValue[];

/** The few things a journal needs of an embedded SQL database. Throws `JournalError` only. */
export interface Driver {
  readonly path: string;
  exec(sql: string): void;
  /** All rows. Select text columns as `CAST(x AS BLOB)`: see `openDriver`. */
  all(sql: string, parameters?: readonly SqlValue[]): readonly SqlRow[];
  /** Runs a statement; returns how many rows changed. */
  run(sql: string, parameters?: readonly SqlValue[]): number;
  /** Runs the work as one unit: all of it is written durably, or none of it. */
  transaction<T>(work: () => T): T;
  close(): void;
}

export interface DriverOptions {
  /**
   * `NORMAL` (the default) survives the death of the process; `FULL` also survives a loss of
   * power, and is right where every row was paid for. A commit costs about ten times as much.
   */
  readonly synchronous?: "NORMAL" | "FULL";
  /** Also reads a file that is shorter than its header says: for salvage only. */
  readonly evenIfCut?: boolean;
}

/** How long to wait for another process that is writing. */
const BUSY_MILLISECONDS = 5000;
/**
 * How long the write-ahead log grows before its pages go into the database: 32 MB. Keys are hashes, so that every
 * commit touches pages all over; the longer the log, the more of these writes fall on the same page.
 */
const LOG_PAGES = 8000;

/**
 * Opens (or creates) a database file through libsql, stepping around its traps: a lone Buffer,
 * `null`, a boolean or `undefined` as a parameter, and TEXT that is not UTF-8 in a result all end
 * the whole process; missing parameters silently bind NULL; rows as objects carry a stray
 * `_metadata`; errors from opening have no code; statements that are not reused leak. Hence
 * parameters only as one checked array, rows only as arrays, statements kept, text read as bytes.
 */
export function openDriver(path: string, options: DriverOptions = {}): Driver {
  const guarded = <T>(work: () => T): T => {
    try {
      return work();
    } catch (cause) {
      throw driverError(cause, path);
    }
  };
  const database = guarded(() => new Libsql(path));
  const statements = new Map<string, Libsql.Statement<SqlValue[][]>>();

  const prepare = (sql: string) => {
    let statement = statements.get(sql);
    if (!statement) {
      statement = database.prepare<SqlValue[][]>(sql);
      statements.set(sql, statement);
    }
    return statement;
  };
  const driver: Driver = {
    path,
    exec: (sql) => guarded(() => void database.exec(sql)),
    all: (sql, parameters = []) =>
      guarded(() => prepare(sql).raw().all(checked(parameters, sql)) as SqlRow[]),
    run: (sql, parameters = []) =>
      guarded(() => prepare(sql).run(checked(parameters, sql)).changes),
    transaction: (work) => {
      driver.exec("BEGIN IMMEDIATE");
      try {
        const result = work();
        driver.exec("COMMIT");
        return result;
      } catch (cause) {
        // After a full disk SQLite has rolled back by itself.
        if (database.inTransaction) driver.exec("ROLLBACK");
        throw cause;
      }
    },
    close: () => {
      statements.clear();
      guarded(() => void database.close());
    },
  };
  // In this mode SQLite trusts the file's size instead of its header; it must come first.
  if (options.evenIfCut) driver.exec("PRAGMA writable_schema=ON");
  driver.exec(`PRAGMA busy_timeout=${BUSY_MILLISECONDS}`);
  driver.exec(`PRAGMA synchronous=${options.synchronous ?? "NORMAL"}`);
  driver.all(`PRAGMA wal_autocheckpoint=${LOG_PAGES}`);
  return driver;
}

function checked(parameters: readonly SqlValue[], sql: string): SqlValue[] {
  for (const value of parameters) {
    const kind = typeof value;
    const fits = kind === "string" || kind === "number" || kind === "bigint" || value === null;
    if (!fits && !Buffer.isBuffer(value))
      throw new TypeError(`a database parameter cannot be ${kind}: ${sql}`);
  }
  const wanted = placeholders(sql);
  if (wanted !== parameters.length)
    throw new TypeError(
      `${wanted} database parameters are needed, ${parameters.length} came: ${sql}`,
    );
  return [...parameters];
}

const PLACEHOLDERS = new Map<string, number>();

function placeholders(sql: string): number {
  let count = PLACEHOLDERS.get(sql);
  if (count === undefined) {
    count = sql.split("?").length - 1;
    PLACEHOLDERS.set(sql, count);
  }
  return count;
}

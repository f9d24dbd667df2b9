import type { Driver } from "./driver.js";
import { JournalError, SALVAGE } from "./journal-error.js";
import { TABLES } from "./row-table.js";

/** The format this version writes, and the newest it reads. */
export const JOURNAL_FORMAT = 1;

/**
 * Makes sure that a database file is a journal of our format: a new file gets its tables, a
 * journal is left as it is, anything else is refused and not touched.
 */
export function prepareSchema(driver: Driver): void {
  const tables = tableNames(driver);
  if (tables.length === 0) {
    createTables(driver);
    return;
  }
  if (!tables.includes("meta") || !TABLES.every((table) => tables.includes(table)))
    throw new JournalError(
      "notJournal",
      driver.path,
      "is a database, but not a journal of Value Compass. Name another file",
    );
  // The database's own check reads trees, not the words that describe a table.
  if (!isAsCreated(driver))
    throw new JournalError("damaged", driver.path, `describes its tables wrongly. ${SALVAGE}`);
  const found = driver.all("SELECT CAST(value AS BLOB) FROM meta WHERE name = 'format'");
  const format = Number(String(found[0]?.[0] ?? ""));
  if (!Number.isInteger(format) || format < 1)
    throw new JournalError("damaged", driver.path, `does not say its format. ${SALVAGE}`);
  if (format > JOURNAL_FORMAT)
    throw new JournalError(
      "newer",
      driver.path,
      `was written by a newer Value Compass (format ${format}, this one reads up to ` +
        `${JOURNAL_FORMAT}). Update value-compass`,
    );
}

/** What makes the tables, in this order. */
const CREATING: readonly string[] = [
  "CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL)",
  ...TABLES.map(
    (table) =>
      `CREATE TABLE ${table} (id INTEGER PRIMARY KEY, key ${table === "attempt" ? "" : "UNIQUE"} NOT NULL,
         payload TEXT NOT NULL, sum BLOB NOT NULL)`,
  ),
  "CREATE TABLE aside (id INTEGER PRIMARY KEY, origin, key, payload, sum)",
];

/** Whether every table is described in the words that made it. */
function isAsCreated(driver: Driver): boolean {
  const plain = (sql: string) => sql.replace(/\s+/g, " ");
  const rows = driver.all("SELECT CAST(sql AS BLOB) FROM sqlite_master WHERE type = 'table'");
  const found = new Set(rows.map((row) => plain(String(row[0]))));
  return CREATING.every((sql) => found.has(plain(sql)));
}

function createTables(driver: Driver): void {
  driver.transaction(() => {
    // Another process may have been quicker.
    if (tableNames(driver).length > 0) return;
    for (const sql of CREATING) driver.exec(sql);
    driver.exec(`INSERT INTO meta (name, value) VALUES ('format', '${JOURNAL_FORMAT}')`);
  });
}

function tableNames(driver: Driver): string[] {
  const rows = driver.all("SELECT CAST(name AS BLOB) FROM sqlite_master WHERE type = 'table'");
  return rows.map((row) => String(row[0])).filter((name) => !name.startsWith("sqlite_"));
}

import type { Driver, SqlRow, SqlValue } from "./driver.js";
import { rowChecksum } from "./row-checksum.js";

/** The tables of a journal; all have the columns id, key, payload and sum. */
export const TABLES = ["call", "verdict", "decision", "attempt"] as const;
export type TableName = (typeof TABLES)[number];

/** A row as it lies in the file. `intact` is false when its checksum fails. */
export interface StoredRow {
  readonly id: number;
  readonly key: string;
  readonly payload: string;
  readonly intact: boolean;
}

/** One table of a journal, as keys and payloads. */
export interface RowTable {
  readonly name: TableName;
  /** The intact payloads among these keys. */
  find(keys: readonly string[]): Map<string, string>;
  /**
   * Writes in one transaction. A key that is taken keeps its first payload, unless that was
   * damaged.
   */
  put(rows: readonly (readonly [key: string, payload: string])[]): void;
  /** Writes in one transaction, in the place of what stands under a key. */
  replace(rows: readonly (readonly [key: string, payload: string])[]): void;
  /** Every row in the order of writing, damaged ones too. */
  scan(): Generator<StoredRow>;
  /** Up to `limit` rows from an id upward. */
  range(from: number, limit: number): StoredRow[];
  /** The row with an id, found through the tree alone; `null` when there is none. */
  byId(id: number): StoredRow | null;
  count(): number;
  /** Counts a row as damaged: the next `put` under its key replaces it. */
  markDamaged(key: string): void;
  /** Distinct keys of damaged rows met so far, replaced or not. */
  damaged(): number;
}

/** Sizes of one lookup: a statement is kept for each, and the last one is padded with NULL. */
const LOOKUPS = [1, 32, 500] as const;
const SCAN_STEP = 1000;

/**
 * The columns of a row as bytes: TEXT that is not UTF-8 would end the process (see `openDriver`).
 */
export const COLUMNS = "id, CAST(key AS BLOB), CAST(payload AS BLOB), CAST(sum AS BLOB)";

export function rowTable(driver: Driver, name: TableName): RowTable {
  const damaged = new Set<string>();
  const replaceable = new Set<string>();
  const markDamaged = (key: string) => {
    damaged.add(key);
    replaceable.add(key);
  };
  const replace = `INSERT INTO ${name} (key, payload, sum) VALUES (?, ?, ?)
    ON CONFLICT (key) DO UPDATE SET payload = excluded.payload, sum = excluded.sum`;
  const insert = `INSERT OR IGNORE INTO ${name} (key, payload, sum) VALUES (?, ?, ?)`;
  const lookups = new Map(LOOKUPS.map((size) => [size, lookup(name, size)]));
  const stored = (key: string): SqlValue => (name === "decision" ? key : hexKey(key));

  const read = (row: SqlRow): StoredRow => {
    const [id, key, payload, sum] = row;
    const text = Buffer.isBuffer(payload) ? payload.toString("utf8") : "";
    const named = Buffer.isBuffer(key) ? key.toString(name === "decision" ? "utf8" : "hex") : "";
    const intact = Buffer.isBuffer(sum) && sum.equals(rowChecksum(name, named, text));
    return { id: Number(id), key: named, payload: text, intact };
  };

  const range = (from: number, limit: number) =>
    driver
      .all(`SELECT ${COLUMNS} FROM ${name} WHERE id >= ? ORDER BY id LIMIT ?`, [from, limit])
      .map(read);

  return {
    name,
    find: (keys) => {
      const found = new Map<string, string>();
      for (let start = 0; start < keys.length; ) {
        const size = LOOKUPS.find((each) => keys.length - start <= each) ?? LOOKUPS[2];
        const chunk = keys.slice(start, start + size).map(stored);
        const padding = new Array<null>(size - chunk.length).fill(null);
        for (const row of driver.all(lookups.get(size) ?? "", [...chunk, ...padding])) {
          const { key, payload, intact } = read(row);
          if (intact) found.set(key, payload);
          else markDamaged(key);
        }
        start += size;
      }
      return found;
    },
    put: (rows) => {
      if (rows.length === 0) return;
      driver.transaction(() => {
        for (const [key, payload] of rows) {
          if (replaceable.has(key)) setAside(driver, name, stored(key));
          driver.run(insert, [stored(key), payload, rowChecksum(name, key, payload)]);
        }
      });
      for (const [key] of rows) replaceable.delete(key);
    },
    replace: (rows) => {
      if (rows.length === 0) return;
      driver.transaction(() => {
        for (const [key, payload] of rows)
          driver.run(replace, [stored(key), payload, rowChecksum(name, key, payload)]);
      });
      for (const [key] of rows) replaceable.delete(key);
    },
    range,
    byId: (id) => {
      const rows = driver.all(`SELECT ${COLUMNS} FROM ${name} WHERE id = ?`, [id]);
      return rows.length > 0 ? read(rows[0]) : null;
    },
    *scan() {
      for (let next = 0; ; ) {
        const rows = range(next, SCAN_STEP);
        yield* rows;
        if (rows.length < SCAN_STEP) return;
        next = rows[rows.length - 1].id + 1;
      }
    },
    count: () => Number(driver.all(`SELECT COUNT(*) FROM ${name}`)[0][0]),
    markDamaged,
    damaged: () => damaged.size,
  };
}

function lookup(name: TableName, size: number): string {
  const marks = new Array<string>(size).fill("?").join();
  return `SELECT ${COLUMNS} FROM ${name} WHERE key IN (${marks})`;
}

/** Whether a text is a content key: 64 hexadecimal digits. */
export function isContentKey(key: string): boolean {
  return /^[0-9a-f]{64}$/.test(key);
}

function hexKey(key: string): Buffer {
  if (!isContentKey(key))
    throw new RangeError(`a content key has 64 hexadecimal digits: ${JSON.stringify(key)}`);
  return Buffer.from(key, "hex");
}

function setAside(driver: Driver, name: TableName, key: SqlValue): void {
  driver.run(
    `INSERT INTO aside (origin, key, payload, sum) SELECT '${name}', key, payload, sum
     FROM ${name} WHERE key = ?`,
    [key],
  );
  driver.run(`DELETE FROM ${name} WHERE key = ?`, [key]);
}

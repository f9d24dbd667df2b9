import { existsSync } from "node:fs";
import type { SalvageReport } from "../../ports/store.js";
import { freeName, moveDatabase, removeDatabase } from "./database-files.js";
import { type Driver, openDriver } from "./driver.js";
import { JournalError, type JournalProblem } from "./journal-error.js";
import { mendLog } from "./mend-log.js";
import { prepareSchema } from "./prepare-schema.js";
import { COLUMNS, type RowTable, rowTable, type StoredRow, TABLES } from "./row-table.js";
import { transplantFirstPage } from "./transplant-first-page.js";

/** Rows that are read in one go; after a broken page its rows are tried one by one. */
const STEP = 500;

/** Problems that a broken file shows; `other` is a table list that has lost its sense. */
const UNREADABLE: readonly JournalProblem[] = ["damaged", "notDatabase", "notJournal", "other"];

/**
 * Rescues a journal whose file is broken: every row that can still be read and whose checksum
 * holds goes into a new file under the old name; the broken file is kept beside it as
 * `<name>.broken-1` (or the next free number). Rows that are lost are simply absent: a run asks
 * for them again.
 *
 * A damaged write-ahead log is mended first (`mendLog`). The file is read twice: as its first page describes it, and as a fresh journal's first page would. The
 * reading that keeps more rows counts.
 *
 * Throws `JournalError`, and leaves the file where it is, when there is no such file, when
 * nothing in it can be read, or when the folder cannot be written.
 */
export function salvageJournal(path: string): SalvageReport {
  if (!existsSync(path))
    throw new JournalError("cannotOpen", path, "does not exist, so nothing can be salvaged");
  const log = mendLog(path);
  const places = [`${path}.salvage`, `${path}.salvage-fresh`];
  try {
    const [own, fresh] = [copyFrom, copyFromTransplant].map((copy, n) =>
      copyInto(places[n], (target) => copy(path, target)),
    );
    const isFresh = rowsOf(fresh) > rowsOf(own);
    const copied = isFresh ? fresh : own;
    if (!copied)
      throw new JournalError(
        "notDatabase",
        path,
        "holds nothing that can be read. Put it elsewhere and import an export, or begin anew",
      );
    const brokenFile = freeName(path);
    moveDatabase(path, brokenFile);
    moveDatabase(places[isFresh ? 1 : 0], path);
    return { ...copied, brokenFile, log };
  } finally {
    for (const place of places) removeDatabase(place);
  }
}

/** Fills a fresh journal; `null` when nothing could be read. */
function copyInto(place: string, copy: (target: Driver) => Copied | null): Copied | null {
  removeDatabase(place);
  const target = openDriver(place);
  try {
    prepareSchema(target);
    return copy(target);
  } finally {
    target.close();
  }
}

function rowsOf(copied: Copied | null): number {
  return copied ? Object.values(copied.kept).reduce((sum, count) => sum + count, 0) : -1;
}

type Copied = Omit<SalvageReport, "brokenFile" | "log">;

/** Copies what can be read; `null` when not even the list of tables can. */
function copyFrom(path: string, target: Driver): Copied | null {
  const source = openBroken(path);
  if (!source) return null;
  try {
    return copyTables(source, target);
  } finally {
    source.close();
  }
}

/**
 * Opens a broken journal as far as it goes; one that is sound but newer is none of our business.
 */
function openBroken(path: string): Driver | null {
  let driver: Driver | null = null;
  try {
    driver = openDriver(path, { evenIfCut: true });
    // Where the list of tables is lost, none must be made over what is there.
    if (driver.all("SELECT 1 FROM sqlite_master LIMIT 1").length === 0) {
      driver.close();
      return null;
    }
    refuseNewer(driver);
    // A table may be listed and yet be unknown; asking for no rows tells.
    for (const table of TABLES) driver.all(`SELECT ${COLUMNS} FROM ${table} LIMIT 0`);
    return driver;
  } catch (error) {
    driver?.close();
    if (error instanceof JournalError && UNREADABLE.includes(error.problem)) return null;
    throw error;
  }
}

/** A page that no longer says the format says nothing about the rows in the others. */
function refuseNewer(driver: Driver): void {
  try {
    prepareSchema(driver);
  } catch (error) {
    if (!(error instanceof JournalError && error.problem === "damaged")) throw error;
  }
}

/** Copies from a copy of the file whose first page is a fresh journal's. */
function copyFromTransplant(path: string, target: Driver): Copied | null {
  const repaired = `${path}.repaired`;
  try {
    transplantFirstPage(path, repaired);
    const copied = copyFrom(repaired, target);
    // Where nothing at all fits the borrowed list, the file was no journal of ours.
    return rowsOf(copied) > 0 ? copied : null;
  } finally {
    removeDatabase(repaired);
  }
}

function copyTables(source: Driver, target: Driver): Copied {
  const kept = { call: 0, verdict: 0, decision: 0, attempt: 0 };
  let damaged = 0;
  let missing = 0;
  for (const name of TABLES) {
    const into = rowTable(target, name);
    let seen = 0;
    let greatest = 0;
    for (const rows of readable(source, name)) {
      const sound = rows.filter((row) => row.intact);
      into.put(sound.map((row) => [row.key, row.payload]));
      damaged += rows.length - sound.length;
      seen += rows.length;
      greatest = Math.max(greatest, rows.at(-1)?.id ?? 0);
    }
    missing += greatest - seen;
    kept[name] = into.count();
  }
  const { call, verdict, decision, attempt } = kept;
  const counts = { replies: call, verdicts: verdict, decisions: decision, attempts: attempt };
  return { kept: counts, damaged, missing };
}

function* readable(driver: Driver, name: RowTable["name"]): Generator<StoredRow[]> {
  const table = rowTable(driver, name);
  const last = lastId(driver, name);
  for (let from = 0; from <= last; ) {
    const rows = attempt(() => table.range(from, STEP));
    if (rows) {
      yield rows;
      if (rows.length < STEP) return;
      from = rows[rows.length - 1].id + 1;
    } else {
      yield oneByOne(table, from, Math.min(last, from + STEP - 1));
      from += STEP;
    }
  }
}

function oneByOne(table: RowTable, from: number, to: number): StoredRow[] {
  const rows: StoredRow[] = [];
  for (let id = from; id <= to; id++) {
    const row = attempt(() => table.byId(id));
    if (row) rows.push(row);
  }
  return rows;
}

/** The greatest id, or a bound on it from the file's size when the tree's end is broken. */
function lastId(driver: Driver, name: string): number {
  const found = attempt(() => driver.all(`SELECT MAX(id) FROM ${name}`)[0][0]);
  if (found !== null) return Number(found ?? -1);
  const pages = Number(attempt(() => driver.all("PRAGMA page_count")[0][0]) ?? 0);
  const size = Number(attempt(() => driver.all("PRAGMA page_size")[0][0]) ?? 0);
  // No row is shorter than its 32-byte key, its 8-byte sum and a few bytes of payload.
  return Math.floor((pages * size) / 44);
}

function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof JournalError && error.problem === "damaged") return null;
    throw error;
  }
}

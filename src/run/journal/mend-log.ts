import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import type { LogDamage } from "../../ports/store.js";
import { freeName } from "./database-files.js";
import { driverError } from "./driver-error.js";
import { type LogReading, readLog } from "./read-log.js";

/** What a journal's write-ahead log holds; `null` where there is none, as after every tidy end. */
export function logOf(path: string): LogReading | null {
  const name = logName(path);
  return existsSync(name) ? readLog(readFileSync(name), () => pageSizeOf(path)) : null;
}

/**
 * Whether a journal's write-ahead log is damaged. A log that another process is writing may look so
 * for a moment: what counts is what two looks in a row find.
 */
export function isLogDamaged(path: string): boolean {
  const first = logOf(path);
  return first !== null && first.damaged > 0 && (logOf(path)?.damaged ?? 0) > 0;
}

/**
 * Puts a damaged write-ahead log aside, as `<name>-wal.broken-1` or the next free number, and one in
 * its place that the database reads to its end. Nobody else may have the journal open.
 *
 * @returns what was damaged; `null` when nothing was, and nothing has been touched
 * @throws {JournalError} when the folder cannot be written
 */
export function mendLog(path: string): LogDamage | null {
  try {
    const reading = logOf(path);
    if (!reading || reading.damaged === 0) return null;
    const name = logName(path);
    const aside = freeName(name);
    copyFileSync(name, aside);
    const draft = `${name}.mended`;
    writeThrough(draft, reading.mended);
    // The index of the log describes the damaged one; it is made anew.
    rmSync(`${path}-shm`, { force: true });
    renameSync(draft, name);
    return { places: reading.damaged, unread: reading.unread, brokenLog: aside };
  } catch (cause) {
    throw driverError(cause, path);
  }
}

function logName(path: string): string {
  return `${path}-wal`;
}

function writeThrough(path: string, bytes: Buffer): void {
  const file = openSync(path, "w");
  try {
    writeSync(file, bytes);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Where an SQLite header says the size of a page; 1 stands for 65,536. */
const PAGE_SIZE_OFFSET = 16;
const USUAL_PAGE_SIZE = 4096;

/**
 * Opening the database file by hand and closing it again drops every lock that this process holds on
 * it (POSIX), so this is for a log that cannot be read without.
 */
function pageSizeOf(path: string): number {
  const bytes = Buffer.alloc(2);
  // A folder in the journal's place is refused by the driver, which says what it is.
  if (statSync(path, { throwIfNoEntry: false })?.isFile()) {
    const file = openSync(path, "r");
    readSync(file, bytes, 0, 2, PAGE_SIZE_OFFSET);
    closeSync(file);
  }
  const size = bytes.readUInt16BE();
  return size === 1 ? 65_536 : size >= 512 && (size & (size - 1)) === 0 ? size : USUAL_PAGE_SIZE;
}

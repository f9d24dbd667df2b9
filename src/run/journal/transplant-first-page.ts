import { closeSync, copyFileSync, openSync, readFileSync, statSync, writeSync } from "node:fs";
import { removeDatabase } from "./database-files.js";
import { openDriver } from "./driver.js";
import { logOf } from "./mend-log.js";
import { prepareSchema } from "./prepare-schema.js";

/**
 * Copies a journal whose first page is lost and gives the copy that of a fresh journal. The first
 * page lists the tables and where they begin; it says the same in every journal, so a fresh one's
 * can stand in. Pages of its write-ahead log are put into the copy.
 */
export function transplantFirstPage(path: string, copy: string): void {
  const fresh = `${path}.fresh`;
  removeDatabase(copy);
  removeDatabase(fresh);
  try {
    copyFileSync(path, copy);
    const firstPage = freshFirstPage(fresh);
    writeLog(copy, logOf(path)?.pages ?? []);
    writeFirstPage(copy, firstPage);
  } finally {
    removeDatabase(fresh);
  }
}

function freshFirstPage(path: string): Buffer {
  const template = openDriver(path);
  prepareSchema(template);
  const pageSize = Number(template.all("PRAGMA page_size")[0][0]);
  template.close();
  return readFileSync(path).subarray(0, pageSize);
}

/** Puts the newest pages, which stand in the log alone, into the file itself. */
function writeLog(path: string, pages: NonNullable<ReturnType<typeof logOf>>["pages"]): void {
  const file = openSync(path, "r+");
  try {
    for (const { page, content } of pages)
      writeSync(file, content, 0, content.length, (page - 1) * content.length);
  } finally {
    closeSync(file);
  }
}

/** Where an SQLite header counts the pages of the file. */
const PAGE_COUNT_OFFSET = 28;

function writeFirstPage(path: string, page: Buffer): void {
  const own = Buffer.from(page);
  own.writeUInt32BE(Math.floor(statSync(path).size / page.length), PAGE_COUNT_OFFSET);
  const file = openSync(path, "r+");
  try {
    writeSync(file, own, 0, own.length, 0);
  } finally {
    closeSync(file);
  }
}

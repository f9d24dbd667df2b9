import { closeSync, copyFileSync, openSync, readFileSync, statSync, writeSync } from "node:fs";
import { removeDatabase } from "./database-files.js";
import { openDriver } from "./driver.js";
import { prepareSchema } from "./prepare-schema.js";

/**
 * Copies a journal whose first page is lost and gives the copy that of a fresh journal. The first
 * page lists the tables and where they begin; it says the same in every journal, so a fresh one's
 * can stand in.
 */
export function transplantFirstPage(path: string, copy: string): void {
  const fresh = `${path}.fresh`;
  removeDatabase(copy);
  removeDatabase(fresh);
  try {
    copyFileSync(path, copy);
    writeFirstPage(copy, freshFirstPage(fresh));
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

import { closeSync, createReadStream, openSync, renameSync, writeSync } from "node:fs";
import { createInterface } from "node:readline";
import { z } from "zod";
import type { Driver } from "./driver.js";
import { JournalError } from "./journal-error.js";
import { openSound } from "./open-sound.js";
import { JOURNAL_FORMAT } from "./prepare-schema.js";
import { rowChecksum } from "./row-checksum.js";
import { isContentKey, rowTable, TABLES } from "./row-table.js";

/** What an export wrote. */
export interface ExportReport {
  readonly rows: number;
  /** Altered rows, which were left out. */
  readonly damaged: number;
}

/** What an import found. */
export interface ImportReport {
  readonly rows: number;
  /** Rows that were new to the journal. */
  readonly added: number;
  /** Lines that were not used, and why. */
  readonly bad: readonly { readonly line: number; readonly problem: string }[];
}

const KIND = "value-compass journal";
const Header = z.object({ kind: z.literal(KIND), format: z.int().positive() });
const Line = z.object({
  table: z.enum(TABLES),
  key: z.string(),
  payload: z.string(),
  sum: z.string(),
});
type Line = z.infer<typeof Line>;

/** Bytes to collect before they are written. */
const CHUNK = 1 << 20;
const BATCH = 500;

/**
 * Writes a journal as JSON lines: a header, then every sound row with its checksum, in the order
 * of writing. The file appears under its name only when it is complete.
 */
export function exportJsonl(journalPath: string, jsonlPath: string): ExportReport {
  const driver = openSound(journalPath, {});
  const draft = `${jsonlPath}.part`;
  let rows = 0;
  let damaged = 0;
  try {
    const file = openSync(draft, "w");
    try {
      let text = `${JSON.stringify({ kind: KIND, format: JOURNAL_FORMAT })}\n`;
      for (const table of TABLES) {
        for (const { key, payload, intact } of rowTable(driver, table).scan()) {
          if (intact) {
            const sum = rowChecksum(table, key, payload).toString("hex");
            text += `${oneLine({ table, key, payload, sum })}\n`;
            rows++;
          } else damaged++;
          if (text.length >= CHUNK) {
            writeSync(file, text);
            text = "";
          }
        }
      }
      writeSync(file, text);
    } finally {
      closeSync(file);
    }
  } finally {
    driver.close();
  }
  renameSync(draft, jsonlPath);
  return { rows, damaged };
}

/**
 * Reads an export into a journal, which is begun if need be. Rows that the journal has are left
 * as they are; a line that is cut or altered is reported with its number and not used.
 *
 * Throws `JournalError` when the file is not an export, or comes from a newer version.
 */
export async function importJsonl(jsonlPath: string, journalPath: string): Promise<ImportReport> {
  const driver = openSound(journalPath, {});
  try {
    return await importInto(driver, jsonlPath);
  } finally {
    driver.close();
  }
}

async function importInto(driver: Driver, jsonlPath: string): Promise<ImportReport> {
  const tables = new Map(TABLES.map((name) => [name, rowTable(driver, name)]));
  const before = countAll();
  // Attempts have no unique key: what the journal already tells of a key is not told twice.
  const told = new Set([...(tables.get("attempt")?.scan() ?? [])].map(identityOf));
  const bad: { line: number; problem: string }[] = [];
  let waiting: Line[] = [];
  let rows = 0;
  let number = 0;
  for await (const text of createInterface({ input: createReadStream(jsonlPath) })) {
    number++;
    if (number === 1) checkHeader(jsonlPath, text);
    else if (text !== "") {
      const line = parse(text);
      if (typeof line === "string") bad.push({ line: number, problem: line });
      else {
        rows++;
        if (line.table !== "attempt" || !told.has(identityOf(line))) waiting.push(line);
      }
      if (waiting.length >= BATCH) write();
    }
  }
  if (number === 0) checkHeader(jsonlPath, "");
  write();
  return { rows, added: countAll() - before, bad };

  function write(): void {
    for (const [name, table] of tables)
      table.put(waiting.filter((line) => line.table === name).map((row) => [row.key, row.payload]));
    waiting = [];
  }
  function countAll(): number {
    return [...tables.values()].reduce((sum, table) => sum + table.count(), 0);
  }
}

function identityOf({ key, payload }: { key: string; payload: string }): string {
  return `${key}${payload}`;
}

function checkHeader(path: string, text: string): void {
  const header = Header.safeParse(json(text));
  if (!header.success)
    throw new JournalError("notJournal", path, "is not an exported journal: its header is missing");
  if (header.data.format > JOURNAL_FORMAT)
    throw new JournalError(
      "newer",
      path,
      `was exported by a newer Value Compass (format ${header.data.format}). Update value-compass`,
    );
}

function parse(text: string): Line | string {
  const value = json(text);
  if (value === undefined) return "not JSON: the line was cut or altered. Export again";
  const line = Line.safeParse(value);
  const named = line.success && (line.data.table === "decision" || isContentKey(line.data.key));
  if (!named) return "not a row of a journal. Export again";
  const { table, key, payload, sum } = line.data;
  const sound = rowChecksum(table, key, payload).toString("hex") === sum;
  return sound ? line.data : "altered: its checksum does not fit. Export again";
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Line separators inside texts are escaped: many readers take them for the end of a line. */
function oneLine(line: Line): string {
  return JSON.stringify(line).replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
}

import { existsSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { JournalError, type JournalProblem, SALVAGE } from "./journal-error.js";

const MEANING: Readonly<Record<string, readonly [JournalProblem, string]>> = {
  SQLITE_READONLY: [
    "readOnly",
    "cannot be written: it or its folder is read-only. Give write permission, or copy the study",
  ],
  SQLITE_FULL: [
    "full",
    "cannot grow: the disk is full. Free some space and run again; what was written is kept",
  ],
  SQLITE_IOERR: [
    "full",
    "could not be written or read by the system. Check the disk; everything acknowledged is kept",
  ],
  SQLITE_NOTADB: ["notDatabase", "is not a journal: it does not begin like a database file"],
  SQLITE_CORRUPT: ["damaged", `is damaged. ${SALVAGE}`],
  SQLITE_BUSY: ["busy", "is held by another process. Wait for it to end, then run again"],
  SQLITE_LOCKED: ["busy", "is held by another process. Wait for it to end, then run again"],
};

/** Turns whatever the database library throws into one sentence about the file. */
export function driverError(cause: unknown, path: string): JournalError {
  if (cause instanceof JournalError) return cause;
  const said = cause instanceof Error ? cause.message : String(cause);
  // Errors from opening carry no code, only text.
  if (/unable to open|ConnectionFailed|SQLITE_CANTOPEN/i.test(`${codeOf(cause)} ${said}`))
    return new JournalError("cannotOpen", path, whyNotOpen(path), { cause });
  const known = Object.entries(MEANING).find(([code]) => codeOf(cause).startsWith(code));
  if (known) return new JournalError(known[1][0], path, known[1][1], { cause });
  if (/malformed|corrupt|unsupported file format/i.test(said))
    return new JournalError("damaged", path, MEANING.SQLITE_CORRUPT[1], { cause });
  return new JournalError("other", path, `the database refused: ${said}`, { cause });
}

function codeOf(cause: unknown): string {
  const code = cause instanceof Error && "code" in cause ? cause.code : "";
  return typeof code === "string" ? code : "";
}

function whyNotOpen(path: string): string {
  if (!existsSync(dirname(path))) return "cannot be opened: its folder does not exist. Create it";
  if (existsSync(path) && statSync(path).isDirectory())
    return "cannot be opened: it is a folder. Name a file";
  return "cannot be opened or created. Check that you may read and write it and its folder";
}

import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { InputError } from "../ports/input-error.js";

/**
 * Writes a file whole or not at all: beside its place first, then moved there. What stood there before stays until
 * the new text is complete.
 *
 * @throws InputError when the folder cannot be written or the disk is full
 */
export function writeWhole(path: string, text: string): void {
  const partial = `${path}.part`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(partial, text);
    renameSync(partial, path);
  } catch (error) {
    discard(partial);
    throw unwritable(path, error);
  }
}

function discard(partial: string): void {
  try {
    rmSync(partial, { force: true });
  } catch {
    // It was never made: what is wrong with its folder is told by the error above.
  }
}

/** Says in one line why something could not be written. */
export function unwritable(path: string, error: unknown): InputError {
  const code = (error as NodeJS.ErrnoException).code ?? String(error);
  const full = code === "ENOSPC" || code === "EDQUOT";
  return new InputError(
    {
      where: path,
      problem: full ? "cannot be written: the disk is full" : "cannot be written",
      arrived: code,
      fix: full
        ? "free some space and run again; what was journaled is kept"
        : "check the folder's permissions, or name another folder",
    },
    { cause: error },
  );
}

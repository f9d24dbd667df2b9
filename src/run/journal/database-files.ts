import { existsSync, renameSync, rmSync } from "node:fs";

/** A database is up to three files: itself, its write-ahead log, and an index of that log. */
const PARTS = ["", "-wal", "-shm"] as const;

/** Renames a database with everything that belongs to it. */
export function moveDatabase(from: string, to: string): void {
  for (const part of PARTS) {
    rmSync(`${to}${part}`, { force: true });
    if (existsSync(`${from}${part}`)) renameSync(`${from}${part}`, `${to}${part}`);
  }
}

/** A name that nothing has yet: `<path>.broken-1`, or the next free number. */
export function freeName(path: string): string {
  for (let number = 1; ; number++) {
    const name = `${path}.broken-${number}`;
    if (!existsSync(name)) return name;
  }
}

/** Deletes a database with everything that belongs to it, if it is there. */
export function removeDatabase(path: string): void {
  for (const part of PARTS) rmSync(`${path}${part}`, { force: true });
}

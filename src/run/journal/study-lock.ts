import { randomUUID } from "node:crypto";
import { linkSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { JournalError } from "./journal-error.js";

/** The right to run a study; give it back when done. */
export interface StudyLock {
  /**
   * Gives the study free. Safe to call twice; a lock that another process took over is left
   * alone.
   */
  release(): void;
}

/** Another process is running the study. */
export class StudyLockedError extends Error {
  override readonly name = "StudyLockedError";
  constructor(
    readonly file: string,
    readonly pid: number,
    readonly host: string,
    readonly elsewhere: boolean,
  ) {
    const holder = `process ${pid}${elsewhere ? ` on ${host}` : ""}`;
    const advice = elsewhere
      ? `wait for it, or stop it there; if it is gone, delete ${file}`
      : pid === process.pid
        ? "this very process began it and has not ended it: wait for that run, or cancel it"
        : "wait for it to end, or stop it; then run again";
    super(`${file}: this study is already being run by ${holder}: ${advice}`);
  }
}

const Holder = z.object({
  pid: z.int().positive(),
  host: z.string(),
  /** When the process began, as the system counts it; tells a reused pid apart. */
  began: z.string().nullable(),
  token: z.string(),
});
type Holder = z.infer<typeof Holder>;

const LOCK_FILE = "study.lock";

/**
 * Takes the right to run a study, so that two processes do not pay for the same cells by mistake.
 * The lock is a small file naming its holder; one whose holder has died on this machine is taken
 * over.
 *
 * @param folder  the study's folder, which must exist
 * @throws {StudyLockedError} when a living process holds it, or one on another machine
 * @throws {JournalError} when the folder cannot be written
 */
export function lockStudy(folder: string): StudyLock {
  const file = join(folder, LOCK_FILE);
  const own: Holder = {
    pid: process.pid,
    host: hostname(),
    began: beginningOf(process.pid),
    token: randomUUID(),
  };
  // Each pass either takes the lock, refuses, or clears away one dead holder's file.
  for (;;) {
    if (create(file, own)) return { release: () => releaseOwn(file, own.token) };
    const text = readText(file);
    if (text === null) continue;
    const holder = parse(text);
    if (holder && isAlive(holder)) {
      throw new StudyLockedError(file, holder.pid, holder.host, holder.host !== hostname());
    }
    clearAway(file, text);
  }
}

/**
 * Writes the whole file under another name and links it into place, so that no one reads half of
 * it.
 */
function create(file: string, own: Holder): boolean {
  const draft = `${file}.${own.token}`;
  try {
    writeFileSync(draft, `${JSON.stringify(own)}\n`);
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    const why = `cannot be written (${codeOf(error)}). Check the study folder and the disk`;
    throw new JournalError("readOnly", file, why, { cause: error });
  } finally {
    rmSync(draft, { force: true });
  }
}

/** A clearing takes microseconds; one that is older than this was cut short by a crash. */
const CLEARING_MILLISECONDS = 10_000;

/**
 * Removes a dead holder's file, unless another process has done so and taken the lock meanwhile. Only
 * one process at a time may clear, or a slow one would remove the lock of a quick one.
 */
function clearAway(file: string, stale: string): void {
  const clearing = `${file}.clearing`;
  try {
    writeFileSync(clearing, String(process.pid), { flag: "wx" });
  } catch (error) {
    if (codeOf(error) !== "EEXIST") throw error;
    const age = Date.now() - (statSync(clearing, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > CLEARING_MILLISECONDS) rmSync(clearing, { force: true });
    pause();
    return;
  }
  try {
    if (readText(file) === stale) rmSync(file, { force: true });
  } finally {
    rmSync(clearing, { force: true });
  }
}

/** Gives another process five milliseconds. */
function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
}

function releaseOwn(file: string, token: string): void {
  const text = readText(file);
  if (text !== null && parse(text)?.token === token) rmSync(file, { force: true });
}

function isAlive(holder: Holder): boolean {
  // From here no one can tell whether a process on another machine lives.
  if (holder.host !== hostname()) return true;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if (codeOf(error) === "ESRCH") return false;
  }
  return holder.began === null || beginningOf(holder.pid) === holder.began;
}

/** The start time of a process in Linux's own count; `null` where the system does not tell. */
function beginningOf(pid: number): string | null {
  const stat = readText(`/proc/${pid}/stat`);
  // The name in parentheses may hold blanks; the start time is the 20th field after it.
  return stat?.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? null;
}

function parse(text: string): Holder | null {
  try {
    return Holder.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

function readText(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (codeOf(error) === "ENOENT" || codeOf(error) === "ESRCH") return null;
    throw error;
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}

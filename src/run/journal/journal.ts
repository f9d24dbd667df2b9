import type {
  AttemptRow,
  Journal,
  KeptAnswer,
  LogDamage,
  SalvageReport,
} from "../../ports/store.js";
import type { Reply } from "../../records/reply.js";
import { decodeAttempt, encodeAttempt } from "./attempt-codec.js";
import type { Driver, DriverOptions } from "./driver.js";
import { JournalError } from "./journal-error.js";
import { logOf, mendLog } from "./mend-log.js";
import { openSound } from "./open-sound.js";
import { decodeReply, encodeReply } from "./reply-codec.js";
import { type RowTable, rowTable } from "./row-table.js";
import { salvageJournal } from "./salvage.js";
import { decodeVerdict, encodeVerdict } from "./verdict-codec.js";

export interface JournalOptions extends DriverOptions {
  /**
   * What to do with a file whose structure is broken: `fail` (the default) throws a
   * `JournalError` with problem `damaged`; `salvage` puts it aside and opens a new one with its
   * sound rows.
   */
  readonly onDamage?: "fail" | "salvage";
}

/**
 * Opens the journal of a study, or begins one. Lock the study first (`lockStudy`): the file
 * itself bears several processes, but two of them would pay for the same cells.
 *
 * Throws `JournalError` when the file cannot be opened or written, is not a journal, is damaged,
 * or was written by a newer version.
 */
export function openJournal(path: string, options: JournalOptions = {}): Journal {
  try {
    const unfinished = logOf(path)?.unfinished ?? false;
    return journalOver(openSound(path, options), { unfinished });
  } catch (error) {
    if (!(error instanceof JournalError) || options.onDamage !== "salvage") throw error;
    if (error.problem !== "damaged" && error.problem !== "notDatabase") throw error;
    const log = mendLog(path);
    const driver = log && openIfSound(path, options);
    if (driver) return journalOver(driver, { log });
    const salvage = { ...salvaged(path, error), log };
    return journalOver(openSound(path, options), { salvage });
  }
}

/** Where only the log was damaged, mending it is all there is to do. */
function openIfSound(path: string, options: JournalOptions): Driver | null {
  try {
    return openSound(path, options);
  } catch (error) {
    if (error instanceof JournalError && error.problem === "damaged") return null;
    throw error;
  }
}

/** What could be rescued; a file that holds no row of ours is refused for what was wrong with it. */
function salvaged(path: string, refusal: JournalError): SalvageReport {
  try {
    return salvageJournal(path);
  } catch (error) {
    if (error instanceof JournalError && error.problem === "notDatabase") throw refusal;
    throw error;
  }
}

/** What there is to say of a sound file. */
const SOUND = { damaged: 0, missing: 0, brokenFile: null, log: null } as const;

/** What opening a journal met. */
interface Met {
  readonly salvage?: SalvageReport;
  /** Damage to the log alone. */
  readonly log?: LogDamage;
  readonly unfinished?: boolean;
}

/** The journal over an open driver; `openJournal` is the way to get one. */
export function journalOver(driver: Driver, met: Met = {}): Journal {
  const calls = rowTable(driver, "call");
  const verdicts = rowTable(driver, "verdict");
  const decisions = rowTable(driver, "decision");
  const attempts = rowTable(driver, "attempt");
  const tables = [calls, verdicts, decisions, attempts];
  const counts = () => ({
    replies: calls.count(),
    verdicts: verdicts.count(),
    decisions: decisions.count(),
    attempts: attempts.count(),
  });
  const damaged = () => tables.reduce((sum, table) => sum + table.damaged(), 0);

  const journal: Journal = {
    salvage: met.log ? { ...SOUND, kept: counts(), log: met.log } : (met.salvage ?? null),
    unfinished: met.unfinished ?? false,
    reply: (key) => journal.replies([key]).get(key) ?? null,
    replies: (keys) => decoded<Reply>(calls, keys, decodeReply),
    putReplies: (rows) => calls.put(rows.map(({ key, reply }) => [key, encodeReply(reply)])),
    verdicts: (keys, system) =>
      decoded<KeptAnswer>(verdicts, keys, (payload) => decodeVerdict(payload, system)),
    putVerdicts: (rows, system) =>
      verdicts.put(rows.map(({ key, answer }) => [key, encodeVerdict(answer, system)])),
    reviseVerdicts: (rows, system) =>
      verdicts.replace(rows.map(({ key, answer }) => [key, encodeVerdict(answer, system)])),
    decision: (name) => decisions.find([name]).get(name) ?? null,
    putDecision: (name, value) => {
      const before = journal.decision(name);
      if (before !== null) return before;
      decisions.put([[name, value]]);
      return journal.decision(name) ?? value;
    },
    putAttempts: (rows) => attempts.put(rows.map((row) => [row.key, encodeAttempt(row)])),
    attempts: () => intactAttempts(attempts),
    counts,
    damaged,
    check: () => {
      for (const table of tables)
        for (const row of table.scan()) if (!row.intact) table.markDamaged(row.key);
      const all = counts();
      return {
        kept: {
          replies: all.replies - calls.damaged(),
          verdicts: all.verdicts - verdicts.damaged(),
          decisions: all.decisions - decisions.damaged(),
          attempts: all.attempts - attempts.damaged(),
        },
        ...SOUND,
        damaged: damaged(),
      };
    },
    close: () => {
      driver.all("PRAGMA wal_checkpoint(TRUNCATE)");
      driver.close();
    },
  };
  return journal;
}

/** Looks keys up and decodes; a payload that cannot be decoded counts as damaged. */
function decoded<T>(
  table: RowTable,
  keys: readonly string[],
  decode: (payload: string) => T,
): Map<string, T> {
  const found = new Map<string, T>();
  for (const [key, payload] of table.find(keys)) {
    const value = soundly(table, key, () => decode(payload));
    if (value) found.set(key, value);
  }
  return found;
}

function* intactAttempts(table: RowTable): Generator<AttemptRow> {
  for (const { key, payload, intact } of table.scan()) {
    if (!intact) table.markDamaged(key);
    const row = intact && soundly(table, key, () => decodeAttempt(key, payload));
    if (row) yield row;
  }
}

function soundly<T>(table: RowTable, key: string, decode: () => T): T | null {
  try {
    return decode();
  } catch {
    table.markDamaged(key);
    return null;
  }
}

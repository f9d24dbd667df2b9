import type { Reply } from "../records/reply.js";
import type { ValueSystem } from "../values/value-system.js";
import type { JudgeAnswer } from "./judge.js";

/** A verdict worth keeping. What stayed unmeasured is never journalled: it is tried again. */
export type KeptAnswer = Extract<JudgeAnswer, { kind: "judged" | "declined" }>;

/** A reply under its content key (see `askKey`): 64 hexadecimal digits. */
export interface ReplyRow {
  readonly key: string;
  readonly reply: Reply;
}

/** A verdict under its content key (see `verdictKey`): 64 hexadecimal digits. */
export interface VerdictRow {
  readonly key: string;
  readonly answer: KeptAnswer;
}

/** What a model is asked for: to be measured, to judge, or to write items. */
export type CallRole = "examinee" | "recognizer" | "writer";

/**
 * One attempt at an endpoint: the only rows that know a clock. They decide nothing; they add up.
 */
export interface AttemptRow {
  /** The content key of the reply or verdict that was wanted. */
  readonly key: string;
  readonly role: CallRole;
  /** The id of the examinee, recognizer or writer. */
  readonly who: string;
  /** When it began, in milliseconds since 1970. */
  readonly started: number;
  /** How long it took, in milliseconds. */
  readonly took: number;
  /** `answered`, or the class of the error. */
  readonly result: string;
  /** Tokens as the endpoint counted them; `null` where it said nothing. */
  readonly tokensIn: number | null;
  readonly tokensOut: number | null;
}

/** How many rows the journal holds. */
export interface JournalCounts {
  readonly replies: number;
  readonly verdicts: number;
  readonly decisions: number;
  readonly attempts: number;
}

/**
 * What a rescue found: rows kept, and rows whose checksum fails and which are therefore not used.
 */
export interface SalvageReport {
  readonly kept: JournalCounts;
  /** Altered rows: set aside, never used; what they held is asked anew. */
  readonly damaged: number;
  /** Rows that could not be read at all, as far as gaps in the numbering show them. */
  readonly missing: number;
  /** Where the broken file was put, or `null` when the file itself was sound. */
  readonly brokenFile: string | null;
  /** What was wrong with the log of the newest records, or `null` when nothing was. */
  readonly log: LogDamage | null;
}

/** What was wrong with the log in which a database keeps its newest records. */
export interface LogDamage {
  /** Damaged places; those that are not counted in `unread` were put right. */
  readonly places: number;
  /** Pages that could not be put right: records that stood there are asked for anew. */
  readonly unread: number;
  /** Where the damaged log is kept. */
  readonly brokenLog: string;
}

/**
 * The durable memory of a study (design, decision 7). What `put` has returned for survives the
 * death of the process; the first row under a key is the one that counts; an altered row is as
 * good as absent. Every method throws a `JournalError` when the file cannot be read or written.
 */
export interface Journal {
  /** The reply under a key, or `null`. */
  reply(key: string): Reply | null;
  /** The replies that are known among these keys. */
  replies(keys: readonly string[]): Map<string, Reply>;
  putReplies(rows: readonly ReplyRow[]): void;
  /** The verdicts that are known among these keys; all of one system. */
  verdicts(keys: readonly string[], system: ValueSystem): Map<string, KeptAnswer>;
  putVerdicts(rows: readonly VerdictRow[], system: ValueSystem): void;
  /** Puts verdicts in the place of those under their keys: for judging again. */
  reviseVerdicts(rows: readonly VerdictRow[], system: ValueSystem): void;
  /** A value decided once for the whole study, or `null`. */
  decision(name: string): string | null;
  /** Decides, and returns what holds: the value given, or the one that was decided before. */
  putDecision(name: string, value: string): string;
  putAttempts(rows: readonly AttemptRow[]): void;
  /** All attempts of all runs, in the order in which they were written. */
  attempts(): Iterable<AttemptRow>;
  counts(): JournalCounts;
  /** How many altered rows reading has met since the journal was opened. */
  damaged(): number;
  /** Reads everything once and says how much of it is sound. */
  check(): SalvageReport;
  /** What was rescued when the journal was opened, or `null` when nothing had to be. */
  readonly salvage: SalvageReport | null;
  /** Whether the process before was ended in the middle of writing a record, which counts as not written. */
  readonly unfinished: boolean;
  close(): void;
}

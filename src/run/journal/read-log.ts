import { isOneBitApart, isSameSum, type LogSum } from "./log-checksum.js";
import { type LogPage, type LogPages, logPages } from "./log-pages.js";

/** What a write-ahead log holds, whatever has happened to it. */
export interface LogReading {
  /** Places that are not as they were written. */
  readonly damaged: number;
  /** Pages among them that could not be put right. */
  readonly unread: number;
  /** Whether it ends within a record: the process was ended in the middle of writing it. */
  readonly unfinished: boolean;
  /** The pages of its whole records, in the order of writing. */
  readonly pages: readonly { readonly page: number; readonly content: Buffer }[];
  /** The same log with sound checksums, up to the last record that is whole. */
  readonly mended: Buffer;
}

/** The shortest file that holds a page: a header, and a page of the smallest size with its own. */
const SHORTEST = 32 + 24 + 512;

/**
 * Reads a write-ahead log further than SQLite does. SQLite stops for good at the first page whose
 * checksum does not fit, and takes what stands behind it for the remains of an earlier log. But
 * every page that belongs to this log carries its two salts: where such pages follow a break, the log
 * was damaged, and records that had been acknowledged would be lost without a word.
 *
 * A single turned bit is found by the checksum and turned back; where it can be one of several, the
 * page is taken as it is, since its rows have checksums too. A page that is damaged further is
 * left out, so that the page before it under its number stands. One at the very end cannot be told
 * from one that was being written, and ends the log before its record.
 *
 * @param pageSize  tells that of the database, in bytes; asked only where the log's own header is damaged
 */
export function readLog(bytes: Buffer, pageSize: () => number): LogReading {
  if (bytes.length < SHORTEST)
    return { damaged: 0, unread: 0, unfinished: bytes.length > 32, pages: [], mended: bytes };
  // Bits are turned back in a copy.
  const copy = Buffer.from(bytes);
  const log = logPages(copy, pageSize);
  const pages: { readonly at: number; readonly page: LogPage }[] = [];
  const broken: { readonly at: number; readonly isLost: boolean }[] = [];
  let before = log.beginning;
  let n = 0;
  let judged: Judged = SOUND;
  for (; n < log.total; n++) {
    judged = judge(log, n, before);
    if (judged.kind === "old" || judged.kind === "torn") break;
    if (judged.kind !== "sound")
      broken.push({ at: n, isLost: judged.kind === "unread" || judged.kind === "altered" });
    if (judged.kind !== "unread") pages.push({ at: n, page: log.page(n) });
    before = judged.next;
  }
  const whole = pages.slice(0, pages.findLastIndex(({ page }) => page.size > 0) + 1);
  // Behind the last whole record stands what was never acknowledged: a write that a full disk ended, say.
  const end = whole.at(-1)?.at ?? -1;
  const damage = broken.filter(({ at }) => at <= end);
  const cut = n === log.total && log.cut;
  return {
    damaged: damage.length + (log.beginning ? 0 : 1),
    unread: damage.filter(({ isLost }) => isLost).length,
    unfinished:
      judged.kind === "torn" || cut || whole.length < pages.length || damage.length < broken.length,
    pages: whole.map(({ page: { page, from, to } }) => ({
      page,
      content: copy.subarray(from, to),
    })),
    mended: log.written(whole.map(({ page }) => page)),
  };
}

/** What a page is, and what the checksum of the next one goes on from; `null` when not known. */
interface Judged {
  readonly kind: "sound" | "mended" | "altered" | "unread" | "torn" | "old";
  readonly next: LogSum | null;
}

const SOUND: Judged = { kind: "sound", next: null };

function judge(log: LogPages, n: number, before: LogSum | null): Judged {
  const stored = log.stored(n);
  if (!before) return { kind: n < log.end ? "sound" : "old", next: stored };
  const sum = log.computed(n, before);
  if (isSameSum(sum, stored)) return { kind: log.belongs(n) ? "sound" : "mended", next: stored };
  if (n >= log.end) return { kind: "old", next: null };
  const isLast = n + 1 === log.end;
  const vouchedFor = (from: LogSum) =>
    !isLast && isSameSum(log.computed(n + 1, from), log.stored(n + 1));
  // A bit of the stored checksum itself was turned. Where no next page tells, rows have their own.
  if (vouchedFor(sum) || (isLast && isOneBitApart(sum, stored)))
    return { kind: "mended", next: sum };
  const isSure = vouchedFor(stored);
  if (isSure || !isOneBitApart(sum, stored)) {
    const places = log.turnBack(n, sum);
    if (places > 0) return { kind: places === 1 ? "mended" : "altered", next: stored };
  }
  return isLast ? { kind: "torn", next: null } : { kind: "unread", next: isSure ? stored : null };
}

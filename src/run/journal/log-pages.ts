import { endianness } from "node:os";
import { isSameSum, type LogSum, logChecksum, turnedBits } from "./log-checksum.js";

/** Sizes and words of SQLite's file format, sections 4.1 and 4.2. */
const HEADER = 32;
const FRAME_HEADER = 24;
const MAGIC = 0x377f0682;
const VERSION = 3007000;
/** A journal of more pages is none: 16 GB. */
const MOST_PAGES = 1 << 22;

/** A page of a log: where its bytes are, its number, and the size of the database after it. */
export interface LogPage {
  readonly from: number;
  readonly to: number;
  readonly page: number;
  /** 0 within a record; the last page of a record says how many pages the database has then. */
  readonly size: number;
}

/** A write-ahead log as a list of pages, each with what vouches for it. */
export interface LogPages {
  /** Pages in the file; those from `end` on are remains of an earlier log. */
  readonly total: number;
  readonly end: number;
  /** Whether the file ends in the middle of a page. */
  readonly cut: boolean;
  /** What the first page's checksum goes on from; `null` where the log's header is damaged. */
  readonly beginning: LogSum | null;
  /** Whether a page carries this log's salts. */
  belongs(n: number): boolean;
  stored(n: number): LogSum;
  computed(n: number, before: LogSum): LogSum;
  page(n: number): LogPage;
  /**
   * Looks for the one bit that makes a page's checksum the stored one, and turns it back where it
   * is the only one. Returns how many bits it may be.
   */
  turnBack(n: number, computed: LogSum): number;
  /** A log of these pages with checksums of its own. */
  written(pages: readonly LogPage[]): Buffer;
}

/** @param pageSize  tells that of the database, for a log whose header is damaged */
export function logPages(log: Buffer, pageSize: () => number): LogPages {
  const head = headerOf(log, pageSize);
  const { little } = head;
  const view = new DataView(log.buffer, log.byteOffset, log.length);
  const step = FRAME_HEADER + head.pageSize;
  const total = Math.floor((log.length - HEADER) / step);
  const place = (n: number) => HEADER + n * step;
  const belongs = (n: number) => head.salts.equals(log.subarray(place(n) + 8, place(n) + 16));
  const stored = (n: number): LogSum => sumAt(view, place(n) + 16);
  let end = total;
  while (end > 0 && !belongs(end - 1)) end--;
  return {
    total,
    end,
    cut: log.length > place(total),
    beginning: head.sum,
    belongs,
    stored,
    computed: (n, before) => {
      const sum = logChecksum(view, place(n), place(n) + 8, before, little);
      return logChecksum(view, place(n) + FRAME_HEADER, place(n) + step, sum, little);
    },
    page: (n) => ({
      from: place(n) + FRAME_HEADER,
      to: place(n) + step,
      page: view.getUint32(place(n)),
      size: view.getUint32(place(n) + 4),
    }),
    turnBack: (n, computed) => {
      const content = Buffer.concat([
        log.subarray(place(n), place(n) + 8),
        log.subarray(place(n) + FRAME_HEADER, place(n) + step),
      ]);
      const [one, two] = stored(n);
      const off: LogSum = [(one - computed[0]) | 0, (two - computed[1]) | 0];
      const found = turnedBits(content, off, little);
      const isOdd = Math.max(view.getUint32(place(n)), view.getUint32(place(n) + 4)) > MOST_PAGES;
      const likely = isOdd ? found.filter(({ at }) => at < 8) : found;
      if (likely.length === 1) {
        const [{ at, mask }] = likely;
        log[place(n) + at + (at < 8 ? 0 : FRAME_HEADER - 8)] ^= mask;
      }
      return likely.length;
    },
    written: (pages) => written(log, head, pages),
  };
}

interface Header {
  readonly little: boolean;
  readonly pageSize: number;
  readonly salts: Buffer;
  /** `null` when the header is damaged; the rest is then taken from elsewhere. */
  readonly sum: LogSum | null;
}

function headerOf(log: Buffer, pageSize: () => number): Header {
  const view = new DataView(log.buffer, log.byteOffset, log.length);
  const little = view.getUint32(0) === MAGIC;
  const known = little || view.getUint32(0) === MAGIC + 1;
  const sum = sumAt(view, 24);
  if (known && isSameSum(logChecksum(view, 0, 24, [0, 0], little), sum))
    return { little, pageSize: view.getUint32(8), salts: log.subarray(16, 24), sum };
  // Every page repeats the salts; the rest is as this machine writes it.
  const salts = log.subarray(HEADER + 8, HEADER + 16);
  return { little: endianness() === "LE", pageSize: pageSize(), salts, sum: null };
}

function sumAt(view: DataView, at: number): LogSum {
  return [view.getInt32(at), view.getInt32(at + 4)];
}

function written(log: Buffer, head: Header, pages: readonly LogPage[]): Buffer {
  const { little, pageSize, salts } = head;
  const made = Buffer.alloc(HEADER + pages.length * (FRAME_HEADER + pageSize));
  const view = new DataView(made.buffer, made.byteOffset, made.length);
  view.setUint32(0, little ? MAGIC : MAGIC + 1);
  view.setUint32(4, VERSION);
  view.setUint32(8, pageSize);
  salts.copy(made, 16);
  let sum = logChecksum(view, 0, 24, [0, 0], little);
  setSum(view, 24, sum);
  let at = HEADER;
  for (const { from, to, page, size } of pages) {
    view.setUint32(at, page);
    view.setUint32(at + 4, size);
    salts.copy(made, at + 8);
    log.copy(made, at + FRAME_HEADER, from, to);
    const content = at + FRAME_HEADER;
    sum = logChecksum(view, at, at + 8, sum, little);
    sum = logChecksum(view, content, content + pageSize, sum, little);
    setSum(view, at + 16, sum);
    at = content + pageSize;
  }
  return made;
}

function setSum(view: DataView, at: number, [one, two]: LogSum): void {
  view.setInt32(at, one);
  view.setInt32(at + 4, two);
}

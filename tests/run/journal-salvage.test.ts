import {
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as after } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { stream } from "../../src/random/stream.js";
import { openDriver } from "../../src/run/journal/driver.js";
import { openJournal } from "../../src/run/journal/journal.js";
import { JournalError } from "../../src/run/journal/journal-error.js";
import { salvageJournal } from "../../src/run/journal/salvage.js";
import { replyRows, soundReplies } from "./journal-rows.js";

const ROWS = 300;
/** A thousand where VALUE_COMPASS_FULL is set. */
const FLIPS = process.env.VALUE_COMPASS_FULL ? 1000 : 60;
/** Each flip opens a journal of its own, and often salvages it. */
const PATIENCE = 1_800_000;
const folder = mkdtempSync(join(tmpdir(), "journal-salvage-"));
afterAll(() => rmSync(folder, { recursive: true }));

let whole: Buffer;
let number = 0;
beforeAll(() => {
  const path = join(folder, "whole.db");
  const journal = openJournal(path);
  journal.putReplies(replyRows(ROWS));
  journal.close();
  whole = readFileSync(path);
});

/** A file with this content, opened with salvage; how many sound replies it still gives. */
function rescued(content: Buffer): number {
  const path = join(folder, `${number++}.db`);
  writeFileSync(path, content);
  const journal = openJournal(path, { onDamage: "salvage" });
  const count = soundReplies(journal, ROWS);
  journal.close();
  return count;
}

/** The database's files are let go of between turns of the event loop. */
async function breath(turn: number): Promise<void> {
  if (turn % 50 === 0) await after(1);
}

describe("a broken journal", () => {
  test(
    "C5: no flipped bit is ever used, and few rows are lost to it",
    async () => {
      const random = stream(1, "flip");
      const kept: number[] = [];
      for (let flip = 0; flip < FLIPS; flip++) {
        const content = Buffer.from(whole);
        // The first 100 bytes are the file's header: see the test below.
        const at = 100 + random.integer(content.length - 100);
        content[at] ^= 1 << random.integer(8);
        kept.push(rescued(content));
        await breath(flip);
      }
      expect(Math.min(...kept)).toBeGreaterThan(ROWS * 0.9);
      expect(Math.max(...kept)).toBe(ROWS);
    },
    PATIENCE,
  );

  test("C5: a bit flipped in the words that describe a table costs no row", () => {
    // One turned letter in a column's name, its type or a constraint.
    for (const [words, part] of [
      ["CREATE TABLE call", "sum BLOB"],
      ["CREATE TABLE call", "payload TEXT"],
      ["CREATE TABLE call", "UNIQUE"],
      ["CREATE TABLE verdict", "key"],
      ["CREATE TABLE meta", "value"],
    ]) {
      const content = Buffer.from(whole);
      const at = content.indexOf(part, content.indexOf(words));
      content[at] ^= 1;
      expect(rescued(content)).toBe(ROWS);
    }
  });

  test(
    "C5: a bit flipped in the file's header costs no row",
    async () => {
      for (let bit = 0; bit < 800; bit += process.env.VALUE_COMPASS_FULL ? 1 : 7) {
        const content = Buffer.from(whole);
        content[bit >> 3] ^= 1 << (bit & 7);
        expect(rescued(content)).toBe(ROWS);
        await breath(bit);
      }
    },
    PATIENCE,
  );

  /** What SQLite does once the log has grown to its limit: the next commit writes it from its beginning again. */
  function writeBack(path: string): void {
    const driver = openDriver(path);
    driver.all("PRAGMA wal_checkpoint(PASSIVE)");
    driver.close();
  }
  /**
   * A journal as a killed process leaves it: the newest rows stand in the log alone.
   * With `written`, the log's pages were written back once before, when it held that many rows.
   */
  function killed(name: string, rows: number, written = 0): { database: Buffer; log: Buffer } {
    const path = join(folder, name);
    const journal = openJournal(path);
    for (const [n, row] of replyRows(rows).entries()) {
      if (n > 0 && n === written) writeBack(path);
      journal.putReplies([row]);
    }
    const [database, log] = ["", "-wal"].map((part) => readFileSync(`${path}${part}`));
    journal.close();
    return { database, log };
  }
  function placed(name: string, database: Buffer, log: Buffer): string {
    const path = join(folder, name);
    writeFileSync(path, database);
    writeFileSync(`${path}-wal`, log);
    return path;
  }

  test(
    "C5: a bit flipped anywhere in the write-ahead log is told, mostly put right, and alters no record",
    async () => {
      const { database, log } = killed("log.db", 40);
      const random = stream(1, "flip", "log");
      let [right, costly, least] = [0, 0, 40];
      for (let flip = 0; flip < FLIPS; flip++) {
        const content = Buffer.from(log);
        content[random.integer(content.length)] ^= 1 << random.integer(8);
        const copy = placed(`log-${flip}.db`, database, content);
        const flipped = openJournal(copy, { onDamage: "salvage" });
        const sound = soundReplies(flipped, 40);
        const { places = 0, unread = 0 } = flipped.salvage?.log ?? {};
        expect(places).toBe(1);
        if (unread === 0) {
          expect(sound).toBe(40);
          right++;
        }
        least = Math.min(least, sound);
        if (sound < 40) costly++;
        expect(readFileSync(`${copy}-wal.broken-1`).equals(content)).toBe(true);
        flipped.close();
        for (const part of ["", "-wal", "-shm", "-wal.broken-1"])
          rmSync(`${copy}${part}`, { force: true });
        await breath(flip);
      }
      expect(right).toBeGreaterThan(0.7 * FLIPS);
      expect(costly).toBeLessThan(0.05 * FLIPS);
      console.log(
        `${FLIPS} flips in the write-ahead log, all told: ${right} put right, ` +
          `${costly} cost rows (${least} of 40 left at the least)`,
      );
    },
    PATIENCE,
  );

  test(
    "C5: a bit flipped in what an earlier log left behind is harmless and is not told",
    () => {
      const { database, log } = killed("reused.db", 700, 500);
      const salts = log.subarray(16, 24);
      let end = 32;
      while (log.subarray(end + 8, end + 16).equals(salts)) end += 24 + 4096;
      expect(end).toBeLessThan(log.length);
      const random = stream(1, "flip", "remains");
      for (let flip = 0; flip < FLIPS / 20; flip++) {
        for (const [at, harmless] of [
          [random.integer(end), false],
          [end + random.integer(log.length - end), true],
        ] as const) {
          const content = Buffer.from(log);
          content[at] ^= 1 << random.integer(8);
          const copy = placed(`reused-${flip}-${harmless}.db`, database, content);
          const flipped = openJournal(copy, { onDamage: "salvage" });
          expect(soundReplies(flipped, 700)).toBe(700);
          expect(flipped.salvage === null).toBe(harmless);
          flipped.close();
        }
      }
    },
    PATIENCE,
  );

  test("C5: where a sector of the log is lost, it is told, nothing is altered, and mostly no row is lost", () => {
    const { database, log } = killed("sector.db", 40);
    const step = 24 + 4096;
    const kept: number[] = [];
    for (let page = 0; page < Math.floor(log.length / step) - 1; page++) {
      const content = Buffer.from(log);
      content.fill(0, 32 + page * step + 24 + 3584, 32 + page * step + 24 + 4096);
      if (content.equals(log)) continue;
      const copy = placed(`sector-${page}.db`, database, content);
      const journal = openJournal(copy, { onDamage: "salvage" });
      kept.push(soundReplies(journal, 40));
      expect(journal.salvage?.log).toMatchObject({ places: 1, unread: 1 });
      journal.close();
    }
    // A page that divides the rows among other pages takes some of them with it.
    expect(Math.min(...kept)).toBeGreaterThan(0);
    expect(kept.filter((rows) => rows < 40).length).toBeLessThan(kept.length / 10);
    console.log(`${kept.length} sectors lost: rows kept of 40, at the least ${Math.min(...kept)}`);
  });

  test("with a damaged log is not opened unless salvage was asked for, and is left as it is", () => {
    const { database, log } = killed("refused.db", 10);
    log[log.length >> 1] ^= 1;
    const copy = placed("refused-copy.db", database, log);
    expect(() => openJournal(copy)).toThrow(`${copy}: has a damaged write-ahead log. Salvage it`);
    expect(readFileSync(`${copy}-wal`).equals(log)).toBe(true);
    expect(readFileSync(copy).equals(database)).toBe(true);
  });

  test("C4: cut anywhere, it gives back the sound rows in what is left", () => {
    for (const share of [0.5, 0.7, 0.9, 0.99]) {
      const count = rescued(whole.subarray(0, Math.floor(whole.length * share)));
      expect(count).toBeGreaterThan(ROWS * (1.4 * share - 0.5));
    }
  });

  test("is not opened unless salvage was asked for, and is left as it is", () => {
    const path = join(folder, "cut.db");
    writeFileSync(path, whole);
    truncateSync(path, whole.length - 5000);
    expect(() => openJournal(path)).toThrow(`${path}: is damaged. Salvage it`);
    expect(readFileSync(path).equals(whole.subarray(0, whole.length - 5000))).toBe(true);
    const report = salvageJournal(path);
    expect(report.kept.replies).toBeGreaterThan(250);
    expect(report.kept.replies + report.damaged + report.missing).toBeLessThanOrEqual(ROWS);
    expect(report.brokenFile).toBe(`${path}.broken-1`);
    expect(existsSync(`${path}.broken-1`)).toBe(true);
    const journal = openJournal(path);
    expect(soundReplies(journal, ROWS)).toBe(report.kept.replies);
    journal.close();
  });

  test("whose list of tables is lost is read through a fresh one", () => {
    const path = join(folder, "headless.db");
    writeFileSync(path, Buffer.concat([Buffer.alloc(4096, 7), whole.subarray(4096)]));
    expect(() => openJournal(path)).toThrow("is not a journal");
    expect(salvageJournal(path)).toMatchObject({ kept: { replies: ROWS }, damaged: 0, missing: 0 });
  });

  test("that holds nothing, or is no journal at all, is left where it is", () => {
    const path = join(folder, "words.db");
    writeFileSync(path, "only words ".repeat(1000));
    expect(() => salvageJournal(path)).toThrow("holds nothing that can be read");
    expect(readFileSync(path, "utf8")).toMatch(/^only words/);
    expect(() => salvageJournal(join(folder, "none.db"))).toThrow(JournalError);
  });
});

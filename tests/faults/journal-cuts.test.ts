import { copyFileSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as after } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { exportJsonl, importJsonl } from "../../src/run/journal/export-jsonl.js";
import { openJournal } from "../../src/run/journal/journal.js";
import { replyRow, replyRows, soundReplies } from "../run/journal-rows.js";
import { testFolder } from "../run/small-study.js";

const FULL = process.env.VALUE_COMPASS_FULL !== undefined;
const ROWS = 20;

describe("C4: cut at every byte of the last two records", () => {
  test("a write-ahead log loses at most what was cut, and nothing is altered", async () => {
    const folder = testFolder();
    const path = join(folder, "journal.db");
    const journal = openJournal(path);
    const ends: number[] = [];
    for (const row of replyRows(ROWS)) {
      journal.putReplies([row]);
      ends.push(statSync(`${path}-wal`).size);
    }
    // As a killed process leaves it: the rows stand in the log alone.
    const [database, log] = ["", "-wal"].map((part) => readFileSync(`${path}${part}`));
    journal.close();
    const start = ends[ROWS - 3];
    let cuts = 0;
    for (let at = start; at < log.length; at += FULL ? 1 : 211) {
      // A name of its own: SQLite remembers files by their inode as long as the process lives.
      const copy = join(folder, `${at}.db`);
      writeFileSync(copy, database);
      writeFileSync(`${copy}-wal`, log.subarray(0, at));
      const cut = openJournal(copy, { onDamage: "salvage" });
      const whole = ends.filter((end) => end <= at).length;
      expect(soundReplies(cut, ROWS)).toBe(whole);
      expect(cut.damaged()).toBe(0);
      // A cut looks like a process that was ended while it wrote: it is told, and is no damage.
      expect(cut.salvage).toBeNull();
      expect(cut.unfinished).toBe(!ends.includes(at));
      cut.close();
      for (const part of ["", "-wal", "-shm"]) rmSync(`${copy}${part}`, { force: true });
      // The database's files are let go of between turns of the event loop.
      if (++cuts % 100 === 0) await after(1);
    }
    expect(cuts).toBeGreaterThan(FULL ? 10_000 : 50);
    console.log(`${cuts} cuts of the write-ahead log`);
  }, 600_000);

  test("an export says which line was cut, and gives back all before it", async () => {
    const folder = testFolder();
    const path = join(folder, "journal.db");
    const journal = openJournal(path);
    journal.putReplies(replyRows(ROWS));
    journal.close();
    const whole = join(folder, "whole.jsonl");
    exportJsonl(path, whole);
    const text = readFileSync(whole, "utf8");
    const lines = text.split("\n");
    const start = text.length - lines.slice(-3).join("\n").length;
    const cut = join(folder, "cut.jsonl");
    let cuts = 0;
    for (let at = start; at < text.length; at += FULL ? 1 : 13) {
      copyFileSync(whole, cut);
      truncateSync(cut, at);
      const target = join(folder, `${at}.db`);
      const report = await importJsonl(cut, target);
      // A line without its line break is whole all the same.
      const complete = text.slice(0, at + 1).split("\n").length - 2;
      expect(report.added).toBe(complete);
      const partial = text[at - 1] !== "\n" && text[at] !== "\n";
      expect(report.bad).toHaveLength(partial ? 1 : 0);
      if (partial) expect(report.bad[0].line).toBe(complete + 2);
      const back = openJournal(target);
      expect(soundReplies(back, ROWS)).toBe(complete);
      back.close();
      for (const part of ["", "-wal", "-shm"]) rmSync(`${target}${part}`, { force: true });
      cuts++;
    }
    expect(cuts).toBeGreaterThan(20);
    console.log(`${cuts} cuts of the export`);
  }, 600_000);
});

test("K6: an altered reply is a counted miss and is asked anew", () => {
  const path = join(testFolder(), "journal.db");
  const journal = openJournal(path);
  journal.putReplies(replyRows(3));
  journal.close();
  const bytes = readFileSync(path);
  const at = bytes.indexOf("reply 1 words");
  bytes[at] ^= 1;
  writeFileSync(path, bytes);
  const again = openJournal(path, { onDamage: "salvage" });
  expect(soundReplies(again, 3)).toBe(2);
  expect(again.damaged()).toBe(1);
  again.putReplies([replyRow(1)]);
  expect(soundReplies(again, 3)).toBe(3);
  again.close();
});

import { statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openJournal } from "../../src/run/journal/journal.js";
import { keyOf } from "./journal-rows.js";
import { testFolder } from "./small-study.js";

/** 100,000 where VALUE_COMPASS_FULL is set. */
const ROWS = process.env.VALUE_COMPASS_FULL ? 100_000 : 10_000;
const MEGABYTES = 512;

test(`C10: a journal of ${ROWS} replies of a kilobyte is opened and read whole in little memory`, () => {
  const path = join(testFolder(), "journal.db");
  const text = "words ".repeat(170);
  const journal = openJournal(path);
  for (let from = 0; from < ROWS; from += 1000)
    journal.putReplies(
      Array.from({ length: 1000 }, (_, n) => ({
        key: keyOf(from + n),
        reply: { text: `${from + n} ${text}`, finish: "complete", served: "m" } as const,
      })),
    );
  journal.close();
  const began = performance.now();
  const again = openJournal(path);
  const opened = performance.now() - began;
  expect(again.counts().replies).toBe(ROWS);
  for (let from = 0; from < ROWS; from += 1000) {
    const keys = Array.from({ length: 1000 }, (_, n) => keyOf(from + n));
    const found = again.replies(keys);
    expect(found.size).toBe(1000);
    expect(found.get(keys[7])?.text).toBe(`${from + 7} ${text}`);
  }
  const memory = process.memoryUsage().rss / 1e6;
  again.close();
  expect(memory).toBeLessThan(MEGABYTES);
  console.log(
    `${ROWS} rows, ${Math.round(statSync(path).size / 1e6)} MB: opened in ${(opened / 1000).toFixed(1)} s, ` +
      `${Math.round(memory)} MB of memory after reading all`,
  );
}, 300_000);

import { expect, test } from "vitest";
import type { Journal, SalvageReport } from "../../src/ports/store.js";
import { journalWarnings } from "../../src/run/journal-warnings.js";

const kept = { replies: 3, verdicts: 2, decisions: 1, attempts: 0 };
const sound: SalvageReport = { kept, damaged: 0, missing: 0, brokenFile: null, log: null };
const journal = (salvage: SalvageReport | null, damaged = 0) =>
  ({ salvage, damaged: () => damaged }) as Journal;

test("what was wrong with a journal is told in one line each, without the way to it", () => {
  expect(journalWarnings(journal(null))).toEqual([]);
  const log = { places: 2, unread: 0, brokenLog: "/home/me/study/journal.db-wal.broken-1" };
  expect(journalWarnings(journal({ ...sound, log }, 4))).toEqual([
    "4 damaged journal rows were not used and asked anew",
    "the journal's log was damaged and has been put right: no record was lost; " +
      "the damaged log is kept as journal.db-wal.broken-1",
  ]);
  const brokenFile = "/home/me/study/journal.db.broken-1";
  const both = { ...sound, damaged: 2, missing: 1, brokenFile, log: { ...log, unread: 1 } };
  expect(journalWarnings(journal(both))).toEqual([
    "1 place in the journal's log could not be read; records there are asked again; " +
      "the damaged log is kept as journal.db-wal.broken-1",
    "the journal was damaged; its sound rows were rescued: 6, and 3 or more could not be and are " +
      "asked again; the damaged file is kept as journal.db.broken-1",
  ]);
});

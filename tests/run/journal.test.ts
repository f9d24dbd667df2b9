import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import type { AttemptRow } from "../../src/ports/store.js";
import { openDriver } from "../../src/run/journal/driver.js";
import { exportJsonl, importJsonl } from "../../src/run/journal/export-jsonl.js";
import { journalOver, openJournal } from "../../src/run/journal/journal.js";
import { JournalError } from "../../src/run/journal/journal-error.js";
import { openSound } from "../../src/run/journal/open-sound.js";
import { writeBehind } from "../../src/run/journal/write-behind.js";
import { judged, keyOf, replyRow, replyRows, smallSystem, soundReplies } from "./journal-rows.js";

const folder = mkdtempSync(join(tmpdir(), "journal-"));
afterAll(() => rmSync(folder, { recursive: true }));

let path = "";
let number = 0;
beforeEach(() => {
  path = join(folder, `${number++}.db`);
});

/** Edits the file behind the journal's back. */
function edit(sql: string): void {
  const driver = openDriver(path);
  driver.exec(sql);
  driver.close();
}

const problemOf = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    return error instanceof JournalError ? error.problem : error;
  }
  return "none";
};

describe("a journal", () => {
  test("gives back after reopening what was put in, and null for what was not", () => {
    const first = openJournal(path);
    first.putReplies(replyRows(700));
    first.putVerdicts([{ key: keyOf(1), answer: judged(smallSystem()) }], smallSystem());
    first.close();
    const again = openJournal(path);
    expect(soundReplies(again, 1000)).toBe(700);
    expect(again.reply(keyOf(3))).toEqual(replyRow(3).reply);
    expect(again.reply(keyOf(700))).toBeNull();
    expect(again.verdicts([keyOf(1), keyOf(2)], smallSystem())).toEqual(
      new Map([[keyOf(1), judged(smallSystem())]]),
    );
    expect(again.counts()).toEqual({ replies: 700, verdicts: 1, decisions: 0, attempts: 0 });
    expect(again.check()).toMatchObject({ damaged: 0 });
    again.close();
  });

  test("keeps the first row under a key", () => {
    const journal = openJournal(path);
    journal.putReplies([replyRow(1)]);
    journal.putReplies([{ key: keyOf(1), reply: replyRow(2).reply }]);
    expect(journal.reply(keyOf(1))).toEqual(replyRow(1).reply);
    expect(journal.putDecision("scale", "1")).toBe("1");
    expect(journal.putDecision("scale", "2")).toBe("1");
    expect(journal.decision("scale")).toBe("1");
    expect(journal.decision("other")).toBeNull();
    journal.close();
  });

  test("keeps any text, even with NUL, lone surrogates and line separators", () => {
    const text = "a\u0000b\ud800c\u2028d\ufeff😀'\"\\";
    const journal = openJournal(path);
    journal.putReplies([{ key: keyOf(1), reply: { text, finish: "truncated", served: "" } }]);
    expect(journal.reply(keyOf(1))).toEqual({ text, finish: "truncated", served: "" });
    journal.close();
  });

  test("keeps every attempt, also of the same cell", () => {
    const attempt: AttemptRow = {
      key: keyOf(1),
      role: "examinee",
      who: "m",
      started: 1_700_000_000_000,
      took: 12.5,
      result: "rateLimited",
      tokensIn: null,
      tokensOut: 3,
    };
    const journal = openJournal(path);
    journal.putAttempts([attempt, { ...attempt, result: "answered" }]);
    expect([...journal.attempts()]).toEqual([attempt, { ...attempt, result: "answered" }]);
    journal.close();
  });

  test("refuses a key that is none, before anything is written", () => {
    const journal = openJournal(path);
    expect(() => journal.putReplies([replyRow(1), { ...replyRow(2), key: "short" }])).toThrow(
      "64 hexadecimal digits",
    );
    expect(journal.counts().replies).toBe(0);
    journal.close();
  });
});

describe("an altered row", () => {
  test.each([
    ["its text", `UPDATE call SET payload = replace(payload, 'reply 7', 'reply 8')`],
    ["its text, no longer UTF-8", `UPDATE call SET payload = CAST(x'5b22ff' AS TEXT)`],
    ["its type", "UPDATE call SET payload = 7, sum = 'x'"],
    ["its checksum", "UPDATE call SET sum = zeroblob(8)"],
  ])("in %s is not used, is counted, and can be asked anew", (_, sql) => {
    const journal = openJournal(path);
    journal.putReplies(replyRows(20));
    journal.close();
    edit(`${sql} WHERE id = 8`);
    const again = openJournal(path);
    expect(again.reply(keyOf(7))).toBeNull();
    expect(again.damaged()).toBe(1);
    expect(soundReplies(again, 20)).toBe(19);
    again.putReplies([replyRow(7)]);
    expect(soundReplies(again, 20)).toBe(20);
    expect(again.check()).toMatchObject({ damaged: 1, kept: { replies: 19 } });
    again.close();
    const healed = openJournal(path);
    expect(healed.check()).toMatchObject({ damaged: 0, kept: { replies: 20 } });
    healed.close();
  });

  test("moved under another key is not used there", () => {
    const journal = openJournal(path);
    journal.putReplies([replyRow(1)]);
    journal.close();
    edit(`UPDATE call SET key = x'${keyOf(2)}'`);
    const again = openJournal(path);
    expect(again.replies([keyOf(1), keyOf(2)]).size).toBe(0);
    expect(again.damaged()).toBe(1);
    again.close();
  });

  test("of a decision counts as undecided", () => {
    const journal = openJournal(path);
    journal.putDecision("scale", "1");
    journal.close();
    edit("UPDATE decision SET payload = '2'");
    const again = openJournal(path);
    expect(again.decision("scale")).toBeNull();
    expect(again.putDecision("scale", "3")).toBe("3");
    again.close();
  });
});

describe("a journal that cannot be used says so in one line", () => {
  test("a folder that is missing, a folder instead of a file, a text, another database", () => {
    expect(() => openJournal(join(folder, "none", "j.db"))).toThrow("its folder does not exist");
    mkdirSync(path);
    expect(() => openJournal(path)).toThrow(`${path}: cannot be opened: it is a folder`);
    const text = `${path}.txt`;
    writeFileSync(text, "not a database, only words ".repeat(100));
    expect(problemOf(() => openJournal(text))).toBe("notDatabase");
    path = `${path}.other`;
    edit("CREATE TABLE mine (x)");
    expect(problemOf(() => openJournal(path, { onDamage: "salvage" }))).toBe("notJournal");
  });

  test("a place where no file can be made", () => {
    // Not even root may create a file there.
    if (process.platform !== "linux") return;
    expect(() => openJournal("/proc/journal.db")).toThrow(
      "/proc/journal.db: cannot be opened or created. Check that you may read and write it",
    );
  });

  test("a read-only folder", () => {
    if (process.getuid?.() === 0) return;
    mkdirSync(path);
    chmodSync(path, 0o500);
    expect(problemOf(() => openJournal(join(path, "j.db")))).toBe("cannotOpen");
  });

  test("a database that may only be read", () => {
    openJournal(path).close();
    const driver = openSound(path, {});
    driver.exec("PRAGMA query_only=ON");
    const journal = journalOver(driver);
    expect(() => journal.putReplies([replyRow(1)])).toThrow("read-only");
    driver.close();
  });

  test("one written by a newer version", () => {
    openJournal(path).close();
    edit("UPDATE meta SET value = '2'");
    expect(() => openJournal(path)).toThrow(
      "was written by a newer Value Compass (format 2, this one reads up to 1). Update",
    );
  });
});

describe("a full disk", () => {
  test("gives one clear error, and everything acknowledged is kept", async () => {
    const driver = openSound(path, {});
    const journal = journalOver(driver);
    driver.all("PRAGMA max_page_count=60");
    const writer = writeBehind(journal.putReplies);
    const acknowledged: number[] = [];
    let refused: unknown = null;
    for (let next = 0; !refused && next < 5000; next++) {
      await writer.add(replyRow(next)).then(
        () => acknowledged.push(next),
        (error: unknown) => {
          refused = error;
        },
      );
    }
    expect(String(refused)).toContain("the disk is full. Free some space and run again");
    await expect(writer.add(replyRow(0))).rejects.toBe(refused);
    expect(() => writer.flush()).toThrow("the disk is full");
    expect(acknowledged.length).toBeGreaterThan(100);
    driver.close();
    const again = openJournal(path);
    expect(soundReplies(again, 5000)).toBe(acknowledged.length);
    again.close();
  });
});

describe("write-behind", () => {
  test("writes what came in one turn as one batch, and larger amounts in several", async () => {
    const sizes: number[] = [];
    const writer = writeBehind<number>((rows) => sizes.push(rows.length));
    const all = Array.from({ length: 600 }, (_, index) => writer.add(index));
    expect(sizes).toEqual([256, 256]);
    await Promise.all(all);
    expect(sizes).toEqual([256, 256, 88]);
  });

  test("acknowledges a row only after it was written", async () => {
    const order: string[] = [];
    const writer = writeBehind<string>((rows) => order.push(...rows));
    await writer.add("row").then(() => order.push("acknowledged"));
    expect(order).toEqual(["row", "acknowledged"]);
  });

  test("refuses every waiting and every later row once writing has failed", async () => {
    const writer = writeBehind<number>(() => {
      throw new Error("disk");
    });
    const waiting = [writer.add(1), writer.add(2)];
    const results = await Promise.allSettled([...waiting, waiting[0].catch(() => writer.add(3))]);
    expect(results.map((each) => each.status)).toEqual(["rejected", "rejected", "rejected"]);
  });
});

describe("export and import", () => {
  test("a journal goes through JSON lines and comes back whole, twice without doubling", async () => {
    const journal = openJournal(path);
    journal.putReplies(replyRows(1200));
    journal.putReplies([
      { key: keyOf(5000), reply: { text: "\u2028\ud800", finish: "filtered", served: "m" } },
    ]);
    journal.putVerdicts([{ key: keyOf(1), answer: judged(smallSystem()) }], smallSystem());
    journal.putDecision("scale", "0.5");
    const attempt = { role: "writer", who: "w", started: 1, took: 1, result: "answered" } as const;
    journal.putAttempts([{ key: keyOf(1), ...attempt, tokensIn: 1, tokensOut: 1 }]);
    journal.close();
    expect(exportJsonl(path, `${path}.jsonl`)).toEqual({ rows: 1204, damaged: 0 });
    const copy = `${path}.copy`;
    const report = await importJsonl(`${path}.jsonl`, copy);
    expect(report).toEqual({ rows: 1204, added: 1204, bad: [] });
    expect(await importJsonl(`${path}.jsonl`, copy)).toMatchObject({ added: 0 });
    const again = openJournal(copy);
    expect(soundReplies(again, 1200)).toBe(1200);
    expect(again.reply(keyOf(5000))?.text).toBe("\u2028\ud800");
    expect(again.counts()).toEqual({ replies: 1201, verdicts: 1, decisions: 1, attempts: 1 });
    again.close();
    exportJsonl(copy, `${copy}.jsonl`);
    expect(readFileSync(`${copy}.jsonl`, "utf8")).toBe(readFileSync(`${path}.jsonl`, "utf8"));
  });

  test("a line that was cut or altered is reported with its number and not used", async () => {
    const journal = openJournal(path);
    journal.putReplies(replyRows(3));
    journal.close();
    const jsonl = `${path}.jsonl`;
    exportJsonl(path, jsonl);
    const lines = readFileSync(jsonl, "utf8").split("\n");
    lines[1] = lines[1].replace("reply 0", "reply 9");
    lines[3] = lines[3].slice(0, 50);
    writeFileSync(jsonl, lines.join("\n"));
    const report = await importJsonl(jsonl, `${path}.copy`);
    expect(report).toMatchObject({ rows: 1, added: 1 });
    expect(report.bad.map(({ line, problem }) => [line, problem.slice(0, 8)])).toEqual([
      [2, "altered:"],
      [4, "not JSON"],
    ]);
  });

  test("a file that is no export is refused", async () => {
    writeFileSync(`${path}.jsonl`, "{}\n");
    await expect(importJsonl(`${path}.jsonl`, path)).rejects.toThrow("is not an exported journal");
  });
});

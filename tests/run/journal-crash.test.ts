import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { stream } from "../../src/random/stream.js";
import { openJournal } from "../../src/run/journal/journal.js";
import { lockStudy, StudyLockedError } from "../../src/run/journal/study-lock.js";
import { compiledJournal, startChild } from "./journal-child.js";
import { keyOf, soundReplies } from "./journal-rows.js";

/** The full count, 200, runs where VALUE_COMPASS_FULL is set. */
const KILLS = process.env.VALUE_COMPASS_FULL ? 200 : 12;
const folder = mkdtempSync(join(tmpdir(), "journal-crash-"));
let compiled = "";
let study = "";
beforeAll(() => {
  compiled = compiledJournal();
});
beforeEach(() => {
  study = mkdtempSync(join(folder, "study-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
  rmSync(compiled, { recursive: true });
});

/**
 * Writes rows that the journal lacks, ten at a time, and says each number once it is
 * acknowledged.
 */
const WRITER = `
  import { hash } from "node:crypto";
  import { writeSync } from "node:fs";
  import { openJournal } from "./run/journal/journal.js";
  import { writeBehind } from "./run/journal/write-behind.js";
  const journal = openJournal(process.argv[1]);
  const writer = writeBehind(journal.putReplies);
  writeSync(1, "begun\\n");
  for (let next = journal.counts().replies; ; next += 10) {
    await Promise.all(Array.from({ length: 10 }, async (_, offset) => {
      const number = next + offset;
      const text = "reply " + number + " " + "words ".repeat(number % 50);
      const key = hash("sha256", "row " + number, "hex");
      await writer.add({ key, reply: { text, finish: "complete", served: "m" } });
      writeSync(1, number + "\\n");
    }));
  }`;

const HOLDER = `
  import { lockStudy } from "./run/journal/study-lock.js";
  lockStudy(process.argv[1]);
  console.log("locked");
  setInterval(() => {}, 1000);`;

describe("C1 and C2: killing a process that writes", () => {
  test(`${KILLS} times in a row loses no acknowledged row and leaves none by halves`, async () => {
    const path = join(study, "journal.db");
    const random = stream(1, "kill");
    let acknowledged = 0;
    for (let kill = 0; kill < KILLS; kill++) {
      const child = startChild(compiled, WRITER, path);
      await child.first;
      await new Promise((resolve) => setTimeout(resolve, random.next() * 40));
      child.kill();
      expect(await child.ended).toMatchObject({ signal: "SIGKILL" });
      const last = Number(child.lines.filter((line) => line !== "begun").at(-1) ?? -1);
      acknowledged = Math.max(acknowledged, last + 1);
      const journal = openJournal(path);
      const { replies } = journal.counts();
      expect(replies).toBeGreaterThanOrEqual(acknowledged);
      expect(replies % 10).toBe(0);
      expect(soundReplies(journal, replies)).toBe(replies);
      expect(journal.damaged()).toBe(0);
      journal.close();
    }
    expect(acknowledged).toBeGreaterThan(KILLS * 10);
  }, 300_000);
});

describe("C7: two processes on one study", () => {
  test("the second is refused and told who holds it, until the first has died", async () => {
    const child = startChild(compiled, HOLDER, study);
    expect(await child.first).toBe("locked");
    expect(() => lockStudy(study)).toThrow(
      `this study is already being run by process ${child.pid}: wait for it to end, or stop it`,
    );
    child.kill();
    await child.ended;
    const lock = lockStudy(study);
    lock.release();
    lock.release();
    lockStudy(study).release();
  });

  test("many that find a dead holder's lock at once end with one holder", async () => {
    const dead = startChild(compiled, HOLDER, study);
    await dead.first;
    dead.kill();
    await dead.ended;
    const children = Array.from({ length: 4 }, () => startChild(compiled, HOLDER, study));
    const outcomes = await Promise.allSettled(children.map((child) => child.first));
    expect(outcomes.filter((each) => each.status === "fulfilled")).toHaveLength(1);
    for (const child of children) child.kill();
    await Promise.all(children.map((child) => child.ended));
  });

  test("a second run inside the same process is refused too", () => {
    const lock = lockStudy(study);
    expect(() => lockStudy(study)).toThrow("this very process began it");
    lock.release();
  });

  test("a lock from another machine is respected, and says which file to delete", () => {
    const file = join(study, "study.lock");
    const holder = { pid: 1, host: "elsewhere", began: null, token: "t" };
    writeFileSync(file, JSON.stringify(holder));
    expect(() => lockStudy(study)).toThrow(`process 1 on elsewhere: wait for it, or stop it there`);
    expect(() => lockStudy(study)).toThrow(StudyLockedError);
    expect(readFileSync(file, "utf8")).toBe(JSON.stringify(holder));
  });

  test("a process id that now belongs to another process does not keep the lock", () => {
    if (process.platform !== "linux") return;
    const holder = { pid: process.pid, host: hostname(), began: "1", token: "t" };
    writeFileSync(join(study, "study.lock"), JSON.stringify(holder));
    lockStudy(study).release();
  });

  test("an unreadable lock is cleared away, and a missing folder is named", () => {
    writeFileSync(join(study, "study.lock"), "{");
    lockStudy(study).release();
    expect(() => lockStudy(join(study, "none"))).toThrow("cannot be written (ENOENT)");
  });

  test("two journals open on one file see each other's rows", () => {
    const [one, two] = [1, 2].map(() => openJournal(join(study, "journal.db")));
    const reply = { text: "one", finish: "complete", served: "m" } as const;
    one.putReplies([{ key: keyOf(1), reply }]);
    two.putReplies([{ key: keyOf(1), reply: { ...reply, text: "two" } }]);
    expect(two.reply(keyOf(1))?.text).toBe("one");
    one.close();
    two.close();
  });
});

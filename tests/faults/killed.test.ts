import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as after } from "node:timers/promises";
import Libsql from "libsql";
import { describe, expect, test } from "vitest";
import { startEmulator } from "../../src/endpoints/emulator/emulator.js";
import { type Stream, stream } from "../../src/random/stream.js";
import { bytesOf, smallStudy, testFolder } from "../run/small-study.js";
import { type OurProcess, startCli, startNode } from "./cli-process.js";

const KILLS = process.env.VALUE_COMPASS_FULL ? 30 : 2;

function studyFolder(over: object = {}): string {
  const folder = testFolder();
  writeFileSync(join(folder, "study.json"), JSON.stringify({ ...smallStudy, ...over }));
  return folder;
}

/** What a run that nobody disturbs comes to, and how long it takes; a study is run so once for all tests. */
function undisturbed(over: object = {}): ReturnType<typeof runUndisturbed> {
  const known = JSON.stringify(over);
  const found = references.get(known) ?? runUndisturbed(over);
  references.set(known, found);
  return found;
}
const references = new Map<string, ReturnType<typeof runUndisturbed>>();

async function runUndisturbed(over: object) {
  const folder = studyFolder(over);
  const began = performance.now();
  const { code, out } = await startCli("run", folder, "--quiet", "--json").ended;
  expect(code).toBe(0);
  const { asked } = JSON.parse(out) as { asked: number };
  const keys = journaledKeys(folder);
  expect(keys).toHaveLength(asked);
  return { bytes: bytesOf(folder), keys: new Set(keys), milliseconds: performance.now() - began };
}

/** The content keys of all journaled replies. */
function journaledKeys(folder: string): string[] {
  const path = join(folder, "journal.db");
  if (!existsSync(path)) return [];
  const database = new Libsql(path);
  const rows = (sql: string) => database.prepare(sql).raw().all() as unknown as string[][];
  try {
    if (rows("SELECT name FROM sqlite_master WHERE name = 'call'").length === 0) return [];
    return rows("SELECT lower(hex(key)) FROM call ORDER BY id").map(([key]) => key);
  } finally {
    database.close();
  }
}

/** Kills a process at a random moment; whether it was still alive. */
async function killed(run: OurProcess, milliseconds: number, random: Stream): Promise<boolean> {
  await Promise.race([after(milliseconds * (0.2 + 0.8 * random.next())), run.ended]);
  run.process.kill("SIGKILL");
  return (await run.ended).signal === "SIGKILL";
}

function linesOf(file: string): string[] {
  return existsSync(file) ? readFileSync(file, "utf8").trim().split("\n") : [];
}

describe("C1 and C2: killing a run", () => {
  test(`${KILLS} times, up to three in a row, changes no byte of what comes out`, async () => {
    const { bytes, keys, milliseconds } = await undisturbed();
    const random = stream("kill", "bytes");
    let hits = 0;
    let folders = 0;
    while (hits < KILLS) {
      const folder = studyFolder();
      folders++;
      for (let n = 1 + random.integer(3); n > 0 && hits < KILLS; n--)
        if (await killed(startCli("run", folder, "--quiet"), milliseconds, random)) hits++;
      expect(await startCli("run", folder, "--quiet").ended).toMatchObject({ code: 0, err: "" });
      expect(bytesOf(folder)).toEqual(bytes);
      const journaled = journaledKeys(folder);
      expect(journaled).toHaveLength(keys.size);
      expect(new Set(journaled)).toEqual(keys);
    }
    console.log(`${hits} kills in ${folders} studies, the same bytes in each`);
  }, 300_000);

  test(`${KILLS} times, no examinee is asked again for a journaled reply`, async () => {
    const { bytes, keys, milliseconds } = await undisturbed();
    const random = stream("kill", "ledger");
    const run = (folder: string, ledger: string) =>
      startNode(join(import.meta.dirname, "ledger-run.mjs"), folder, ledger);
    let hits = 0;
    let again = 0;
    while (hits < KILLS) {
      const folder = studyFolder();
      const asked = new Set<string>();
      for (let n = 0, alive = true; alive; n++) {
        const journaled = new Set(journaledKeys(folder));
        const ledger = join(folder, `ledger-${n}`);
        const process = run(folder, ledger);
        alive = hits < KILLS && n < 3 && (await killed(process, milliseconds, random));
        if (alive) hits++;
        else expect((await process.ended).signal).toBeNull();
        const own = linesOf(ledger);
        expect(own.filter((key) => journaled.has(key))).toEqual([]);
        again += own.filter((key) => asked.has(key)).length;
        for (const key of own) asked.add(key);
      }
      expect(asked).toEqual(keys);
      expect(bytesOf(folder)).toEqual(bytes);
    }
    console.log(`${hits} kills; ${again} replies asked twice, all unwritten when the process died`);
  }, 300_000);
});

describe("C3: a run that is told to end", () => {
  const larger = { budget: { ...smallStudy.budget, candidates: 80 } };

  test.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)(
    "by %s ends with %s, keeps everything, and prints the command that goes on with it",
    async (signal, wanted) => {
      const { bytes, keys } = await undisturbed(larger);
      const folder = studyFolder(larger);
      const run = startCli("run", folder);
      await run.spoke;
      run.process.kill(signal);
      const { code, err, out } = await run.ended;
      expect(code).toBe(wanted);
      expect(out).toBe("");
      const [last] = err.trim().split("\n").slice(-1);
      expect(last).toBe(
        `interrupted; everything is kept; go on with: value-compass resume ${folder}`,
      );
      const journaled = journaledKeys(folder);
      expect(journaled.length).toBeGreaterThan(0);
      expect(journaled.length).toBeLessThan(keys.size);
      expect(existsSync(join(folder, "study.lock"))).toBe(false);
      const [, command] = /go on with: value-compass (.*)$/.exec(last) ?? [];
      const next = await startCli(...command.split(" "), "--quiet", "--json").ended;
      expect(next.code).toBe(0);
      expect(JSON.parse(next.out)).toMatchObject({
        asked: keys.size - journaled.length,
        reused: journaled.length,
      });
      expect(bytesOf(folder)).toEqual(bytes);
    },
  );

  test("twice leaves at once, whatever is under way", async () => {
    const emulator = await startEmulator({
      models: { slow: () => "I would." },
      plan: { faults: { hang: 1 } },
    });
    const folder = studyFolder({
      examinees: [{ kind: "endpoint", id: "slow", baseUrl: emulator.url, model: "slow" }],
      budget: { rounds: 0, samples: 1 },
    });
    const run = startCli("run", folder, "--quiet");
    while (emulator.served().requests === 0) await after(5);
    run.process.kill("SIGTERM");
    run.process.kill("SIGTERM");
    expect((await run.ended).code).toBe(143);
    await emulator.close();
    expect(journaledKeys(folder)).toEqual([]);
  });
});

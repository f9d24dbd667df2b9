import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as after } from "node:timers/promises";
import { expect, test } from "vitest";
import { startEmulator } from "../../src/endpoints/emulator/emulator.js";
import { emulatedModels } from "../../src/run/emulated-models.js";
import { bytesOf, testFolder } from "../run/small-study.js";
import { startCli } from "./cli-process.js";

const CALLS = 160;
const AT_ONCE = 8;

test("C5: a bit flipped in the log of a killed run costs no paid reply, and the next run says so once", async () => {
  const latency = { kind: "uniform", low: 5, high: 25 } as const;
  const emulator = await startEmulator({ models: emulatedModels(7), plan: { latency } });
  const newFolder = (): string => {
    const folder = testFolder();
    const examinees = ["guardian", "explorer"].map((id) => ({
      kind: "endpoint",
      id,
      baseUrl: emulator.url,
      model: `sim:${id}`,
      limits: { concurrency: AT_ONCE },
    }));
    const budget = { rounds: 0, samples: 4 };
    const study = { format: 1, name: "flipped", systems: ["schwartz"], examinees, budget };
    writeFileSync(join(folder, "study.json"), JSON.stringify(study));
    return folder;
  };
  const undisturbed = newFolder();
  expect((await startCli("run", undisturbed, "--quiet").ended).code).toBe(0);
  const folder = newFolder();
  const before = emulator.served().requests;
  const run = startCli("run", folder, "--quiet");
  while (emulator.served().requests < before + CALLS / 2) await after(2);
  run.process.kill("SIGKILL");
  await run.ended;
  // Early in the log: SQLite alone would forget everything from there on.
  const path = join(folder, "journal.db-wal");
  const log = readFileSync(path);
  log[32 + 12 * 4120 + 2000] ^= 4;
  writeFileSync(path, log);

  const plan = await startCli("plan", folder).ended;
  expect(plan).toMatchObject({ code: 2, out: "" });
  expect(plan.err).toMatch(/journal\.db: has a damaged write-ahead log\. .*value-compass run/);

  const next = await startCli("run", folder, "--quiet", "--json").ended;
  expect(next.code).toBe(0);
  expect(JSON.parse(next.out).warnings).toContain(
    "the journal's log was damaged and has been put right: no record was lost; " +
      "the damaged log is kept as journal.db-wal.broken-1",
  );
  expect(emulator.served().requests - before - CALLS).toBeLessThanOrEqual(AT_ONCE);
  expect(readFileSync(`${path}.broken-1`).equals(log)).toBe(true);

  const again = await startCli("run", folder, "--quiet", "--json").ended;
  expect(JSON.parse(again.out)).toMatchObject({ asked: 0, reused: CALLS });
  expect(bytesOf(folder)).toEqual(bytesOf(undisturbed));
  expect(existsSync(`${path}.broken-2`)).toBe(false);
  await emulator.close();
});

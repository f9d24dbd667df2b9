import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as after } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Emulator, startEmulator } from "../../src/endpoints/emulator/emulator.js";
import { emulatedModels } from "../../src/run/emulated-models.js";
import { bytesOf, testFolder } from "../run/small-study.js";
import { type OurProcess, startCli } from "./cli-process.js";
import { QUEUE_SERVERS, type QueueServer } from "./queue-server.js";

/** 5,000 calls where VALUE_COMPASS_FULL is set. */
const SAMPLES = process.env.VALUE_COMPASS_FULL ? 125 : 10;
const CALLS = 40 * SAMPLES;
const IN_FLIGHT = 8;

describe.each(QUEUE_SERVERS)(
  "many workers on one study over $name",
  ({ name: kind, isHere, start }) => {
    if (!isHere()) {
      test.skip("is not installed here", () => {});
      return;
    }
    let emulator: Emulator;
    let server: QueueServer;
    let workers: OurProcess[] = [];
    beforeAll(async () => {
      const latency = { kind: "uniform", low: 20, high: 60 } as const;
      emulator = await startEmulator({ models: emulatedModels(7), plan: { latency } });
      server = await start();
      const flags = ["--concurrency", String(IN_FLIGHT), "--lock-seconds", "2"];
      workers = await Promise.all(
        [1, 2, 3].map(async () => {
          const own = startCli("worker", "--queue", server.url, ...flags);
          await own.spoke;
          return own;
        }),
      );
    });
    afterAll(async () => {
      for (const { process } of workers) process.kill("SIGINT");
      await Promise.all(workers.map(({ ended }) => ended));
      await server.stop();
      await emulator.close();
    });

    const studyFolder = (name: string) => {
      const folder = testFolder();
      const examinees = ["guardian", "explorer"].map((id) => ({
        kind: "endpoint",
        id,
        baseUrl: emulator.url,
        model: `sim:${id}`,
        limits: { concurrency: 64 },
        // Another study, other questions: what one test has asked is not there for the next.
        prompt: `Study ${name}.`,
      }));
      const budget = { rounds: 0, samples: SAMPLES };
      const study = { format: 1, name: "many", systems: ["schwartz"], examinees, budget };
      writeFileSync(join(folder, "study.json"), JSON.stringify(study));
      return folder;
    };
    const alone = async (name: string) => {
      const folder = studyFolder(name);
      expect((await startCli("run", folder, "--quiet").ended).code).toBe(0);
      return bytesOf(folder);
    };
    const asked = async (begun: number) => {
      while (emulator.served().requests < begun) await after(5);
    };

    test("a worker killed in mid-run loses nothing; only what it had under way is asked again", async () => {
      const bytes = await alone("A");
      const folder = studyFolder("A");
      const before = emulator.served();
      const run = startCli("run", folder, "--quiet", "--queue", server.url);
      await asked(before.requests + CALLS / 4);
      workers[2].process.kill("SIGKILL");
      expect(await run.ended).toMatchObject({ code: 0 });
      expect(bytesOf(folder)).toEqual(bytes);
      const extra = emulator.served().requests - before.requests - CALLS;
      expect(extra).toBeGreaterThanOrEqual(0);
      expect(extra).toBeLessThanOrEqual(IN_FLIGHT);
      console.log(`${kind}, worker killed: ${CALLS} calls, ${extra} asked again`);
    }, 600_000);

    test("a coordinator killed and started again collects what was finished meanwhile, and asks nothing twice", async () => {
      const bytes = await alone("B");
      const folder = studyFolder("B");
      const before = emulator.served().requests;
      const first = startCli("run", folder, "--quiet", "--queue", server.url);
      await asked(before + CALLS / 4);
      first.process.kill("SIGKILL");
      await first.ended;
      expect(await startCli("run", folder, "--quiet", "--queue", server.url).ended).toMatchObject({
        code: 0,
      });
      expect(bytesOf(folder)).toEqual(bytes);
      expect(emulator.served().requests - before).toBe(CALLS);
      console.log(`${kind}, coordinator killed: ${CALLS} calls, 0 asked again`);
    }, 600_000);
  },
);

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as after } from "node:timers/promises";
import { expect, test } from "vitest";
import { startEmulator } from "../../src/endpoints/emulator/emulator.js";
import { stream } from "../../src/random/stream.js";
import { emulatedModels } from "../../src/run/emulated-models.js";
import { bytesOf, testFolder } from "../run/small-study.js";
import { startCli } from "./cli-process.js";

const KILLS = process.env.VALUE_COMPASS_FULL ? 200 : 2;
const AT_ONCE = 8;

test(`C1, C2: a run over an endpoint killed ${KILLS} times, by the number of its calls: the same bytes, and only calls under way are made twice`, async () => {
  const latency = { kind: "uniform", low: 5, high: 25 } as const;
  const emulator = await startEmulator({ models: emulatedModels(7), plan: { latency } });
  const random = stream("kill", "endpoint");
  const newFolder = (): string => {
    const folder = testFolder();
    const examinees = ["guardian", "explorer"].map((id) => ({
      kind: "endpoint",
      id,
      baseUrl: emulator.url,
      model: `sim:${id}`,
      limits: { concurrency: AT_ONCE },
    }));
    const study = {
      format: 1,
      name: "killed",
      systems: ["schwartz"],
      examinees,
      budget: { rounds: 0, samples: 5 },
    };
    writeFileSync(join(folder, "study.json"), JSON.stringify(study));
    return folder;
  };
  const CALLS = 200;
  const undisturbed = newFolder();
  expect((await startCli("run", undisturbed, "--quiet").ended).code).toBe(0);
  const bytes = bytesOf(undisturbed);
  let kills = 0;
  let twice = 0;
  while (kills < KILLS) {
    const folder = newFolder();
    const before = emulator.served().requests;
    let alive = 0;
    for (let n = 1 + random.integer(3); n > 0 && kills < KILLS; n--) {
      const wanted = emulator.served().requests + 1 + random.integer(60);
      const run = startCli("run", folder, "--quiet");
      while (emulator.served().requests < wanted && run.process.exitCode === null) await after(2);
      run.process.kill("SIGKILL");
      if ((await run.ended).signal === "SIGKILL") {
        kills++;
        alive++;
      }
    }
    expect(await startCli("run", folder, "--quiet").ended).toMatchObject({ code: 0, err: "" });
    const extra = emulator.served().requests - before - CALLS;
    expect(extra).toBeGreaterThanOrEqual(0);
    expect(extra).toBeLessThanOrEqual(alive * AT_ONCE);
    twice += extra;
    expect(bytesOf(folder)).toEqual(bytes);
    console.log(`${kills} of ${KILLS} kills, ${twice} calls made twice`);
  }
  await emulator.close();
}, 14_400_000);

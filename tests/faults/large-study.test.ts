import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { startEmulator } from "../../src/endpoints/emulator/emulator.js";
import { emulatedModels } from "../../src/run/emulated-models.js";
import { testFolder } from "../run/small-study.js";
import { startCli } from "./cli-process.js";

/** 20,000 calls where VALUE_COMPASS_FULL is set. */
const SAMPLES = process.env.VALUE_COMPASS_FULL ? 250 : 10;
const CALLS = 80 * SAMPLES;
const MEGABYTES = 300;

/** The most memory that a process has held, in megabytes; `null` where the system does not tell. */
function peakOf(pid: number | undefined): number | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    // A process that has ended and is still listed has none.
    const [, kilobytes] = /VmHWM:\s+(\d+) kB/.exec(status) ?? [];
    return kilobytes === undefined ? null : Number(kilobytes) / 1000;
  } catch {
    return null;
  }
}

test(`a study of ${CALLS} calls with 5 % faults loses none, asks none twice, and stays below ${MEGABYTES} MB`, async () => {
  const faults = {
    serverError: 0.01,
    reset: 0.01,
    malformedJson: 0.01,
    truncatedBody: 0.01,
    html: 0.005,
    rateLimitBare: 0.005,
  };
  const latency = { kind: "lognormal", median: 40, sigma: 0.5 } as const;
  const emulator = await startEmulator({ models: emulatedModels(7), plan: { latency, faults } });
  const folder = testFolder();
  const examinees = ["guardian", "explorer", "achiever", "caretaker"].map((id) => ({
    kind: "endpoint",
    id,
    baseUrl: emulator.url,
    model: `sim:${id}`,
    limits: { concurrency: 64 },
  }));
  const budget = { rounds: 0, samples: SAMPLES };
  const study = { format: 1, name: "large", systems: ["schwartz"], examinees, budget };
  writeFileSync(join(folder, "study.json"), JSON.stringify(study));
  const began = performance.now();
  const run = startCli("run", folder, "--quiet", "--json");
  let peak: number | null = null;
  const watching = setInterval(() => {
    peak = peakOf(run.process.pid) ?? peak;
  }, 100);
  const { code, out } = await run.ended;
  clearInterval(watching);
  const { asked, counts } = JSON.parse(out);
  const served = emulator.served();
  await emulator.close();
  const seconds = (performance.now() - began) / 1000;
  console.log(
    `${asked} replies, ${counts.unmeasured} unmeasured; the server counts ${served.requests} requests, ` +
      `${served.answered} answered, ${served.repeated} of them again, ${served.mostAtOnce} at once at the most; ` +
      `${seconds.toFixed(0)} s, peak ${peak === null ? "unknown" : Math.round(peak)} MB`,
  );
  expect([code, asked, counts.unmeasured]).toEqual([0, CALLS, 0]);
  expect([served.answered, served.repeated]).toEqual([CALLS, 0]);
  expect(served.requests).toBeGreaterThan(1.03 * CALLS);
  expect(served.mostAtOnce).toBeLessThanOrEqual(64);
  if (peak !== null) expect(peak).toBeLessThan(MEGABYTES);
}, 1_200_000);

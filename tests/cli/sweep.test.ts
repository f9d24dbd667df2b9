import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { mean } from "simple-statistics";
import { expect, test } from "vitest";
import type { ObjectiveSweep } from "../../src/generator/objective-sweep.js";
import { testFolder } from "../run/small-study.js";
import { cli } from "./in-process.js";

const study = {
  format: 1,
  name: "sweep",
  systems: ["schwartz"],
  examinees: ["sim:explorer", "sim:guardian", "sim:caretaker", "sim:achiever"].map((id) => ({
    kind: "archetype",
    id,
  })),
  budget: { items: 10, candidates: 60, samples: 5, searchSamples: 5 },
};

test("a sweep turns alpha on one set of candidates, tells both terms apart, and pays nothing twice", async () => {
  const folder = testFolder();
  writeFileSync(join(folder, "study.json"), JSON.stringify(study));
  const first = await cli("sweep", folder, "--quiet", "--json", "--alpha", "0", "0.5", "1");
  expect(first.code).toBe(0);
  const [one] = JSON.parse(first.out).sweeps as ObjectiveSweep[];
  expect(one.rows.map(({ alpha }) => alpha)).toEqual([0, 0.5, 1]);
  expect(one.rows.every(({ items }) => items.length === 10)).toBe(true);
  expect(one.shared[0][0]).toBe(10);
  expect(one.shared[0][2]).toBe(one.shared[2][0]);
  expect(one.shared[0][2]).toBeLessThan(10);
  const [informative, , elicited] = one.rows;
  expect(elicited.elicitation.mean).toBeGreaterThan(informative.elicitation.mean ?? Infinity);
  expect(JSON.parse(first.out).simulated).toBe(true);
  const again = await cli("sweep", folder, "--quiet", "--json", "--alpha", "0", "0.5", "1");
  expect(again.out).toBe(first.out);
  const table = await cli("sweep", folder, "--quiet", "--divergence", "hellinger", "variance");
  expect(table.out).toContain("hellinger");
  expect(table.out).toContain("as drawn");
  expect((await cli("sweep", folder, "--alpha", "2")).err).toContain("from 0 to 1");
  expect((await cli("sweep", folder, "--divergence", "nearby")).code).toBe(2);
}, 120_000);

test("on average over seeds, the replies that chose the items flatter them, and fresh ones do not", async () => {
  const chosen: number[] = [];
  const fresh: number[] = [];
  for (const seed of process.env.VALUE_COMPASS_FULL ? [1, 2, 3, 4, 5, 6] : [1, 2, 3]) {
    const folder = testFolder();
    const larger = { ...study, seed, budget: { ...study.budget, candidates: 150 } };
    writeFileSync(join(folder, "study.json"), JSON.stringify(larger));
    const { out } = await cli("sweep", folder, "--quiet", "--json", "--alpha", "0");
    const [{ rows }] = JSON.parse(out).sweeps as ObjectiveSweep[];
    chosen.push(rows[0].chosenInformativeness.mean ?? Number.NaN);
    fresh.push(rows[0].informativeness.mean ?? Number.NaN);
  }
  expect(mean(chosen)).toBeGreaterThan(mean(fresh));
}, 120_000);

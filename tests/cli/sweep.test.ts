import { writeFileSync } from "node:fs";
import { join } from "node:path";
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
  // On one small set, luck decides which of the two is larger; both have to be there.
  expect(informative.chosenInformativeness.mean).not.toBeNull();
  expect(informative.informativeness.mean).not.toBeNull();
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

import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { runStudyIn } from "../../src/run/run-study-in.js";
import type { StudyInput } from "../../src/run/study-schema.js";

const home = mkdtempSync(join(tmpdir(), "value-compass-test-"));
afterAll(() => rmSync(home, { recursive: true }));

const plan: StudyInput = {
  format: 1,
  name: "Two archetypes",
  systems: ["mft"],
  examinees: [
    { kind: "archetype", id: "sim:guardian" },
    { kind: "archetype", id: "sim:explorer" },
  ],
  budget: { rounds: 0, samples: 1 },
};

test("one call writes the plan with its defaults, asks and scores; again it asks nothing", async () => {
  const folder = join(home, "one");
  const first = await runStudyIn(folder, plan);
  expect(first.asked).toBeGreaterThan(0);
  expect(first.study.systems.map(({ id }) => id)).toEqual(["mft"]);
  expect(first.results.scores).toHaveLength(2 * first.study.systems[0].dimensions.length);
  const written = JSON.parse(readFileSync(join(folder, "study.json"), "utf8"));
  expect(written.objective.alpha).toBe(0.5);

  const again = await runStudyIn(folder, plan);
  expect([again.asked, again.reused]).toEqual([0, first.asked]);
  expect(again.results).toEqual(first.results);
});

test.each([
  ["a system that is not known", { systems: ["mtf"] }, /mtf/],
  ["an alpha above 1", { objective: { alpha: 2 } }, /study\.json: objective\.alpha/],
])("%s is refused before anything is written", async (_, change, message) => {
  const folder = join(home, "two");
  await expect(runStudyIn(folder, { ...plan, ...change })).rejects.toThrow(message);
  expect(existsSync(folder)).toBe(false);
});

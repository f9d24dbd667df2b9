import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { divergence, registerDivergence } from "../../src/catalogue/divergences.js";
import { checkStudy } from "../../src/run/read-study.js";
import { type StudyInput, studyJsonSchema } from "../../src/run/study-schema.js";
import { assembled, bytesOf, ran, smallStudy, testFolder } from "./small-study.js";

const tiny: StudyInput = {
  ...smallStudy,
  budget: { rounds: 1, items: 3, samples: 2, candidates: 6, generations: 1, searchSamples: 3 },
};
const withObjective = (objective: StudyInput["objective"]) => ({ ...tiny, objective });

async function runOf(objective: StudyInput["objective"]) {
  const folder = testFolder();
  const { results } = await ran(await assembled(withObjective(objective)), folder);
  const manifest = JSON.parse(readFileSync(join(folder, "rounds/1/manifest.json"), "utf8"));
  return { folder, results, manifest };
}

describe("a choice in study.json", () => {
  test("holds every number it depends on once it is checked", () => {
    const checked = (divergence: NonNullable<StudyInput["objective"]>["divergence"]) =>
      checkStudy(withObjective({ divergence }), "study.json").objective.divergence;
    expect(checked("hellinger")).toBe("hellinger");
    expect(checked({ id: "hellinger" })).toBe("hellinger");
    expect(checked("renyi")).toEqual({ id: "renyi", order: 0.5, smoothing: 0.04 });
    expect(checked({ id: "renyi", order: 2 })).toEqual({ id: "renyi", order: 2, smoothing: 0.04 });
    expect(checked(checked({ id: "renyi", order: 2 }))).toEqual(checked({ id: "renyi", order: 2 }));
  });

  test("is written into the manifests and, in words, into the results", async () => {
    const { manifest, results } = await runOf({
      divergence: { id: "renyi", order: 2 },
      elicitation: "adaem-surrogate",
    });
    expect(manifest.study.objective.divergence).toEqual({ id: "renyi", order: 2, smoothing: 0.04 });
    expect(manifest.study.objective.elicitation).toEqual({
      id: "adaem-surrogate",
      "shown-from": 0.5,
    });
    expect(results.study.divergence).toBe("renyi (order 2, smoothing 0.04)");
    expect(results.study.elicitation).toBe("adaem-surrogate (shown-from 0.5)");
  });

  test("decides with its numbers: another order is another decision, and both keep to one journal", async () => {
    const folder = testFolder();
    const objective = (order: number) => withObjective({ divergence: { id: "renyi", order } });
    await ran(await assembled(objective(2)), folder);
    const first = bytesOf(folder);
    await ran(await assembled(objective(0.2)), folder);
    expect(bytesOf(folder)).not.toEqual(first);
    await ran(await assembled(objective(2)), folder);
    expect(bytesOf(folder)).toEqual(first);
  });

  test("that knows neighbours is said to make do where a system has no circle", async () => {
    const objective = { divergence: "circular-wasserstein-shares" };
    const warnings = async (system: string) =>
      (await assembled({ ...withObjective(objective), systems: [system] })).warnings;
    expect(await warnings("schwartz")).toEqual([]);
    expect(await warnings("safety")).toEqual([expect.stringContaining("safety for a circle")]);
  });

  test("may be a divergence of one's own, once it is registered", async () => {
    const own = { ...divergence("total-variation"), id: "own-total-variation" };
    expect(() => checkStudy(withObjective({ divergence: own.id }), "study.json")).toThrow(
      "unknown",
    );
    registerDivergence(own);
    const { results, manifest } = await runOf({ divergence: own.id });
    expect(manifest.study.objective.divergence).toBe(own.id);
    const { results: same } = await runOf({ divergence: "total-variation" });
    expect(results.scores).toEqual(same.scores);
  });

  test("is named in the JSON Schema, those registered included", () => {
    const text = JSON.stringify(studyJsonSchema());
    for (const id of ["renyi", "squared-distance-shares", "barber-agakov"])
      expect(text).toContain(`"${id}"`);
  });
});

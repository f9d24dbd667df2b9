import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { startEmulator } from "../../src/endpoints/emulator/emulator.js";
import { seedItems } from "../../src/facts/seeds.js";
import { cutInHalf } from "../../src/generator/quality/completion-match.js";
import { stream } from "../../src/random/stream.js";
import { emulatedModels } from "../../src/run/emulated-models.js";
import { type SeenScore, seenEffect } from "../../src/statistics/seen-effect.js";
import { cli } from "../cli/in-process.js";
import { testFolder } from "./small-study.js";

test("an examinee that has learned the static items is caught completing them, and the others are not", async () => {
  const learned = new Map(seedItems("schwartz").map(({ text }) => [cutInHalf(text).opening, text]));
  const models = emulatedModels(7);
  const emulator = await startEmulator({
    models: {
      ...models,
      memorizer: (ask) => {
        const question = ask.messages.at(-1)?.content ?? "";
        const known = learned.get(question.split("\n\n")[1] ?? "");
        return known ? cutInHalf(known).rest : models["sim:o3-mini"](ask);
      },
    },
  });
  try {
    const folder = testFolder();
    const study = {
      format: 1,
      name: "contaminated",
      systems: ["schwartz"],
      examinees: [
        { kind: "archetype", id: "sim:guardian" },
        { kind: "archetype", id: "sim:explorer" },
        { kind: "endpoint", id: "memorizer", model: "memorizer", baseUrl: emulator.url },
      ],
      budget: {
        rounds: 1,
        items: 6,
        candidates: 12,
        generations: 1,
        samples: 1,
        searchSamples: 2,
      },
      seed: 3,
    };
    writeFileSync(join(folder, "study.json"), JSON.stringify(study));
    await cli("run", folder, "--quiet");
    const dates = ["--published", "0=2024-01-01", "--released"];
    const released = ["memorizer=2025-01-01", "sim:guardian=2023-01-01", "sim:explorer=2023-01-01"];
    const { out, code } = await cli(
      "contamination",
      folder,
      ...dates,
      ...released,
      "--json",
      "--quiet",
    );
    expect(code).toBe(0);
    const { completions, effect } = JSON.parse(out);
    const of = (examinee: string, round: number) =>
      completions.find(
        (row: { examinee: string; round: number }) =>
          row.examinee === examinee && row.round === round,
      );
    expect(of("memorizer", 0)).toMatchObject({ items: 20, known: 20, match: 1 });
    expect(of("memorizer", 1).known).toBe(0);
    for (const other of ["sim:guardian", "sim:explorer"])
      for (const round of [0, 1]) expect(of(other, round).known).toBe(0);
    expect(effect.low).toBeLessThan(effect.high);
    const again = await cli("contamination", folder, "--quiet");
    expect(again.out).toContain("not looked at");
    expect((await cli("contamination", folder, "--published", "yesterday")).code).toBe(2);
  } finally {
    await emulator.close();
  }
}, 60_000);

test("the effect of having been public is found where it is planted, and its interval covers 0 where it is not", () => {
  const run = (planted: number, seed: number) => {
    const random = stream("contamination", seed);
    const scores: SeenScore[] = [];
    const released = Array.from({ length: 8 }, (_, i) => i);
    const levels = released.map(() => random.normal() / 5);
    for (let item = 0; item < 60; item++) {
      const born = item % 8;
      const ease = random.normal() / 5;
      for (const i of released) {
        const seen = i > born;
        const score = levels[i] + ease - born / 20 + (seen ? planted : 0) + random.normal() / 10;
        scores.push({ examinee: `m${i}`, item: `x${item}`, seen, score });
      }
    }
    return seenEffect(scores);
  };
  let covered = 0;
  for (let seed = 0; seed < 100; seed++) {
    const { low, high } = run(0, seed);
    if ((low ?? 1) <= 0 && (high ?? -1) >= 0) covered++;
  }
  expect(covered).toBeGreaterThanOrEqual(88);
  const { mean, low } = run(0.2, 1);
  expect(mean).toBeCloseTo(0.2, 1);
  expect(low).toBeGreaterThan(0.1);
});

test("nothing is claimed where no examinee was released between two publications", () => {
  const scores = ["a", "b"].flatMap((examinee) =>
    ["x", "y"].map((item) => ({ examinee, item, seen: examinee === "a", score: 0.5 })),
  );
  expect(seenEffect(scores).mean).toBeNull();
});

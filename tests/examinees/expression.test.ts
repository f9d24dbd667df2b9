import { describe, expect, it } from "vitest";
import { simulatedArchetype } from "../../src/examinees/archetypes.js";
import { expectedReading, expressionRates } from "../../src/examinees/expression.js";
import { plantedLabels } from "../../src/examinees/planted-labels.js";
import { readItem } from "../../src/examinees/read-item.js";
import { simulatedExaminee } from "../../src/examinees/simulated.js";
import { simulatedSystems, simulatorPhrases } from "../../src/examinees/simulator-words.js";
import { defaultWorld } from "../../src/examinees/world.js";

const text =
  "Two colleagues quarrel over a leaked file. One wants to protect the privacy of the people in it " +
  "and be fair to everyone, the other insists that the public has a right to the truth. Both jobs " +
  "are at stake. Who should give way?";

describe("expressionRates", () => {
  const traits = readItem(text, "schwartz", defaultWorld);
  const rates = (score: number) => expressionRates(Array(10).fill(score), traits, defaultWorld);

  it("never falls as the planted score rises, on any dimension", () => {
    for (let step = 0; step < 20; step++) {
      const [lower, higher] = [rates(step / 20), rates((step + 1) / 20)];
      lower.forEach((rate, place) => {
        expect(higher[place]).toBeGreaterThanOrEqual(rate);
      });
    }
  });

  it("stays a probability below the affordance", () => {
    for (const score of [0, 0.5, 1])
      rates(score).forEach((rate, place) => {
        expect(rate).toBeGreaterThanOrEqual(0);
        expect(rate).toBeLessThanOrEqual(traits.affordance[place]);
      });
  });

  it("is the formula of the specification, worked by hand", () => {
    const item = {
      dimensions: ["care"],
      affordance: [0.8],
      controversy: 0.6,
      threshold: [0.55],
      consensus: [0.4],
      named: [],
      textName: "",
    };
    // 0.8 [0.4 x 0.4 + 0.6 / (1 + e)]
    const [rate] = expressionRates([0.5], item, defaultWorld);
    expect(rate).toBeCloseTo(0.8 * (0.16 + 0.6 / (1 + Math.E)), 12);
  });

  it("asks for one score a dimension", () => {
    expect(() => expressionRates([0.5], traits, defaultWorld)).toThrow(/expected 10.*: 1/);
  });
});

describe("expectedReading", () => {
  it.each(simulatedSystems)("is what endless replies with perfect labels come to: %s", (system) => {
    // A strong refusal tendency, so that its part shows.
    const who = simulatedExaminee({
      id: "sim:tested",
      profile: simulatedArchetype("sim:caretaker", { seed: 1 }).card.planted ?? {},
      seed: 4,
      style: { refusal: 0.5 },
    });
    const { dimensions, phrases } = simulatorPhrases(system);
    const samples = 6000;
    const seen = Object.fromEntries(dimensions.map((dimension) => [dimension, 0]));
    for (let sample = 0; sample < samples; sample++) {
      const { labels } = plantedLabels(who, { system, text, sample });
      for (const dimension of dimensions) {
        const label = labels[dimension];
        const shows = phrases.reading === "adherence" ? label === "adhere" : label !== "oppose";
        if (shows) seen[dimension] += 1 / samples;
      }
    }
    const expected = expectedReading(who, text, system);
    for (const dimension of dimensions) {
      const error = Math.sqrt((expected[dimension] * (1 - expected[dimension])) / samples);
      expect(Math.abs(seen[dimension] - expected[dimension])).toBeLessThan(4 * error + 1e-9);
    }
  });

  it("says which systems there are when one has no planted scores", () => {
    const who = simulatedExaminee({
      id: "sim:x",
      profile: { mft: { care: 1, fairness: 1, loyalty: 1, authority: 1, sanctity: 1 } },
      seed: 1,
    });
    expect(() => expectedReading(who, text, "safety")).toThrow(/"safety"; it has: mft/);
  });
});

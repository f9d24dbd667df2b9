import { describe, expect, it } from "vitest";
import { mixedPanel } from "../../src/examinees/mixed-panel.js";
import { alikeRun } from "../../src/experiments/alike.js";
import { foldReliability } from "../../src/experiments/fold-reliability.js";
import { itemReadings } from "../../src/experiments/measured-profiles.js";
import { priming } from "../../src/experiments/priming.js";
import { evolvedItems } from "../../src/experiments/recovery.js";
import { valueSystem } from "../../src/facts/value-systems.js";
import { checkStudy } from "../../src/run/read-study.js";

const full = process.env.VALUE_COMPASS_FULL === "1";
const system = valueSystem("schwartz");
const labels = { kind: "labels" } as const;

describe("N7: examinees that do not differ at all", () => {
  const runs = full ? 1000 : 40;
  it(`are reported so in ${runs} runs, and the replies that chose the items say otherwise`, async () => {
    const settings = {
      system,
      reader: labels,
      examinees: 6,
      candidates: 90,
      items: 30,
      samples: 5,
    };
    let [covered, chosen, fresh] = [0, 0, 0];
    for (let seed = 1; seed <= runs; seed++) {
      const run = await alikeRun(settings, seed);
      if (run.coversZero) covered++;
      chosen += run.chosen / runs;
      fresh += run.fresh / runs;
    }
    console.log(
      `identical simulated examinees, ${runs} runs: the fresh interval covers 0 in ${((100 * covered) / runs).toFixed(1)} %; ` +
        `D on the replies that chose ${chosen.toFixed(5)}, on fresh ones ${fresh.toFixed(5)} nats`,
    );
    expect(covered / runs).toBeGreaterThanOrEqual(full ? 0.93 : 0.85);
    if (full) expect(covered / runs).toBeLessThanOrEqual(0.97);
    expect(chosen).toBeGreaterThan(0.005);
    expect(Math.abs(fresh)).toBeLessThan(chosen / 10);
  }, 3_600_000);
});

it("an examinee primed on one value is found higher on it and lower on its opposites", async () => {
  const seeds = Array.from({ length: full ? 20 : 10 }, (_, n) => n + 1);
  const found = await priming({ system, reader: labels, push: 0.3, items: 60, samples: 3, seeds });
  const shown = ({ before, after, test }: typeof found.target) =>
    `${(100 * before).toFixed(1)} -> ${(100 * after).toFixed(1)} (p ${test.p.toExponential(1)})`;
  console.log(
    `primed simulated examinees, ${seeds.length} seeds: value ${shown(found.target)}; neighbours ` +
      `${shown(found.neighbours)}; opposites ${shown(found.opposite)}`,
  );
  expect(found.target.after).toBeGreaterThan(found.target.before);
  expect(found.target.test.p).toBeLessThan(0.01);
  expect(found.opposite.after).toBeLessThan(found.opposite.before);
  expect(found.opposite.test.p).toBeLessThan(0.01);
}, 600_000);

it("at the default budget five folds agree, and 200 items say what all say", async () => {
  const input = {
    format: 1,
    name: "x",
    systems: [system.id],
    examinees: [{ kind: "archetype", id: "sim:guardian" }],
  };
  const { samples, ...search } = checkStudy(input, "a study without a budget").budget;
  const panel = mixedPanel(901, { published: 4, archetypes: 4, covering: [system.id] });
  const settings = { system, alpha: 0.5, ...search, freshSamples: samples };
  const items = await evolvedItems(settings, labels, panel, 901);
  const rows = await itemReadings({ system, reader: labels }, items, panel, samples);
  const found = foldReliability(rows, panel.length, 200, 1);
  console.log(
    `${found.items} evolved items, ${samples} fresh replies, perfect labels: five-fold alpha ` +
      `${found.medianAlpha.toFixed(2)} (median), ${found.subset} items against all ${found.medianSubsetCorrelation.toFixed(2)}`,
  );
  expect(found.items).toBe(300);
  expect(found.medianAlpha).toBeGreaterThanOrEqual(0.85);
  expect(found.medianSubsetCorrelation).toBeGreaterThanOrEqual(0.8);
}, 3_600_000);

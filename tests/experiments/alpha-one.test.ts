import { expect, it } from "vitest";
import { mixedPanel } from "../../src/examinees/mixed-panel.js";
import { evolveInLab } from "../../src/experiments/evolve-in-lab.js";
import { readInLab } from "../../src/experiments/lab.js";
import { labSearch } from "../../src/experiments/lab-search.js";
import { valueSystem } from "../../src/facts/value-systems.js";
import { termsOf } from "../../src/generator/observed-terms.js";
import { stream } from "../../src/random/stream.js";
import { bandSamples } from "../../src/records/band.js";
import type { Terms } from "../../src/records/item.js";

const system = valueSystem("schwartz");
const lab = { system, reader: { kind: "labels" as const } };
const full = process.env.VALUE_COMPASS_FULL === "1";
const seeds = Array.from({ length: full ? 20 : 2 }, (_, n) => 701 + n);

/** Both terms, on fresh replies, of the last round that a search at this alpha ends with. */
async function evolvedAt(alpha: number, seed: number) {
  const panel = mixedPanel(seed, { published: 4, archetypes: 4, covering: [system.id] });
  const budget = { rounds: 2, items: 20, candidates: 120, generations: 2, searchSamples: 5 };
  const settings = labSearch(panel, { system, seed, alpha, ...budget });
  const { rounds } = await evolveInLab(lab, panel, settings);
  const found: Terms[] = [];
  for (const item of rounds[1]) {
    const { observation } = await readInLab(lab, item, panel, bandSamples("fresh", 8));
    found.push(termsOf(observation, settings, stream(seed, "null", item.id)));
  }
  const mean = (of: (terms: Terms) => number) =>
    found.reduce((sum, terms) => sum + of(terms), 0) / found.length;
  return { d: mean((one) => one.informativeness), i: mean((one) => one.elicitation) };
}

it("the information-bottleneck remark holds: a search by the second term alone ends with less D and more I", async () => {
  const total = { d0: 0, d1: 0, i0: 0, i1: 0 };
  for (const seed of seeds) {
    const [first, second] = [await evolvedAt(0, seed), await evolvedAt(1, seed)];
    total.d0 += first.d / seeds.length;
    total.i0 += first.i / seeds.length;
    total.d1 += second.d / seeds.length;
    total.i1 += second.i / seeds.length;
  }
  console.log(
    `${seeds.length} seeds, fresh replies, perfect labels: D ${total.d0.toFixed(4)} at alpha 0, ${total.d1.toFixed(4)} ` +
      `at alpha 1; I ${total.i0.toFixed(3)} and ${total.i1.toFixed(3)}`,
  );
  expect(total.d1).toBeLessThan(total.d0);
  expect(total.i1).toBeGreaterThan(total.i0);
}, 600_000);

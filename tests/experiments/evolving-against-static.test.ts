import { describe, expect, it } from "vitest";
import { describeWorld } from "../../src/examinees/describe-world.js";
import { defaultWorld } from "../../src/examinees/world.js";
import { COMPARISON_HEAD, comparisonLine } from "../../src/experiments/comparison-table.js";
import {
  type ComparisonSettings,
  compareSets,
} from "../../src/experiments/evolving-against-static.js";
import type { LabReader } from "../../src/experiments/lab.js";
import { pooled } from "../../src/experiments/pooled.js";
import { valueSystem } from "../../src/facts/value-systems.js";
import { embeddedRecognizer } from "../../src/recognizer/embedded-recognizer.js";

const full = process.env.VALUE_COMPASS_FULL === "1";
const count = full ? 20 : 1;
const seeds = Array.from({ length: count }, (_, n) => n + 1);
const embedded: LabReader = { kind: "recognizer", recognizer: embeddedRecognizer() };

const budget = full
  ? { rounds: 3, candidates: 200, generations: 2, items: 40, freshSamples: 10 }
  : { rounds: 2, candidates: 60, generations: 2, items: 12, freshSamples: 6 };

async function compare(alpha: number, reader: LabReader) {
  const settings: ComparisonSettings = {
    system: valueSystem("schwartz"),
    reader,
    alpha,
    searchSamples: 5,
    ...budget,
  };
  const results = [];
  for (const seed of seeds) results.push(await compareSets(settings, seed));
  return { inside: pooled(results, "inside"), outside: pooled(results, "outside") };
}

describe("evolved items tell simulated examinees apart better than static ones", () => {
  for (const alpha of [0, 0.5])
    it(`at alpha ${alpha}, on fresh replies, inside the search and outside it`, async () => {
      const found = await compare(alpha, embedded);
      console.log(
        [
          `${count} seeds, embedded recognizer, Schwartz, mixed panels, ${JSON.stringify(budget)}`,
          describeWorld(defaultWorld),
          COMPARISON_HEAD,
          comparisonLine(`alpha ${alpha}, examinees of the search`, found.inside),
          comparisonLine(`alpha ${alpha}, examinees outside it`, found.outside),
        ].join("\n"),
      );
      const { inside, outside } = found;
      if (full) {
        for (const side of [inside, outside]) {
          expect(side.overStatic.value).toBeGreaterThanOrEqual(2);
          expect(side.overStatic.low).toBeGreaterThan(1.5);
        }
      } else {
        expect(inside.means.evolved).toBeGreaterThan(inside.means.random);
        expect(inside.means.evolved).toBeGreaterThan(inside.means.static);
      }
    }, 3_600_000);

  it("and with perfect labels the search closes most of the gap to the best possible items", async () => {
    const { inside, outside } = await compare(0, { kind: "labels" });
    console.log(
      [
        COMPARISON_HEAD,
        comparisonLine("perfect labels, alpha 0, examinees of the search", inside),
        comparisonLine("perfect labels, alpha 0, examinees outside it", outside),
      ].join("\n"),
    );
    expect(inside.gapClosed.value).toBeGreaterThan(full ? 0.6 : 0.3);
    expect(outside.means.evolved).toBeGreaterThan(outside.means.random);
  }, 3_600_000);
});

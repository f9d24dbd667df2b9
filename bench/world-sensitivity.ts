// How much of "evolving beats static" is planted by the simulated world: one constant changed at a time.
import { describeWorld } from "../src/examinees/describe-world.js";
import { defaultWorld } from "../src/examinees/world.js";
import { COMPARISON_HEAD, comparisonLine } from "../src/experiments/comparison-table.js";
import { compareSets } from "../src/experiments/evolving-against-static.js";
import { pooled } from "../src/experiments/pooled.js";
import { variedWorlds } from "../src/experiments/worlds.js";
import { valueSystem } from "../src/facts/value-systems.js";
import { embeddedRecognizer } from "../src/recognizer/embedded-recognizer.js";

const SEEDS = 5;
const reader = { kind: "recognizer", recognizer: embeddedRecognizer() } as const;
console.log(describeWorld(defaultWorld));
console.log(`${SEEDS} seeds, Schwartz, mixed panels, alpha 0.5, outside examinees\n`);
console.log(COMPARISON_HEAD);
for (const { name, world } of variedWorlds()) {
  const seeds = [];
  for (let seed = 201; seed < 201 + SEEDS; seed++)
    seeds.push(
      await compareSets(
        {
          system: valueSystem("schwartz"),
          reader,
          alpha: 0.5,
          world,
          rounds: 3,
          candidates: 100,
          generations: 2,
          searchSamples: 5,
          items: 20,
          freshSamples: 10,
        },
        seed,
      ),
    );
  console.log(comparisonLine(name, pooled(seeds, "outside")));
}

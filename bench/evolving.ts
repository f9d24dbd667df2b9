// Evolved items against static, random and best possible ones and against AdAEM's procedure as published, in one run, with equal
// budgets of replies; by default on few seeds and a small budget (VALUE_COMPASS_FULL=1: 20 seeds that chose no variant).
// VALUE_COMPASS_READER=perfect or =embedded runs one reader alone; VALUE_COMPASS_WORDING=varied words all items in many ways.
import { describeWorld } from "../src/examinees/describe-world.js";
import { defaultWorld } from "../src/examinees/world.js";
import { COMPARISON_HEAD, comparisonLine } from "../src/experiments/comparison-table.js";
import { type ComparisonSeed, compareSets } from "../src/experiments/evolving-against-static.js";
import type { LabReader } from "../src/experiments/lab.js";
import { pooled } from "../src/experiments/pooled.js";
import { shippedGrammars } from "../src/facts/grammar.js";
import { valueSystem } from "../src/facts/value-systems.js";
import { grammarWriter } from "../src/generator/grammar-writer.js";
import { embeddedRecognizer } from "../src/recognizer/embedded-recognizer.js";

const full = process.env.VALUE_COMPASS_FULL === "1";
const SEEDS = Number(process.env.VALUE_COMPASS_SEEDS ?? (full ? 20 : 4));
const FIRST_SEED = 401;
const budget = full
  ? { rounds: 3, candidates: 200, generations: 2, items: 40, freshSamples: 10 }
  : { rounds: 2, candidates: 120, generations: 2, items: 20, freshSamples: 8 };
const readers: readonly (readonly [string, LabReader])[] = [
  ["perfect labels", { kind: "labels" }],
  ["embedded recognizer", { kind: "recognizer", recognizer: embeddedRecognizer() }],
];
const wanted = process.env.VALUE_COMPASS_READER;
const wording = process.env.VALUE_COMPASS_WORDING === "varied" ? "varied" : "plain";
const writer = grammarWriter(shippedGrammars(), wording);

console.log(describeWorld(defaultWorld));
console.log(
  `${SEEDS} seeds from ${FIRST_SEED}, Schwartz, mixed panels, ${wording} wording, ${JSON.stringify(budget)}; simulated examinees\n` +
    "published: AdAEM's surrogate score and UCB over topics, one reply a model, as many replies in all; the grammar stands in for its " +
    "writers, the cosine of content words for BERTScore",
);
for (const [name, reader] of readers) {
  if (wanted && !name.startsWith(wanted)) continue;
  console.log(`\n${name}\n${COMPARISON_HEAD}`);
  for (const alpha of [0, 0.5]) {
    const seeds: ComparisonSeed[] = [];
    for (let seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed++)
      seeds.push(
        await compareSets(
          { system: valueSystem("schwartz"), reader, alpha, searchSamples: 5, writer, ...budget },
          seed,
        ),
      );
    for (const [side, about] of [
      ["inside", "examinees of the search"],
      ["outside", "examinees outside it"],
      ["outsideSeparation", "outside, U-statistic (x 1000)"],
    ] as const)
      console.log(comparisonLine(`alpha ${alpha}, ${about}`, pooled(seeds, side)));
    const mean = (of: (seed: (typeof seeds)[number]) => number) =>
      (seeds.reduce((sum, seed) => sum + of(seed), 0) / seeds.length).toFixed(0);
    console.log(
      `alpha ${alpha}: replies asked for each item handed over: evolved ${mean(({ cost }) => cost.evolved.repliesPerItem)} ` +
        `(${mean(({ cost }) => cost.evolved.scored)} items scored), published ` +
        `${mean(({ cost }) => cost.published.repliesPerItem)} (${mean(({ cost }) => cost.published.scored)} scored)`,
    );
  }
}

// What a study finds at its default budget (no `budget` in study.json: three rounds of 100 items, three fresh replies): planted profiles
// recovered, five folds that agree, and what 200 of the 300 items would have said. Simulated examinees; VALUE_COMPASS_FULL=1
// runs all four systems on 12 seeds, otherwise Schwartz on 3.
import { mixedPanel } from "../src/examinees/mixed-panel.js";
import { foldReliability } from "../src/experiments/fold-reliability.js";
import type { LabReader } from "../src/experiments/lab.js";
import { itemReadings } from "../src/experiments/measured-profiles.js";
import { evolvedItems, recoverOn } from "../src/experiments/recovery.js";
import { valueSystem } from "../src/facts/value-systems.js";
import { embeddedRecognizer } from "../src/recognizer/embedded-recognizer.js";

const full = process.env.VALUE_COMPASS_FULL === "1";
const SEEDS = Number(process.env.VALUE_COMPASS_SEEDS ?? (full ? 12 : 3));
const FIRST_SEED = 901;
const systems = full ? ["schwartz", "mft", "llm_unique", "safety"] : ["schwartz"];
const each = { items: 100, candidates: 300, generations: 3, searchSamples: 5, freshSamples: 3 };
const rounds = 3;
const readers: readonly (readonly [string, LabReader])[] = [
  ["perfect labels", { kind: "labels" }],
  ["embedded recognizer", { kind: "recognizer", recognizer: embeddedRecognizer() }],
];
console.log(
  `${SEEDS} seeds from ${FIRST_SEED}, mixed panels of 8, alpha 0.5, ${JSON.stringify(each)}; median over seeds (least); simulated`,
);
for (const system of systems.map(valueSystem))
  for (const [name, reader] of readers) {
    const found: number[][] = [];
    for (let seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed++) {
      const panel = mixedPanel(seed, { published: 4, archetypes: 4, covering: [system.id] });
      const settings = { system, alpha: 0.5, rounds, ...each };
      const items = await evolvedItems(settings, reader, panel, seed);
      const lab = { system, reader };
      const rows = await itemReadings(lab, items, panel, each.freshSamples);
      const folds = foldReliability(rows, panel.length, 200, seed);
      const { spearman, centred } = await recoverOn(lab, items, panel, each.freshSamples);
      const recovered = [spearman ?? Number.NaN, centred ?? Number.NaN];
      found.push([items.length, ...recovered, folds.medianAlpha, folds.medianSubsetCorrelation]);
    }
    const column = (n: number) => found.map((one) => one[n]).sort((a, b) => a - b);
    const said = (n: number) =>
      `${column(n)[Math.floor(found.length / 2)].toFixed(2)} (${column(n)[0].toFixed(2)})`;
    console.log(
      `${system.id}, ${name}, ${rounds} rounds, ${found[0][0]} items, ${each.freshSamples} samples: recovery ${said(1)}, centred ${said(2)}, ` +
        `five-fold alpha ${said(3)}, 200 against all ${said(4)}`,
    );
  }

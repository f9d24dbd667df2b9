import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ValueSystem } from "../../values/value-system.js";
import { readData, readUntrained, type WeightsHeader } from "../assets.js";
import { header, packBanks } from "../bank-file.js";
import { dataFolder } from "../data-folder.js";
import { agreement } from "./agreement.js";
import { bankRecipes } from "./bank-recipe.js";
import { crossFit } from "./cross-fit.js";
import { type LabelledRow, readRows, trainingFiles } from "./labelled-row.js";
import { measure, metricsLines, type TrainedBank } from "./measure.js";
import { pruneVectors } from "./prune-vectors.js";
import { trainBank } from "./train-bank.js";

/**
 * Trains every head on the labelled data in a folder and writes weights and cross-validated metrics to
 * data/recognizer/. The same data give the same bytes.
 */
export function train(folder: string, say: (line: string) => void): void {
  const untrained = readUntrained();
  const trained: TrainedBank[] = bankRecipes.map((recipe) => {
    const rows = recipe.files.flatMap((file) => readRows(folder, file));
    say(`${recipe.name}: ${rows.length} rows, ${recipe.heads.length} heads`);
    const cross = crossFit(recipe, rows, untrained.vectors);
    const weights = { ...trainBank(recipe, rows, untrained.vectors), platt: cross.platt };
    return { recipe, rows, cross, weights };
  });
  const weights = trained.map((bank) => bank.weights);
  const about: WeightsHeader & Record<string, unknown> = {
    kind: "value-compass recognizer weights",
    madeBy: "npm run train (scripts/train.mjs)",
    banks: weights.map(header),
    terms: "hashes of words and word pairs; no text of the sources is kept",
    sources: trainingFiles.map((file) => sourceOf(file, readRows(folder, file))),
  };
  const out = join(dataFolder, "recognizer");
  writeFileSync(join(out, "heads.bin"), packBanks(weights));
  writeFileSync(join(out, "heads.json"), `${JSON.stringify(about, null, 1)}\n`);
  const metrics = measure(trained, untrained, systems());
  writeFileSync(join(out, "metrics.json"), `${JSON.stringify(metrics, null, 1)}\n`);
  for (const line of metricsLines(metrics)) say(line);
}

function systems(): readonly ValueSystem[] {
  return ["schwartz", "mft", "llm_unique", "safety"].map((id) =>
    readData<ValueSystem>(`systems/${id}.json`),
  );
}

function sourceOf(file: string, rows: readonly LabelledRow[]): Record<string, unknown> {
  return { file, rows: rows.length, licence: [...new Set(rows.map((row) => row.licence))] };
}

/**
 * The command line of scripts/train.mjs: a folder of labelled data, `--vectors FILE` (word vectors to
 * prune), or `--agreement FILE` (labelled rows to compare the shipped recognizer with).
 */
export async function trainFromCommandLine(words: readonly string[]): Promise<void> {
  const [first, second] = words;
  if (first === "--agreement" && second !== undefined) {
    console.log(JSON.stringify(await agreement(second, systems()), null, 1));
    return;
  }
  if (first === "--vectors" && second !== undefined) {
    pruneVectors(second, join(dataFolder, "recognizer"));
    return;
  }
  if (first === undefined)
    throw new Error(
      "train needs the folder of labelled data, got nothing: " +
        "npm run train -- ../shared/data/recognition",
    );
  train(first, (line) => console.log(line));
}

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ValueSystem } from "../../values/value-system.js";
import {
  contentVersion,
  type RecognizerAssets,
  readData,
  readUntrained,
  type WeightsHeader,
} from "../assets.js";
import { header, packBanks, unpackBanks } from "../bank-file.js";
import { dataFolder } from "../data-folder.js";
import { HeadBank } from "../head-bank.js";
import type { BlendFile } from "../system-blend.js";
import { agreement } from "./agreement.js";
import { bankRecipes } from "./bank-recipe.js";
import { crossFit } from "./cross-fit.js";
import { findLevels } from "./find-levels.js";
import { findScales } from "./find-scales.js";
import { type LabelledRow, readRows, trainingFiles } from "./labelled-row.js";
import { learnAuthored } from "./learn-authored.js";
import { measure, metricsLines, type RecognizerMetrics, type TrainedBank } from "./measure.js";
import { pruneVectors } from "./prune-vectors.js";
import { trainBank } from "./train-bank.js";
import { voiceLine } from "./voice-skill.js";

type Untrained = Omit<RecognizerAssets, "version" | "banks" | "levels">;

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
    const { platt, kinds } = cross;
    const bank = { ...trainBank(recipe, rows, untrained.vectors), platt };
    const weights = kinds === undefined ? bank : { ...bank, kinds };
    return { recipe, rows, cross, weights };
  });
  learnAndWrite(folder, trained, untrained, say);
}

/** Learns from authored sentences on top of the labelled banks, measures all, and writes data/recognizer/. */
export function learnAndWrite(
  folder: string,
  trained: readonly TrainedBank[],
  untrained: Untrained,
  say: (line: string) => void,
): void {
  const labelled = new Map(trained.map(({ weights }) => [weights.name, new HeadBank(weights)]));
  const authored = learnAuthored(systems(), { ...untrained, banks: labelled });
  for (const voice of authored.voices) say(voiceLine(voice));
  const { model } = authored;
  const weights = [...trained.map((bank) => bank.weights), ...model.banks];
  const about: WeightsHeader & Record<string, unknown> = {
    kind: "value-compass recognizer weights",
    madeBy: "npm run train (scripts/train.mjs)",
    banks: weights.map(header),
    terms: "hashes of words and word pairs; no text of the sources is kept",
    sources: trainingFiles.map((file) => sourceOf(file, readRows(folder, file))),
    authored: authored.about,
  };
  const out = join(dataFolder, "recognizer");
  writeFileSync(join(out, "heads.bin"), packBanks(weights));
  writeJson(join(out, "heads.json"), about);
  const blends: BlendFile = {
    about: "How each system weighs its parts, learned from data/authored/ by npm run train.",
    systems: model.blends,
  };
  writeJson(join(out, "blends.json"), blends);
  // Scales are found with the banks as they ship, at eight bits a weight.
  const shipped = unpackBanks(weights.map(header), packBanks(weights));
  const banks = new Map(shipped.map((bank) => [bank.name, new HeadBank(bank)]));
  const assets = { ...untrained, banks, blends: model.blends };
  const scales = findScales(systems(), assets);
  writeJson(join(out, "scales.json"), scales);
  const version = contentVersion(packBanks(weights));
  writeJson(join(out, "levels.json"), findLevels(systems(), { ...assets, scales, version }));
  const measured = measure(trained, { ...untrained, blends: model.blends }, model.banks, systems());
  const metrics: RecognizerMetrics = { ...measured, voices: authored.voices };
  writeJson(join(out, "metrics.json"), metrics);
  for (const line of metricsLines(metrics)) say(line);
}

function writeJson(path: string, value: unknown): void {
  writeFileSync(path, `${JSON.stringify(value, null, 1)}\n`);
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

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type BankHeader, unpackBanks } from "./bank-file.js";
import { type CueFile, CuePhrases } from "./cues.js";
import { dataFolder } from "./data-folder.js";
import { HeadBank } from "./head-bank.js";
import { readingWeights } from "./reading-weights.js";
import type { SeedFile } from "./seed-words.js";
import type { LevelsFile } from "./shipped-levels.js";
import type { BlendFile, SystemBlend } from "./system-blend.js";
import type { ScaleFile } from "./system-scales.js";
import { WordVectors } from "./word-vectors.js";

/** The header of the weights file: what the heads are and what they learned from. */
export interface WeightsHeader {
  readonly kind: "value-compass recognizer weights";
  readonly banks: readonly BankHeader[];
}

/** Everything the embedded recognizer reads from data/. */
export interface RecognizerAssets {
  readonly version: string;
  readonly vectors: WordVectors;
  readonly banks: ReadonlyMap<string, HeadBank>;
  readonly seeds: SeedFile;
  readonly cues: CuePhrases;
  readonly blends: Readonly<Record<string, SystemBlend>>;
  /** Scales found before; `null` where a reader is to find them itself. */
  readonly scales: ScaleFile | null;
  readonly neutralReplies: readonly string[];
  /** Value-free sentences that nothing is trained on: they set the neutral level. */
  readonly heldOutReplies: readonly string[];
  readonly neutralItems: readonly string[];
  readonly opinions: readonly string[];
  readonly levels: LevelsFile;
}

/** Reads a JSON file below data/. */
export function readData<T>(path: string): T {
  return JSON.parse(readFileSync(join(dataFolder, path), "utf8")) as T;
}

const VECTORS = "recognizer/glove100-40k.bin";

/** The word vectors that ship. */
export function readVectors(): WordVectors {
  return new WordVectors(readFileSync(join(dataFolder, VECTORS)));
}

/** Everything but the trained heads: all that training itself needs. */
export function readUntrained(): Omit<RecognizerAssets, "version" | "banks" | "levels"> {
  const texts = (name: string): readonly string[] =>
    readData<{ readonly texts: readonly string[] }>(`neutral/${name}.json`).texts;
  return {
    vectors: readVectors(),
    blends: {},
    scales: null,
    seeds: readData<SeedFile>("recognizer/seeds.json"),
    cues: new CuePhrases(readData<CueFile>("recognizer/cues.json")),
    neutralReplies: texts("reply-sentences"),
    heldOutReplies: texts("held-out"),
    neutralItems: texts("items"),
    opinions: texts("opinions"),
  };
}

let loaded: RecognizerAssets | null = null;

/** The recognizer's files, read once and kept. */
export function recognizerAssets(): RecognizerAssets {
  if (loaded !== null) return loaded;
  const header = readData<WeightsHeader>("recognizer/heads.json");
  const bytes = readFileSync(join(dataFolder, "recognizer/heads.bin"));
  const untrained = readUntrained();
  const banks = unpackBanks(header.banks, bytes).map((bank) => new HeadBank(bank));
  loaded = {
    ...untrained,
    blends: readData<BlendFile>("recognizer/blends.json").systems,
    scales: readData<ScaleFile>("recognizer/scales.json"),
    levels: readData<LevelsFile>("recognizer/levels.json"),
    version: contentVersion(bytes),
    banks: new Map(banks.map((bank) => [bank.name, bank])),
  };
  return loaded;
}

/**
 * The algorithm's number and a short hash of all that decides a reading, so that any change of it shows. Neutral levels
 * are left out: they follow from the rest, and carry this version themselves.
 */
export function contentVersion(heads: Uint8Array): string {
  const files = [
    "recognizer/seeds",
    "recognizer/cues",
    "recognizer/blends",
    "recognizer/scales",
    "neutral/opinions",
    "neutral/reply-sentences",
    "neutral/held-out",
    "neutral/items",
  ];
  const hash = createHash("sha256").update(JSON.stringify(readingWeights));
  for (const name of files) hash.update(readFileSync(join(dataFolder, `${name}.json`)));
  hash.update(readFileSync(join(dataFolder, VECTORS))).update(heads);
  return `4-${hash.digest("hex").slice(0, 8)}`;
}

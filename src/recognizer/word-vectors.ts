import { HashIndex } from "./text/hash-index.js";
import type { Tokens } from "./text/tokens.js";

/** Numbers in a word vector. */
export const vectorLength = 100;

/**
 * Frequent words say little: weight = a / (a + p), with p the share of the word in running text, guessed
 * from its frequency rank by Zipf's law (Arora et al. 2017, smooth inverse frequency).
 */
function rankWeight(rank: number): number {
  const share = 1 / ((rank + 10) * 12);
  return 0.001 / (0.001 + share);
}

/** Words looked up before their vectors are added: a multiple of four. */
const CHUNK = 256;

/** Bytes of a word in the file: two numbers of four bits a byte, a hash and a scale. */
const wordBytes = vectorLength / 2 + 8;

/**
 * English word vectors (GloVe, 100 numbers, four bits each), found by word hash. Words of similar meaning
 * have vectors of similar direction; a text is the weighted mean of its words.
 */
export class WordVectors {
  readonly #index: HashIndex;
  readonly #cells: Int8Array;
  readonly #scales: Float32Array;
  readonly #weights: Float32Array;

  readonly #bases = new Int32Array(4);
  readonly #factors = new Float64Array(4);
  readonly #found = new Int32Array(CHUNK);

  /** Words that have a vector. */
  readonly count: number;

  /** @param bytes  hashes (uint32) of words in falling frequency, a scale (float32) each, rows of packed numbers */
  constructor(bytes: Uint8Array) {
    const count = bytes.byteLength / wordBytes;
    if (!Number.isInteger(count))
      throw new RangeError(
        `word vectors do not fit: ${wordBytes} bytes a word, got ${bytes.byteLength} in all; ` +
          "copy data/recognizer/ anew",
      );
    // Copied where they are, since views of four bytes need an aligned offset.
    const head = new Uint8Array(bytes.subarray(0, count * 8)).buffer;
    const hashes = new Uint32Array(head, 0, count);
    this.count = count;
    this.#weights = new Float32Array(count);
    for (let row = 0; row < count; row++) this.#weights[row] = rankWeight(row);
    this.#index = new HashIndex(hashes);
    this.#scales = new Float32Array(head, count * 4, count);
    this.#cells = unpacked(bytes.subarray(count * 8));
  }

  /** The row of a word, or -1 where it is unknown. */
  row(hash: number): number {
    return this.#index.find(hash);
  }

  /** How much a word counts in a text, in (0, 1): near 0 for "the", near 1 for rare words. */
  weight(row: number): number {
    return this.#weights[row];
  }

  /** Adds a word's vector, times a factor, to a running sum. */
  addTo(sum: Float64Array, row: number, factor: number): void {
    const cells = this.#cells;
    const scale = this.#scales[row] * factor;
    const base = row * vectorLength;
    for (let column = 0; column < vectorLength; column++)
      sum[column] += cells[base + column] * scale;
  }

  /** A word's vector with length 1. */
  unit(row: number): Float64Array {
    const vector = new Float64Array(vectorLength);
    this.addTo(vector, row, 1);
    normalise(vector);
    return vector;
  }

  /**
   * Adds the vectors of several words, each times its weight, to a running sum, one word after another; rows of -1 are
   * passed over. Four words a round, so that the sum is fetched and stored less often.
   */
  addWeighted(sum: Float64Array, rows: ArrayLike<number>, count: number): void {
    const cells = this.#cells;
    const bases = this.#bases;
    const scales = this.#factors;
    let held = 0;
    for (let at = 0; at < count; at++) {
      const row = rows[at];
      if (row < 0) continue;
      bases[held] = row * vectorLength;
      scales[held] = this.#scales[row] * this.#weights[row];
      held += 1;
      if (held < 4) continue;
      held = 0;
      const a = bases[0];
      const b = bases[1];
      const c = bases[2];
      const d = bases[3];
      const p = scales[0];
      const q = scales[1];
      const r = scales[2];
      const s = scales[3];
      for (let column = 0; column < vectorLength; column++)
        sum[column] =
          sum[column] +
          cells[a + column] * p +
          cells[b + column] * q +
          cells[c + column] * r +
          cells[d + column] * s;
    }
    for (let at = 0; at < held; at++)
      for (let column = 0; column < vectorLength; column++)
        sum[column] += cells[bases[at] + column] * scales[at];
  }

  /** The weighted mean of the words from token `from` to `to`, into `sum`, with length 1 (or all 0). */
  mean(words: Tokens, from: number, to: number, sum: Float64Array): void {
    sum.fill(0);
    const rows = this.#found;
    for (let start = from; start < to; start += rows.length) {
      const count = Math.min(rows.length, to - start);
      for (let at = 0; at < count; at++) rows[at] = this.#index.find(words.hashes[start + at]);
      this.addWeighted(sum, rows, count);
    }
    normalise(sum);
  }
}

/** Two numbers a byte, the first in the low half, each from -7 to 7 and stored 8 higher. */
function unpacked(bytes: Uint8Array): Int8Array {
  const cells = new Int8Array(bytes.length * 2);
  for (let at = 0; at < bytes.length; at++) {
    cells[2 * at] = (bytes[at] & 15) - 8;
    cells[2 * at + 1] = (bytes[at] >> 4) - 8;
  }
  return cells;
}

/** Scales a vector to length 1 in place; a zero vector stays zero. */
export function normalise(vector: Float64Array): void {
  let square = 0;
  for (let at = 0; at < vector.length; at++) square += vector[at] * vector[at];
  if (square === 0) return;
  const factor = 1 / Math.sqrt(square);
  for (let at = 0; at < vector.length; at++) vector[at] *= factor;
}

import { type DimensionSeeds, wordForms } from "./seed-words.js";
import { HashIndex } from "./text/hash-index.js";
import { type Tokens, tokens } from "./text/tokens.js";
import { wordHash } from "./text/word-hash.js";
import { dot, normalise, vectorLength, type WordVectors } from "./word-vectors.js";

/** How close a word is to a value: the mean of its cosines to this many nearest seed words. */
const NEAREST = 3;

/** Seed words are marked by a bit for each dimension; later dimensions go by their vectors alone. */
const MARKED = 31;

/** What the definitions say of one stretch of words, a number for each dimension. */
export interface MeaningScores {
  /** Seed words found, forms included. */
  readonly hits: Float64Array;
  /** Closeness of the words to the seed words, beyond their closeness to all dimensions. */
  readonly soft: Float64Array;
  /** Cosine of the whole to the anchor sentences. */
  readonly anchor: Float64Array;
}

/**
 * Reads values by their definitions, with no labels: by seed words, by words near the seed words, and by
 * the likeness of the sentence to anchor sentences, all in one space of word vectors.
 */
export class Meaning {
  readonly dimensions: number;
  readonly #vectors: WordVectors;
  readonly #seedRows: readonly (readonly Float64Array[])[];
  readonly #anchors: readonly Float64Array[];
  readonly #common: Float64Array;
  readonly #matches = new Map<number, Float64Array>();
  readonly #forms: HashIndex;
  /** For every form of a seed word, one bit a dimension: bit set in `for`, or in `against`. */
  readonly #formFor: Int32Array;
  readonly #formAgainst: Int32Array;
  readonly #centred = new Float64Array(vectorLength);

  /** @param common  the mean direction of everyday sentences, which says nothing and is taken away */
  constructor(vectors: WordVectors, dimensions: readonly DimensionSeeds[], common: Float64Array) {
    this.dimensions = dimensions.length;
    this.#vectors = vectors;
    this.#common = common;
    this.#seedRows = dimensions.map(({ seeds, against }) =>
      [...seeds, ...against].flatMap((word) => {
        const row = vectors.row(wordHash(word));
        return row < 0 ? [] : [vectors.unit(row)];
      }),
    );
    this.#anchors = dimensions.map(({ anchors }) => this.#anchor(anchors));
    const forms = new Map<number, { for: number; against: number }>();
    for (const [at, { seeds, against }] of dimensions.entries()) {
      const bit = at < MARKED ? 1 << at : 0;
      const note = (words: readonly string[], side: "for" | "against"): void => {
        for (const form of words.flatMap(wordForms)) {
          const hash = wordHash(form);
          const known = forms.get(hash) ?? { for: 0, against: 0 };
          known[side] |= bit;
          forms.set(hash, known);
        }
      };
      note(seeds, "for");
      note(against, "against");
    }
    this.#forms = new HashIndex([...forms.keys()]);
    this.#formFor = Int32Array.from([...forms.values()], (form) => form.for);
    this.#formAgainst = Int32Array.from([...forms.values()], (form) => form.against);
  }

  #anchor(sentences: readonly string[]): Float64Array {
    const anchor = new Float64Array(vectorLength);
    const mean = new Float64Array(vectorLength);
    for (const sentence of sentences) {
      const words = tokens(sentence);
      this.#vectors.mean(words, 0, words.count, mean);
      for (let at = 0; at < vectorLength; at++) anchor[at] += mean[at] - this.#common[at];
    }
    normalise(anchor);
    return anchor;
  }

  /** Whether a word is a form of a seed word of a dimension: 1 for, -1 against, 0 neither. */
  side(hash: number, dimension: number): -1 | 0 | 1 {
    const form = dimension < MARKED ? this.#forms.find(hash) : -1;
    if (form < 0) return 0;
    const bit = 1 << dimension;
    if ((this.#formAgainst[form] & bit) !== 0) return -1;
    return (this.#formFor[form] & bit) !== 0 ? 1 : 0;
  }

  /** How much a word speaks for each dimension, weighted by how much it says at all; 0 where unknown. */
  wordMatch(hash: number): Float64Array | null {
    const row = this.#vectors.row(hash);
    if (row < 0) return null;
    const known = this.#matches.get(row);
    if (known !== undefined) return known;
    const word = this.#vectors.unit(row);
    const weight = this.#vectors.weight(row);
    const match = new Float64Array(this.dimensions);
    for (let at = 0; at < this.dimensions; at++) match[at] = nearest(word, this.#seedRows[at]);
    const mean = match.reduce((sum, value) => sum + value, 0) / this.dimensions;
    for (let at = 0; at < this.dimensions; at++) match[at] = (match[at] - mean) * weight;
    this.#matches.set(row, match);
    return match;
  }

  /** Scores tokens `from` to `to`, whose mean vector is given, into `scores`. */
  score(words: Tokens, from: number, to: number, mean: Float64Array, scores: MeaningScores): void {
    const { hits, soft, anchor } = scores;
    hits.fill(0);
    soft.fill(0);
    let known = 0;
    for (let at = from; at < to; at++) {
      const hash = words.hashes[at];
      const form = this.#forms.find(hash);
      if (form >= 0) {
        const bits = this.#formFor[form] | this.#formAgainst[form];
        const marked = Math.min(this.dimensions, MARKED);
        for (let dim = 0; dim < marked; dim++) hits[dim] += (bits >>> dim) & 1;
      }
      const match = this.wordMatch(hash);
      if (match === null) continue;
      known += 1;
      for (let dim = 0; dim < this.dimensions; dim++) soft[dim] += match[dim];
    }
    for (let at = 0; at < vectorLength; at++) this.#centred[at] = mean[at] - this.#common[at];
    normalise(this.#centred);
    const share = 1 / Math.sqrt(known + 1);
    for (let dim = 0; dim < this.dimensions; dim++) {
      soft[dim] *= share;
      hits[dim] = Math.log1p(hits[dim]);
      anchor[dim] = known === 0 ? 0 : dot(this.#centred, this.#anchors[dim]);
    }
  }
}

/** The mean of the largest cosines between a word and the seeds. */
function nearest(word: Float64Array, seeds: readonly Float64Array[]): number {
  const top = new Float64Array(NEAREST).fill(Number.NEGATIVE_INFINITY);
  for (const seed of seeds) {
    let cosine = dot(word, seed);
    for (let at = 0; at < NEAREST; at++) {
      if (cosine <= top[at]) continue;
      const pushed = top[at];
      top[at] = cosine;
      cosine = pushed;
    }
  }
  const count = Math.min(NEAREST, seeds.length);
  if (count === 0) return 0;
  let sum = 0;
  for (let at = 0; at < count; at++) sum += top[at];
  return sum / count;
}

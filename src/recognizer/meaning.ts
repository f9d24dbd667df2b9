import { type DimensionSeeds, wordForms } from "./seed-words.js";
import { HashIndex } from "./text/hash-index.js";
import { tokens } from "./text/tokens.js";
import { wordHash } from "./text/word-hash.js";
import { normalise, vectorLength, type WordVectors } from "./word-vectors.js";

/** Seed words are marked by a bit for each dimension; later dimensions go by their vectors alone. */
const MARKED = 31;

/**
 * What values mean by their definitions, with no labels: their seed words, how near any word is to the
 * seed words, and the direction of their anchor sentences, all in one space of word vectors.
 */
export class Meaning {
  readonly dimensions: number;
  /** By dimension, the direction of its anchor sentences, less the direction of everyday text. */
  readonly anchors: readonly Float64Array[];
  readonly #seeds: readonly SeedRows[];
  readonly #forms: HashIndex;
  /** For every form of a seed word, one bit a dimension: bit set in `for`, or in `against`. */
  readonly #formFor: Int32Array;
  readonly #formAgainst: Int32Array;

  /** @param common  the mean direction of everyday sentences, which says nothing and is taken away */
  constructor(vectors: WordVectors, dimensions: readonly DimensionSeeds[], common: Float64Array) {
    this.dimensions = dimensions.length;
    this.#seeds = dimensions.map(({ seeds, against }) =>
      seedRows(vectors, [...seeds, ...against].map(wordHash)),
    );
    this.anchors = dimensions.map(({ anchors }) => anchorOf(vectors, anchors, common));
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

  /** The place of a word among the forms of seed words, or -1: found once, and asked of for each dimension. */
  form(hash: number): number {
    return this.#forms.find(hash);
  }

  /** Whether a form names a violation of a dimension. */
  violates(form: number, dimension: number): boolean {
    return form >= 0 && dimension < MARKED && (this.#formAgainst[form] & (1 << dimension)) !== 0;
  }

  /** Whether a form is one of a seed word of a dimension, for or against. */
  speaks(form: number, dimension: number): boolean {
    if (form < 0 || dimension >= MARKED) return false;
    return ((this.#formFor[form] | this.#formAgainst[form]) & (1 << dimension)) !== 0;
  }

  /** Whether a form is one of a seed word of any dimension. */
  speaksAtAll(form: number): boolean {
    return form >= 0 && (this.#formFor[form] | this.#formAgainst[form]) !== 0;
  }

  /** Adds 1 to every dimension that a form is one of a seed word of, for or against. */
  countSeeds(form: number, hits: Float64Array): void {
    if (form < 0) return;
    const bits = this.#formFor[form] | this.#formAgainst[form];
    const marked = Math.min(this.dimensions, MARKED);
    for (let dim = 0; dim < marked; dim++) hits[dim] += (bits >>> dim) & 1;
  }

  /** How much a word of this direction speaks for each dimension, beyond the mean over dimensions. */
  closeness(word: Float64Array, weight: number): Float64Array {
    const match = new Float64Array(this.dimensions);
    let mean = 0;
    for (let at = 0; at < this.dimensions; at++) {
      match[at] = nearest(word, this.#seeds[at]);
      mean += match[at] / this.dimensions;
    }
    for (let at = 0; at < this.dimensions; at++) match[at] = (match[at] - mean) * weight;
    return match;
  }
}

/** The vectors of a dimension's seed words, one after another. */
interface SeedRows {
  readonly count: number;
  readonly cells: Float64Array;
}

function seedRows(vectors: WordVectors, hashes: readonly number[]): SeedRows {
  const rows = hashes.map((hash) => vectors.row(hash)).filter((row) => row >= 0);
  const cells = new Float64Array(rows.length * vectorLength);
  for (const [at, row] of rows.entries()) cells.set(vectors.unit(row), at * vectorLength);
  return { count: rows.length, cells };
}

function anchorOf(
  vectors: WordVectors,
  sentences: readonly string[],
  common: Float64Array,
): Float64Array {
  const anchor = new Float64Array(vectorLength);
  const mean = new Float64Array(vectorLength);
  for (const sentence of sentences) {
    const words = tokens(sentence);
    vectors.mean(words, 0, words.count, mean);
    for (let at = 0; at < vectorLength; at++) anchor[at] += mean[at] - common[at];
  }
  normalise(anchor);
  return anchor;
}

/** The mean of the largest cosines between a word and the seeds. */
function nearest(word: Float64Array, { count, cells }: SeedRows): number {
  if (count === 0) return 0;
  let first = Number.NEGATIVE_INFINITY;
  let second = first;
  let third = first;
  for (let seed = 0, cell = 0; seed < count; seed++) {
    let cosine = 0;
    for (let at = 0; at < vectorLength; at++) cosine += word[at] * cells[cell++];
    if (cosine > first) {
      third = second;
      second = first;
      first = cosine;
    } else if (cosine > second) {
      third = second;
      second = cosine;
    } else if (cosine > third) third = cosine;
  }
  if (count === 1) return first;
  return count === 2 ? (first + second) / 2 : (first + second + third) / 3;
}

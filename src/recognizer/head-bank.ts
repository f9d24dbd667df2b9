import { calibratedProbabilities, type KindCalibration } from "./kind-calibration.js";
import { HashIndex } from "./text/hash-index.js";
import type { Tokens } from "./text/tokens.js";
import { pairHash } from "./text/word-hash.js";
import { vectorLength } from "./word-vectors.js";

/** The numbers of a bank of heads, as the training script writes them. */
export interface BankWeights {
  readonly name: string;
  readonly heads: readonly string[];
  /** Hashes of the words and word pairs the heads know, with their rarity weights. */
  readonly terms: Uint32Array;
  readonly rarity: Float32Array;
  /** Term weights: terms x heads, row by row. */
  readonly weights: Float32Array;
  /** Weights of the word-vector mean: heads x 100. */
  readonly dense: Float32Array;
  readonly bias: Float32Array;
  /** Platt's a and b for each head: probability = 1 / (1 + exp(-(a * score + b))). */
  readonly platt: Float32Array;
  /** Where the probability of one head depends on the kind of text. */
  readonly kinds?: KindCalibration;
}

/** The terms of a text that a bank knows: their places and their weights (a vector of length 1). */
export interface TermVector {
  count: number;
  readonly places: Int32Array;
  readonly values: Float64Array;
}

const ROOM = 4096;

/**
 * Logistic heads that share their features: single words and neighbouring pairs, weighted by rarity
 * (TF-IDF, sublinear, length 1), beside the mean word vector. One bank is one source of labels.
 */
export class HeadBank {
  readonly name: string;
  readonly heads: readonly string[];
  readonly #bank: BankWeights;
  readonly #index: HashIndex;
  readonly #seen: Float64Array;
  readonly #vector: TermVector = {
    count: 0,
    places: new Int32Array(ROOM),
    values: new Float64Array(ROOM),
  };

  constructor(bank: BankWeights) {
    this.name = bank.name;
    this.heads = bank.heads;
    this.#bank = bank;
    this.#index = new HashIndex(bank.terms);
    this.#seen = new Float64Array(bank.terms.length);
  }

  /** The known terms of tokens `from` to `to`; the result is overwritten by the next call. */
  terms(words: Tokens, from: number, to: number): TermVector {
    let count = 0;
    let before = 0;
    for (let at = from; at < to; at++) {
      const hash = words.hashes[at];
      count = this.#note(this.#index.find(hash), count);
      if (at > from) count = this.#note(this.#index.find(pairHash(before, hash)), count);
      before = hash;
    }
    return this.#weigh(count);
  }

  /** The weights of the terms that were met, which are forgotten. */
  #weigh(count: number): TermVector {
    const { places, values } = this.#vector;
    const { rarity } = this.#bank;
    let square = 0;
    for (let at = 0; at < count; at++) {
      const place = places[at];
      const seen = this.#seen[place];
      const value = (seen === 1 ? 1 : 1 + Math.log(seen)) * rarity[place];
      this.#seen[place] = 0;
      values[at] = value;
      square += value * value;
    }
    const factor = square === 0 ? 0 : 1 / Math.sqrt(square);
    for (let at = 0; at < count; at++) values[at] *= factor;
    this.#vector.count = count;
    return this.#vector;
  }

  /** Counts a term that was met; the new number of terms. */
  #note(place: number, count: number): number {
    if (place < 0) return count;
    const seen = this.#seen[place];
    if (seen === 0 && count === ROOM) return count;
    this.#seen[place] = seen + 1;
    if (seen > 0) return count;
    this.#vector.places[count] = place;
    return count + 1;
  }

  /** The heads' raw scores (log-odds before calibration) of tokens `from` to `to`, into `scores`. */
  score(words: Tokens, from: number, to: number, mean: Float64Array, scores: Float64Array): void {
    const { weights, dense, bias } = this.#bank;
    const heads = bias.length;
    const { count, places, values } = this.terms(words, from, to);
    for (let head = 0; head < heads; head++) {
      let sum = 0;
      const base = head * vectorLength;
      for (let column = 0; column < vectorLength; column++)
        sum += dense[base + column] * mean[column];
      scores[head] = sum + bias[head];
    }
    for (let at = 0; at < count; at++) {
      const base = places[at] * heads;
      const value = values[at];
      for (let head = 0; head < heads; head++) scores[head] += weights[base + head] * value;
    }
  }

  /** Adds what the terms say to the scores of some heads; the rest of a score is the caller's. */
  addTerms(
    words: Tokens,
    from: number,
    to: number,
    columns: Int32Array,
    scores: Float64Array,
  ): void {
    this.#addTo(this.terms(words, from, to), columns, scores);
  }

  /** The same for terms that were looked up already: `length` places of terms in the order of the text, -1 for none. */
  addPlaces(found: Int32Array, length: number, columns: Int32Array, scores: Float64Array): void {
    let count = 0;
    for (let at = 0; at < length; at++) count = this.#note(found[at], count);
    this.#addTo(this.#weigh(count), columns, scores);
  }

  #addTo({ count, places, values }: TermVector, columns: Int32Array, scores: Float64Array): void {
    const { weights } = this.#bank;
    const heads = this.heads.length;
    const width = columns.length;
    for (let at = 0; at < count; at++) {
      const base = places[at] * heads;
      const value = values[at];
      for (let column = 0; column < width; column++)
        scores[column] += weights[base + columns[column]] * value;
    }
  }

  /** Hashes of the terms that the heads know. */
  get termHashes(): Uint32Array {
    return this.#bank.terms;
  }

  /** The bias of a head: its score on text of which it knows nothing. */
  bias(head: number): number {
    return this.#bank.bias[head];
  }

  /** The weights that a head gives to the mean word vector. */
  denseWeights(head: number): Float32Array {
    return this.#bank.dense.subarray(head * vectorLength, (head + 1) * vectorLength);
  }

  /** What a single word adds to a head's score, before rarity and length: for evidence. */
  wordWeight(hash: number, head: number): number {
    const place = this.#index.find(hash);
    if (place < 0) return 0;
    return this.#bank.weights[place * this.heads.length + head] * this.#bank.rarity[place];
  }

  /** The calibrated probabilities of all heads for their raw scores of one text. */
  probabilities(scores: ArrayLike<number>): Float64Array {
    return calibratedProbabilities(this.#bank, scores);
  }

  /** A head's probability for a raw score, over all kinds of text. */
  probability(head: number, score: number): number {
    const { platt } = this.#bank;
    return 1 / (1 + Math.exp(-(platt[head * 2] * score + platt[head * 2 + 1])));
  }
}

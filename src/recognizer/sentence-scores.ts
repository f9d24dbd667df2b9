import type { ValueSystem } from "../values/value-system.js";
import type { CuePhrases } from "./cues.js";
import type { HeadBank } from "./head-bank.js";
import type { Meaning } from "./meaning.js";
import { NegatedWords } from "./negated-words.js";
import { stanceBank } from "./system-blend.js";
import { SharedTerms } from "./text/shared-terms.js";
import type { Tokens } from "./text/tokens.js";
import { pairHash } from "./text/word-hash.js";
import { vectorLength, type WordVectors } from "./word-vectors.js";

/** The heads of one bank that a system asks, and their scores of the sentence last read. */
export interface BankScores {
  readonly bank: HeadBank;
  /** Heads asked, by their place in the bank. */
  readonly columns: Int32Array;
  /** Log-odds before calibration, by column. */
  readonly scores: Float64Array;
  /** By dimension, the column that reads it; -1 where none does. */
  readonly byDimension: Int32Array;
}

/** The least weight of a word that carries content ("come" .79, "should" .68). */
const CONTENT = 0.75;

/** Words whose sums are kept at first. */
const ROOM = 1024;

/**
 * The raw scores of a sentence by every part of a reading. Whatever is linear in word vectors (anchors and
 * the dense half of each head) is worked out once a word and kept, so that a sentence only adds up.
 */
export class SentenceScores {
  /** Seed words found, forms included: log(1 + number), by dimension. */
  readonly hits: Float64Array;
  /** Closeness of the words to the seed words, beyond their closeness to all dimensions. */
  readonly soft: Float64Array;
  /** Cosine of the whole to the anchor sentences. */
  readonly anchor: Float64Array;
  readonly banks: readonly BankScores[];
  readonly #negation: NegatedWords;
  readonly #vectors: WordVectors;
  readonly #meaning: Meaning;
  readonly #common: Float64Array;
  readonly #commonSquare: number;
  readonly #anchorCommon: Float64Array;
  /** What is kept of a word: closeness, anchors, common direction, heads; all of it is added up. */
  readonly #width: number;
  #kept: Float32Array;
  #keptRows = 0;
  readonly #placeOf: Int32Array;
  /** By word of the sentence last read: its vector's row and its place among the seed forms. */
  #rows = new Int32Array(256);
  #forms = new Int32Array(256);
  /** Of the same sentence, the terms of all banks, word and pair by turns; and the places of one bank. */
  #terms = new Int32Array(512);
  #places = new Int32Array(512);
  readonly #shared: SharedTerms;
  readonly #vector = new Float64Array(vectorLength);
  readonly #sums: Float64Array;

  /** @param others  heads asked besides those of the system's own dimensions */
  constructor(
    system: ValueSystem,
    banks: Iterable<HeadBank>,
    others: ReadonlySet<string>,
    vectors: WordVectors,
    meaning: Meaning,
    common: Float64Array,
    cues: CuePhrases,
  ) {
    const count = system.dimensions.length;
    this.#negation = new NegatedWords(cues);
    this.#vectors = vectors;
    this.#meaning = meaning;
    this.#common = common;
    this.#commonSquare = inner(common, common);
    this.#anchorCommon = Float64Array.from(meaning.anchors, (anchor) => inner(anchor, common));
    this.hits = new Float64Array(count);
    this.soft = new Float64Array(count);
    this.anchor = new Float64Array(count);
    this.banks = [...banks].flatMap((bank) => askedHeads(bank, system, others));
    this.#shared = new SharedTerms(this.banks.map(({ bank }) => bank.termHashes));
    const heads = this.banks.reduce((sum, { columns }) => sum + columns.length, 0);
    this.#width = 2 * count + 1 + heads;
    this.#sums = new Float64Array(this.#width);
    this.#kept = new Float32Array(ROOM * this.#width);
    this.#placeOf = new Int32Array(vectors.count).fill(-1);
  }

  /** Scores tokens `from` to `to`. */
  score(words: Tokens, from: number, to: number): void {
    const { hits, soft, anchor } = this;
    const count = hits.length;
    const sums = this.#sums.fill(0);
    const vector = this.#vector.fill(0);
    hits.fill(0);
    this.#look(words, from, to);
    const known = this.#addWords(to - from, vector, sums);
    const square = inner(vector, vector);
    const shrink = square === 0 ? 0 : 1 / Math.sqrt(square);
    const share = 1 / Math.sqrt(known + 1);
    const off = (square === 0 ? 0 : 1) - 2 * sums[2 * count] * shrink + this.#commonSquare;
    const centred = off > 0 ? 1 / Math.sqrt(off) : 0;
    for (let dim = 0; dim < count; dim++) {
      hits[dim] = Math.log1p(hits[dim]);
      soft[dim] = sums[dim] * share;
      anchor[dim] =
        known === 0 ? 0 : (sums[count + dim] * shrink - this.#anchorCommon[dim]) * centred;
    }
    let cell = 2 * count + 1;
    for (let list = 0; list < this.banks.length; list++) {
      const { bank, columns, scores } = this.banks[list];
      for (let column = 0; column < columns.length; column++, cell++)
        scores[column] = sums[cell] * shrink + bank.bias(columns[column]);
      const read = bank.name === stanceBank ? this.#negation.mark(words, from, to) : words;
      if (read === words) this.#addTerms(list, to - from);
      else bank.addTerms(read, from, to, columns, scores);
    }
  }

  /** Adds what the terms of the sentence last read say to the heads of one bank. */
  #addTerms(list: number, length: number): void {
    const { bank, columns, scores } = this.banks[list];
    const shared = this.#shared;
    const terms = this.#terms;
    const places = this.#places;
    let found = 0;
    for (let at = 0; at < 2 * length; at++) {
      if (terms[at] < 0) continue;
      const place = shared.place(terms[at], list);
      if (place >= 0) places[found++] = place;
    }
    bank.addPlaces(places, found, columns, scores);
  }

  /** Looks every word up once; the finds are asked of again for each dimension. */
  #look(words: Tokens, from: number, to: number): void {
    const length = to - from;
    if (this.#rows.length < length) {
      this.#rows = new Int32Array(2 * length);
      this.#forms = new Int32Array(2 * length);
      this.#terms = new Int32Array(4 * length);
      this.#places = new Int32Array(4 * length);
    }
    let before = 0;
    for (let at = 0; at < length; at++) {
      const hash = words.hashes[from + at];
      this.#forms[at] = this.#meaning.form(hash);
      this.#rows[at] = this.#vectors.row(hash);
      this.#terms[2 * at] = this.#shared.find(hash);
      this.#terms[2 * at + 1] = at === 0 ? -1 : this.#shared.find(pairHash(before, hash));
      before = hash;
    }
  }

  /** Adds up the vectors of the words, what is kept of them and the seed words; how many have a vector. */
  #addWords(length: number, vector: Float64Array, sums: Float64Array): number {
    const { hits } = this;
    const rows = this.#rows;
    const starts = this.#places;
    let known = 0;
    for (let at = 0; at < length; at++) {
      this.#meaning.countSeeds(this.#forms[at], hits);
      if (rows[at] >= 0) starts[known++] = this.#keep(rows[at]);
    }
    this.#vectors.addWeighted(vector, rows, length);
    const kept = this.#kept;
    const width = sums.length;
    let at = 0;
    // Three words a round, one after another: the sums are fetched and stored less often.
    for (; at + 3 <= known; at += 3) {
      const one = starts[at];
      const two = starts[at + 1];
      const three = starts[at + 2];
      for (let cell = 0; cell < width; cell++)
        sums[cell] = sums[cell] + kept[one + cell] + kept[two + cell] + kept[three + cell];
    }
    for (; at < known; at++) {
      const start = starts[at];
      for (let cell = 0; cell < width; cell++) sums[cell] += kept[start + cell];
    }
    return known;
  }

  /**
   * Of the sentence last read, the first word that names a violation of a dimension, or else the word that speaks most
   * for it: its place in the sentence.
   */
  focus(length: number, dimension: number): { readonly at: number; readonly violation: boolean } {
    let token = 0;
    let best = Number.NEGATIVE_INFINITY;
    for (let at = 0; at < length; at++) {
      const form = this.#forms[at];
      if (this.#meaning.violates(form, dimension)) return { at, violation: true };
      const strength = this.#strength(form, this.#rows[at], dimension);
      if (strength > best) {
        best = strength;
        token = at;
      }
    }
    return { at: token, violation: false };
  }

  /**
   * Whether tokens `from` to `to` name no matter: at most one word that carries content, and no seed word. What one
   * rare word happens to lie near is no evidence of a value.
   */
  namesNothing(words: Tokens, from: number, to: number): boolean {
    let content = 0;
    for (let at = from; at < to; at++) {
      const hash = words.hashes[at];
      if (this.#meaning.speaksAtAll(this.#meaning.form(hash))) return false;
      const row = this.#vectors.row(hash);
      if (row >= 0 && this.#vectors.weight(row) >= CONTENT) content += 1;
    }
    return content <= 1;
  }

  /** How much a word speaks for a dimension: its closeness to the seed words, more if it is one. */
  wordStrength(hash: number, dimension: number): number {
    return this.#strength(this.#meaning.form(hash), this.#vectors.row(hash), dimension);
  }

  #strength(form: number, row: number, dimension: number): number {
    const seed = this.#meaning.speaks(form, dimension) ? 0.4 : 0;
    return row < 0 ? seed : seed + this.#kept[this.#keep(row) + dimension];
  }

  /** Where the numbers of a word begin; they are worked out when it is first met. */
  #keep(row: number): number {
    const known = this.#placeOf[row];
    if (known >= 0) return known;
    const start = this.#keptRows * this.#width;
    if (start === this.#kept.length) {
      const longer = new Float32Array(start * 2);
      longer.set(this.#kept);
      this.#kept = longer;
    }
    const kept = this.#kept;
    const weight = this.#vectors.weight(row);
    const word = new Float64Array(vectorLength);
    this.#vectors.addTo(word, row, 1);
    const length = Math.sqrt(inner(word, word));
    let cell = start;
    const unit = word.map((value) => value / length);
    for (const value of this.#meaning.closeness(unit, weight)) kept[cell++] = value;
    for (const direction of this.#meaning.anchors) kept[cell++] = weight * inner(word, direction);
    kept[cell++] = weight * inner(word, this.#common);
    for (const { bank, columns } of this.banks)
      for (const column of columns) kept[cell++] = weight * inner(word, bank.denseWeights(column));
    this.#keptRows += 1;
    this.#placeOf[row] = start;
    return start;
  }
}

function askedHeads(
  bank: HeadBank,
  system: ValueSystem,
  others: ReadonlySet<string>,
): readonly BankScores[] {
  const columns: number[] = [];
  const byDimension = new Int32Array(system.dimensions.length).fill(-1);
  for (const [head, name] of bank.heads.entries()) {
    const dimension = system.dimensions.findIndex(({ id }) => name === `${system.id}.${id}`);
    if (dimension >= 0) byDimension[dimension] = columns.length;
    if (dimension >= 0 || others.has(name)) columns.push(head);
  }
  if (columns.length === 0) return [];
  const scores = new Float64Array(columns.length);
  return [{ bank, columns: Int32Array.from(columns), scores, byDimension }];
}

function inner(one: Float64Array, other: Float64Array | Float32Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at++) sum += one[at] * other[at];
  return sum;
}

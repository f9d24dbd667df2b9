import { HashIndex } from "./text/hash-index.js";
import type { Tokens } from "./text/tokens.js";
import { wordHash } from "./text/word-hash.js";

/** What a cue phrase does to the words around it. */
export type CueKind = "dismiss" | "condemn" | "approve" | "prevail" | "yield";

/** data/recognizer/cues.json. */
export interface CueFile {
  readonly negators: readonly string[];
  readonly boundaries: readonly string[];
  readonly kinds: Readonly<
    Record<CueKind, { readonly weight: number; readonly phrases: readonly string[] }>
  >;
}

/** A cue found in a sentence: token positions, end exclusive. */
export interface Cue {
  readonly kind: CueKind;
  readonly weight: number;
  readonly from: number;
  readonly to: number;
}

interface Phrase {
  readonly kind: CueKind;
  readonly weight: number;
  readonly words: Uint32Array;
}

/** Finds cue phrases, negators and clause boundaries among tokens; of two phrases, the longer wins. */
export class CuePhrases {
  readonly #firsts: HashIndex;
  readonly #phrases: readonly (readonly Phrase[])[];
  readonly #negators: HashIndex;
  readonly #boundaries: HashIndex;

  constructor(file: CueFile) {
    this.#negators = new HashIndex(file.negators.map(wordHash));
    this.#boundaries = new HashIndex(file.boundaries.map(wordHash));
    const byFirst = new Map<number, Phrase[]>();
    for (const kind of ["dismiss", "condemn", "approve", "prevail", "yield"] as const) {
      const { weight, phrases } = file.kinds[kind];
      for (const phrase of phrases) {
        const words = Uint32Array.from(phrase.split(/[ -]/), wordHash);
        const others = byFirst.get(words[0]) ?? [];
        others.push({ kind, weight, words });
        byFirst.set(words[0], others);
      }
    }
    for (const phrases of byFirst.values())
      phrases.sort((one, other) => other.words.length - one.words.length);
    this.#firsts = new HashIndex([...byFirst.keys()]);
    this.#phrases = [...byFirst.values()];
  }

  isNegator(hash: number): boolean {
    return this.#negators.find(hash) >= 0;
  }

  isBoundary(hash: number): boolean {
    return this.#boundaries.find(hash) >= 0;
  }

  /** The cues among tokens `from` to `to`, left to right, none inside another. */
  find(words: Tokens, from: number, to: number): readonly Cue[] {
    const found: Cue[] = [];
    for (let at = from; at < to; at++) {
      const first = this.#firsts.find(words.hashes[at]);
      if (first < 0) continue;
      const phrase = this.#phrases[first].find((one) => fits(one.words, words, at, to));
      if (phrase === undefined) continue;
      const end = at + phrase.words.length;
      found.push({ kind: phrase.kind, weight: phrase.weight, from: at, to: end });
      at = end - 1;
    }
    return found;
  }
}

function fits(phrase: Uint32Array, words: Tokens, at: number, to: number): boolean {
  if (at + phrase.length > to) return false;
  for (let step = 0; step < phrase.length; step++)
    if (words.hashes[at + step] !== phrase[step]) return false;
  return true;
}

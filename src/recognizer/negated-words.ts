import type { CuePhrases } from "./cues.js";
import type { Tokens } from "./text/tokens.js";
import { pairHash, wordHash } from "./text/word-hash.js";

/** How far a negator reaches, in words of its clause. */
const REACH = 6;

/** What a word under a negator is paired with, so that "help" and "not help" are two words to the stance heads. */
const NEGATED = wordHash("not ...");

/** Words as the stance heads read them: a word in the reach of a negator is another word. */
export class NegatedWords {
  readonly #cues: CuePhrases;
  #hashes = new Uint32Array(256);

  constructor(cues: CuePhrases) {
    this.#cues = cues;
  }

  /** Tokens `from` to `to` with negated words marked; the result is overwritten by the next call. */
  mark(words: Tokens, from: number, to: number): Tokens {
    const cues = this.#cues;
    let next = from;
    while (next < to && !cues.isNegator(words.hashes[next])) next += 1;
    if (next === to) return words;
    if (this.#hashes.length < to) this.#hashes = new Uint32Array(2 * to);
    const hashes = this.#hashes;
    let left = 0;
    for (let at = from; at < to; at++) {
      const hash = words.hashes[at];
      if (cues.isBoundary(hash)) left = 0;
      hashes[at] = left > 0 ? pairHash(NEGATED, hash) : hash;
      left = cues.isNegator(hash) ? REACH : left - 1;
    }
    return { count: words.count, hashes, starts: words.starts, ends: words.ends };
  }
}

import { addToWordHash, emptyWordHash, finish } from "./word-hash.js";

/** The words of a text as parallel lists: a hash of the lower-case word, and where it stands. */
export interface Tokens {
  readonly count: number;
  readonly hashes: ArrayLike<number>;
  /** UTF-16 offsets into the text; ends are exclusive. */
  readonly starts: ArrayLike<number>;
  readonly ends: ArrayLike<number>;
}

const APOSTROPHE = 39;

/** The lower-case form of a letter's code unit, or 0 for what is no letter. */
function letter(unit: number): number {
  if (unit >= 97 && unit <= 122) return unit;
  if (unit >= 65 && unit <= 90) return unit + 32;
  if (unit < 0xc0 || unit === 0xd7 || unit === 0xf7) return 0;
  // Punctuation and symbols, surrogates, private use and specials are no letters.
  if (unit >= 0x2000 && unit < 0x2c00) return 0;
  if (unit >= 0x3000 && unit < 0x3040) return 0;
  if (unit >= 0xd800 && unit < 0xf900) return 0;
  if (unit >= 0xfe00) return 0;
  return unit <= 0xde ? unit + 32 : unit;
}

/** Straight and curly apostrophes; these hold "don't" together. */
function isApostrophe(unit: number): boolean {
  return unit === APOSTROPHE || unit === 0x2019;
}

/** Room for words that is used again for text after text, so that reading makes no garbage. */
export class TokenBuffer implements Tokens {
  count = 0;
  hashes: Uint32Array;
  starts: Uint32Array;
  ends: Uint32Array;

  /** @param room  words to begin with; it grows by itself */
  constructor(room: number) {
    this.hashes = new Uint32Array(room);
    this.starts = new Uint32Array(room);
    this.ends = new Uint32Array(room);
  }

  /** Adds the words of a stretch of text, read as if nothing stood around it. */
  append(text: string, from: number, to: number): void {
    let at = from;
    while (at < to) {
      if (letter(text.charCodeAt(at)) === 0) {
        at += 1;
        continue;
      }
      const start = at;
      let hash = emptyWordHash;
      while (at < to) {
        const unit = text.charCodeAt(at);
        const lower = letter(unit);
        if (lower !== 0) {
          hash = addToWordHash(hash, lower);
          at += 1;
          continue;
        }
        const next = isApostrophe(unit) && at + 1 < to ? letter(text.charCodeAt(at + 1)) : 0;
        if (next === 0) break;
        if (next === 115 && (at + 2 >= to || letter(text.charCodeAt(at + 2)) === 0)) break;
        hash = addToWordHash(hash, APOSTROPHE);
        at += 1;
      }
      this.#add(finish(hash), start, at);
      // Step over the s of a possessive, which is no word of its own.
      if (at + 1 < to && isApostrophe(text.charCodeAt(at)))
        if (letter(text.charCodeAt(at + 1)) === 115) at += 2;
    }
  }

  #add(hash: number, start: number, end: number): void {
    if (this.count === this.hashes.length) {
      this.hashes = grown(this.hashes);
      this.starts = grown(this.starts);
      this.ends = grown(this.ends);
    }
    this.hashes[this.count] = hash;
    this.starts[this.count] = start;
    this.ends[this.count] = end;
    this.count += 1;
  }
}

function grown(list: Uint32Array): Uint32Array {
  const longer = new Uint32Array(list.length * 2);
  longer.set(list);
  return longer;
}

/**
 * Splits text into lower-case words of letters; "don't" stays one word, a final 's is dropped, digits
 * and symbols separate. Offsets count UTF-16 units, so any string is safe, lone surrogates included.
 * Cost grows with the length of the text and with nothing else.
 *
 * @example
 * tokens("Don't stop, Anna's here.").count; // => 4
 */
export function tokens(text: string): Tokens {
  const words = new TokenBuffer(16 + (text.length >> 2));
  words.append(text, 0, text.length);
  return words;
}

import type { SentenceReading } from "./system-reader.js";

/**
 * Readings of sentences already seen, up to a cap; when full, the older half is let go. A reading depends on
 * nothing but the sentence, so a cached one is the same as a fresh one.
 */
export class SentenceCache {
  readonly #most: number;
  #young = new Map<string, SentenceReading>();
  #old = new Map<string, SentenceReading>();

  /** @param most  sentences kept; 0 keeps none */
  constructor(most: number) {
    this.#most = most;
  }

  /** The reading of a stretch of text, by its words alone: kept, or made by `fresh`. */
  read(text: string, start: number, end: number, fresh: () => SentenceReading): SentenceReading {
    if (this.#most === 0) return fresh();
    const sentence = text.slice(start, end);
    const known = this.#young.get(sentence) ?? this.#old.get(sentence);
    if (known !== undefined) return known;
    const reading = fresh();
    if (this.#young.size >= this.#most / 2) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(ownCopy(sentence), reading);
    return reading;
  }
}

/** The same characters in memory of their own: a plain slice would keep the whole reply alive. */
function ownCopy(slice: string): string {
  return ` ${slice}`.slice(1);
}

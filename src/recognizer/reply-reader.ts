import type { Span } from "../records/verdict.js";
import type { SentenceReading, SystemReader } from "./system-reader.js";
import type { Sentence } from "./text/sentences.js";

/** What a whole reply does with one dimension, with the sentences and words that say so. */
export interface ReplyReading {
  readonly adhere: number;
  readonly oppose: number;
  readonly unrelated: number;
  readonly evidence: readonly Span[];
}

/** A dimension less present than this has no evidence worth showing. */
const SHOWN = 0.15;

/** Words marked for a dimension, besides its best sentence. */
const WORDS = 3;

/**
 * Sentences combine by noisy-or: a reply is about a dimension unless every sentence of it is not. The
 * sign is the presence-weighted mean of the sentences' signs, moved by what the whole reply says.
 *
 * @param tilt  log-odds of opposing that the whole reply adds
 */
export function combineSentences(
  readings: readonly SentenceReading[],
  dimension: number,
  tilt: number,
): { readonly adhere: number; readonly oppose: number; readonly best: number } {
  let absent = 1;
  let present = 0;
  let against = 0;
  let best = -1;
  let most = 0;
  for (const [at, { presence, opposed }] of readings.entries()) {
    const share = presence[dimension];
    if (share === 0) continue;
    absent *= 1 - share;
    present += share;
    against += share * opposed[dimension];
    if (share > most) {
      most = share;
      best = at;
    }
  }
  if (best < 0) return { adhere: 0, oppose: 0, best };
  const shown = 1 - absent;
  const share = against / present;
  const odds = (share / (1 - share)) * Math.exp(tilt);
  const oppose = shown * (odds / (1 + odds));
  return { adhere: shown - oppose, oppose, best };
}

/** Reads every dimension of a reply whose sentences have been read. */
export function readReply(
  reader: SystemReader,
  text: string,
  parts: readonly Sentence[],
  readings: readonly SentenceReading[],
  dimensions: number,
): readonly ReplyReading[] {
  const tilt = reader.tilt(text);
  return Array.from({ length: dimensions }, (_, dimension) => {
    const { adhere, oppose, best } = combineSentences(readings, dimension, tilt);
    const evidence: Span[] = [];
    if (best >= 0 && adhere + oppose >= SHOWN) {
      const { start, end } = parts[best];
      evidence.push({ start, end, kind: "sentence" });
      for (const word of reader.strongestWords(text.slice(start, end), dimension, WORDS))
        evidence.push({ start: start + word.start, end: start + word.end, kind: "word" });
    }
    return { adhere, oppose, unrelated: Math.max(0, 1 - adhere - oppose), evidence };
  });
}

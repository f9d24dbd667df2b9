import type { Span } from "../records/verdict.js";
import type { SentenceReading, SystemReader } from "./system-reader.js";
import { type Sentence, sentences } from "./text/sentences.js";
import { TokenBuffer, type Tokens } from "./text/tokens.js";
import { along, type VerdictCurve } from "./verdict-curve.js";

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
 * sign is the presence-weighted mean of the sentences' signs, moved by what the whole reply says. Both then go
 * along the system's curve.
 *
 * @param tilt  log-odds of opposing that the whole reply adds
 */
export function combineSentences(
  readings: readonly SentenceReading[],
  dimension: number,
  tilt: number,
  curve: VerdictCurve,
): { readonly adhere: number; readonly oppose: number; readonly best: number } {
  let absent = 1;
  let present = 0;
  let against = 0;
  let best = -1;
  let most = 0;
  for (let at = 0; at < readings.length; at++) {
    const { presence, opposed } = readings[at];
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
  const shown = along(curve.presence, 1 - absent, 0);
  const oppose = shown * along(curve.sign, against / present, curve.sign.slope * tilt);
  return { adhere: shown - oppose, oppose, best };
}

/** A reply cut up: its sentences, its words, and where the words of each sentence begin and end. */
export interface CutReply {
  readonly parts: readonly Sentence[];
  readonly words: Tokens;
  /** The first word of each sentence, and at the end the number of words. */
  readonly firsts: readonly number[];
}

/** Cuts a reply into sentences, and each sentence into words as if it stood alone. */
export function cutReply(text: string): CutReply {
  const parts = sentences(text);
  const words = new TokenBuffer(16 + (text.length >> 2));
  const firsts = [0];
  for (const { start, end } of parts) {
    words.append(text, start, end);
    firsts.push(words.count);
  }
  return { parts, words, firsts };
}

/** Reads every dimension of a reply whose sentences have been read. */
export function readReply(
  reader: SystemReader,
  { parts, words, firsts }: CutReply,
  readings: readonly SentenceReading[],
  dimensions: number,
): readonly ReplyReading[] {
  const tilt = reader.tilt(words);
  const found: ReplyReading[] = [];
  for (let dimension = 0; dimension < dimensions; dimension++) {
    const { adhere, oppose, best } = combineSentences(readings, dimension, tilt, reader.curve);
    const evidence: Span[] = [];
    if (best >= 0 && adhere + oppose >= SHOWN) {
      const { start, end } = parts[best];
      evidence.push({ start, end, kind: "sentence" });
      const [from, to] = [firsts[best], firsts[best + 1]];
      for (const at of reader.strongestWords(words, from, to, dimension, WORDS))
        evidence.push({ start: words.starts[at], end: words.ends[at], kind: "word" });
    }
    found.push({ adhere, oppose, unrelated: Math.max(0, 1 - adhere - oppose), evidence });
  }
  return found;
}

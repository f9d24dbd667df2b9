import { stream } from "../random/stream.js";
import type { HeadBank } from "./head-bank.js";
import type { TiltWeight } from "./reading-weights.js";
import { type Scale, scalesOf } from "./system-scales.js";
import { type Tokens, tokens } from "./text/tokens.js";
import { vectorLength, type WordVectors } from "./word-vectors.js";

/** Neutral sentences put beside an opinion, so that it is as long as a reply. */
const COMPANY = 3;

/** Most log-odds that a whole reply adds, either way. */
const MOST = 4;

/** Words from which a reply counts as whole. */
const ENOUGH = 30;

/**
 * A head trained on whole assistant replies tells harmful advice from principled refusal, which no cue
 * shows; on opinions it is at chance. So it is silent inside the range of everyday opinions (alone, and
 * in the company of neutral sentences) and speaks in proportion beyond.
 */
export class ReplyTilt {
  readonly scale: Scale;
  readonly #bank: HeadBank;
  readonly #column: Int32Array;
  readonly #dense: Float32Array;
  readonly #vectors: WordVectors;
  readonly #weight: TiltWeight;
  readonly #mean = new Float64Array(vectorLength);
  readonly #score = new Float64Array(1);

  /** @param usual  everyday texts, or their scale where it is known already */
  constructor(
    weight: TiltWeight,
    bank: HeadBank,
    vectors: WordVectors,
    usual: readonly string[] | Scale,
  ) {
    const head = bank.heads.indexOf(weight.head);
    this.#weight = weight;
    this.#bank = bank;
    this.#column = Int32Array.of(head);
    this.#dense = bank.denseWeights(head);
    this.#vectors = vectors;
    this.scale =
      "mean" in usual
        ? usual
        : scalesOf(usual.map((text) => Float64Array.of(this.#read(tokens(text)))))[0];
  }

  #read(words: Tokens): number {
    const mean = this.#mean;
    this.#vectors.mean(words, 0, words.count, mean);
    let sum = this.#bank.bias(this.#column[0]);
    for (let at = 0; at < vectorLength; at++) sum += mean[at] * this.#dense[at];
    this.#score[0] = sum;
    this.#bank.addTerms(words, 0, words.count, this.#column, this.#score);
    return this.#score[0];
  }

  /** What the words of a whole reply add to the log-odds of opposing, whatever the dimension. */
  of(words: Tokens): number {
    if (words.count === 0) return 0;
    const { weight, zone } = this.#weight;
    const off = this.#read(words) - this.scale.mean;
    const beyond = Math.sign(off) * Math.max(0, Math.abs(off) - zone * this.scale.spread);
    // A head for whole replies knows little of a few words.
    const length = Math.min(1, words.count / ENOUGH);
    return length * Math.max(-MOST, Math.min(MOST, weight * beyond));
  }
}

/** Everyday texts of both lengths: opinions alone, and in the company of neutral sentences. */
export function usualReplies(
  opinions: readonly string[],
  neutral: readonly string[],
): readonly string[] {
  return opinions.flatMap((opinion, place) => {
    const company = stream("opinion reply", place).shuffle(neutral).slice(0, COMPANY);
    return [opinion, [opinion, ...company].join(" ")];
  });
}

/**
 * How the parts of a reading are weighed. Set by hand, the same for every system and dimension, with an eye
 * on ValueEval rows and our authored sentences (docs/design/recognizer.md); never on simulated replies.
 */
export interface ReadingWeights {
  readonly hits: number;
  readonly soft: number;
  readonly anchor: number;
  /** Weight of each bank of trained heads; a bank that is not named counts nothing. */
  readonly banks: Readonly<Record<string, number>>;
  /** How sharply the values of a system compete for a sentence: the exponent of the softmax. */
  readonly slope: number;
  /** The standard score at which a value draws level with "none of these". */
  readonly threshold: number;
  /** Presence p counts as p^2 / (p + floor), so that many faint sentences do not add up to a value. */
  readonly floor: number;
  /** How sharply the log-odds of the sign become a probability. */
  readonly signSlope: number;
  /** What a standard deviation of the unsafe head adds to the log-odds of opposing (safety alone). */
  readonly unsafe: number;
}

export const readingWeights: ReadingWeights = {
  hits: 0.7,
  soft: 1,
  anchor: 1,
  banks: { fulcra: 0.5, valueeval: 0.7, mfrc: 0.7, safety: 0.7 },
  slope: 2,
  threshold: 1.6,
  floor: 0.04,
  signSlope: 0.8,
  unsafe: 0.8,
};

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
  /** Most standard deviations that one part may speak with, so that one rare word does not decide. */
  readonly cap: number;
  /** How sharply the values of a system compete for a sentence: the exponent of the softmax. */
  readonly slope: number;
  /** The standard score at which a value draws level with "none of these". */
  readonly threshold: number;
  /** Presence p counts as p^2 / (p + floor), so that many faint sentences do not add up to a value. */
  readonly floor: number;
  /** How sharply the log-odds of the sign become a probability. */
  readonly signSlope: number;
  /** By system, heads trained to see opposition (or its contrary) as such. */
  readonly alarms: Readonly<Record<string, readonly AlarmWeight[]>>;
  /** By system, a head that reads the whole reply for opposition as such. */
  readonly tilts: Readonly<Record<string, TiltWeight>>;
  /** Log-odds of support that refusing words add: "I cannot help with theft" negates, yet upholds. */
  readonly refusing: number;
  /**
   * Log-odds of support where no cue says anything: whoever brings up a value mostly speaks for it, but
   * harmful advice names no value, so that safety starts near even.
   */
  readonly base: { readonly usual: number; readonly bySystem: Readonly<Record<string, number>> };
}

/**
 * A head about whole replies that speaks only outside the range of everyday opinions, where it was seen to
 * be blind: beyond `zone` standard deviations from their mean, each unit of its score adds `weight` to the
 * log-odds of opposing.
 */
export interface TiltWeight {
  readonly head: string;
  readonly weight: number;
  readonly zone: number;
}

/** What one standard deviation of a head adds to the log-odds of opposing. */
export interface AlarmWeight {
  readonly head: string;
  readonly weight: number;
}

export const readingWeights: ReadingWeights = {
  hits: 0.8,
  soft: 1,
  anchor: 1,
  banks: { fulcra: 1, valueeval: 1, mfrc: 1, safety: 1 },
  cap: 3,
  slope: 2.5,
  threshold: 2.2,
  floor: 0.04,
  signSlope: 0.8,
  alarms: {
    safety: [
      { head: "safety.unsafe", weight: 1.5 },
      { head: "refusal", weight: -0.5 },
    ],
  },
  tilts: {
    schwartz: { head: "schwartz:opposed", weight: 2, zone: 1.5 },
    safety: { head: "safety.unsafe", weight: 2, zone: 1.5 },
  },
  refusing: 3,
  base: { usual: 1.4, bySystem: { safety: 0.3 } },
};

/** What can place phrases: the word vectors that ship, or an optional sentence encoder. */
export const PHRASE_ENCODERS = ["word-vectors", "sentences"] as const;
export type PhraseEncoderId = (typeof PHRASE_ENCODERS)[number];

/** Gives phrases a place in a space of meanings: what means much the same lies near. */
export interface PhraseEncoder {
  /** A model says by it what it was fitted to. */
  readonly id: PhraseEncoderId;
  /** Numbers in a vector. */
  readonly length: number;
  /** The cosine from which two phrases count as of one kind. */
  readonly familiar: number;
  /**
   * A vector of length 1, or all 0 for a phrase of unknown words; the same for a phrase whatever else was encoded.
   */
  encode(phrase: string): Promise<Float64Array>;
}

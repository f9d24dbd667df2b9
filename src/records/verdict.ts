import type { DimensionId, SystemId } from "../values/value-system.js";

/**
 * How far a recognizer's reading of a dimension has been checked against people's labels.
 *
 * - `measured`: trained and tested on human labels of this dimension, and its sign.
 * - `transfer`: tested on human labels from another kind of text only, or presence but not sign.
 * - `authored`: resting on text that we wrote for the purpose.
 * - `unvalidated`: no human labels exist; a reading by definition only.
 */
export type Support = "measured" | "transfer" | "authored" | "unvalidated";

/** A stretch of the reply that speaks for a verdict: UTF-16 offsets, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly kind: "sentence" | "word";
}

/** What a reply does with one dimension. The three probabilities sum to 1. */
export interface DimensionVerdict {
  readonly adhere: number;
  readonly oppose: number;
  readonly unrelated: number;
  readonly support: Support;
  readonly evidence: readonly Span[];
}

/** A verdict of F on one reply: every dimension of one system. */
export interface Verdict {
  readonly system: SystemId;
  /** Id and version of the recognizer that judged. */
  readonly recognizer: string;
  readonly dimensions: Readonly<Record<DimensionId, DimensionVerdict>>;
}

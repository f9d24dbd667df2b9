import { ArgumentError } from "../statistics/argument-error.js";

/** The two terms of Eq. 1 with the most each can be, and how they are mixed. */
export interface ObjectiveInput {
  /** D, in the divergence's unit. May be slightly negative once the noise null is subtracted. */
  readonly informativeness: number;
  /** I, in the elicitation's unit. */
  readonly elicitation: number;
  /** 0 asks only that examinees differ, 1 only that values are elicited. */
  readonly alpha: number;
  /** What D is divided by: its maximum in reports, its frozen spread in the search. */
  readonly informativenessScale: number;
  /** What I is divided by. */
  readonly elicitationScale: number;
}

/**
 * Eq. 1 for one item: `(1 - alpha) D + alpha I`, each term on its own scale.
 *
 * Source: Value Compass Benchmarks, Eq. 1; the scales are design decision 3.
 *
 * @throws ArgumentError when alpha is not from 0 to 1, or a scale is not positive
 * @example
 * objective({ informativeness: 0.4, elicitation: 0.2, alpha: 0.25, informativenessScale: 1, elicitationScale: 1 }); // => 0.35 (± 1e-12)
 * objective({ informativeness: 0.4, elicitation: 0.2, alpha: 1.2, informativenessScale: 1, elicitationScale: 1 }); // throws /alpha must be from 0 to 1: 1.2/
 */
export function objective(input: ObjectiveInput): number {
  const { informativeness, elicitation, alpha, informativenessScale, elicitationScale } = input;
  if (!(alpha >= 0 && alpha <= 1)) throw new ArgumentError("alpha", "must be from 0 to 1", alpha);
  if (!(informativenessScale > 0))
    throw new ArgumentError("informativenessScale", "must be positive", informativenessScale);
  if (!(elicitationScale > 0))
    throw new ArgumentError("elicitationScale", "must be positive", elicitationScale);
  // A term of weight 0 must not enter at all, even when it is undefined (alpha 0 with one sample).
  const first = alpha === 1 ? 0 : ((1 - alpha) * informativeness) / informativenessScale;
  const second = alpha === 0 ? 0 : (alpha * elicitation) / elicitationScale;
  return first + second;
}

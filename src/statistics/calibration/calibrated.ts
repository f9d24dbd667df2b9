import { ArgumentError } from "../argument-error.js";
import { checkNumber } from "../check-argument.js";
import type { IsotonicFit } from "./isotonic-fit.js";
import type { PlattFit } from "./platt-fit.js";

/**
 * A fit that turns one score into a probability. It is plain JSON, so it can be stored and read
 * back.
 */
export type Calibrator = PlattFit | IsotonicFit;

/**
 * The probability that a fitted calibrator gives a score. (A temperature is applied to all scores
 * of a case at once: `atTemperature`.)
 *
 * @param fit    from `plattFit` or `isotonicFit`
 * @param score  in the unit of the scores it was fitted to
 * @returns 0 to 1
 * @throws ArgumentError when the score is not finite, or the fit is of another kind
 *
 * Source: math 4.4.
 *
 * @example
 * calibrated({ kind: "platt", slope: -1, offset: 0, rows: 9, inClass: 4 }, 2); // => 0.880797 (± 1e-6)
 * const fit = { kind: "isotonic", scores: [1, 3], probabilities: [0.2, 0.6], rows: 9, inClass: 4 } as const;
 * [0, 2, 9].map((score) => calibrated(fit, score)); // => [0.2, 0.4, 0.6] (± 1e-12)
 */
export function calibrated(fit: Calibrator, score: number): number {
  checkNumber("score", score);
  if (fit.kind === "platt") return 1 / (1 + Math.exp(fit.slope * score + fit.offset));
  if (fit.kind === "isotonic") return interpolated(fit, score);
  throw new ArgumentError("fit", "must be a Platt or an isotonic fit", fit);
}

function interpolated({ scores, probabilities }: IsotonicFit, score: number): number {
  const after = scores.findIndex((corner) => corner >= score);
  if (after < 0) return probabilities[probabilities.length - 1];
  if (after === 0 || scores[after] === score) return probabilities[after];
  const [low, high] = [probabilities[after - 1], probabilities[after]];
  const [from, to] = [scores[after - 1], scores[after]];
  return low + (high - low) * ((score - from) / (to - from));
}

import { quantile } from "simple-statistics";
import type { Stream } from "../../random/stream.js";
import { checkNumber } from "../check-argument.js";
import { type BinOptions, diagramOf, reliabilityDiagram } from "./reliability-diagram.js";

/** A calibration error with what chance could have made of it. */
export interface CalibrationError {
  readonly error: number;
  /**
   * The middle 95 % of the errors of resampled forecasts. Resampling adds noise of its own, so both
   * ends lie somewhat high.
   */
  readonly low: number;
  readonly high: number;
  readonly forecasts: number;
  readonly draws: number;
}

/** Resamples drawn when nothing is said: math 4.1. */
const DRAWS = 2000;

/**
 * The expected calibration error with a bootstrap interval: forecasts are drawn again with
 * replacement, and the error is read off each draw. Reach for it before saying that one recognizer
 * is better calibrated than another.
 *
 * @param probabilities  forecasts, 0 to 1
 * @param cameTrue       for each, whether it came true
 * @param random         where the draws come from; the same stream gives the same interval
 * @param options        `bins` and `by` as for `reliabilityDiagram`; `draws`: 1 to 100,000 (2,000)
 * @throws ArgumentError when the lists are empty or differ in length, a forecast is no probability,
 *   or an option is out of range
 *
 * Source: math 4.4.
 *
 * @example
 * const sure = [0.9, 0.8, 0.3, 0.1];
 * const { error, low, high } = calibrationError(sure, [true, true, false, false], stream(7, "calibration"));
 * error; // => 0.175 (± 1e-12)
 * low <= 0.175 && 0.175 <= high; // => true
 */
export function calibrationError(
  probabilities: readonly number[],
  cameTrue: readonly boolean[],
  random: Stream,
  { draws = DRAWS, ...options }: BinOptions & { readonly draws?: number } = {},
): CalibrationError {
  checkNumber("draws", draws, { from: 1, to: 100_000, whole: true });
  const { expectedError, forecasts } = reliabilityDiagram(probabilities, cameTrue, options);
  const errors = Array.from({ length: draws }, () => {
    const places = probabilities.map(() => random.integer(forecasts));
    return diagramOf(
      places.map((place) => probabilities[place]),
      places.map((place) => cameTrue[place]),
      options,
    ).expectedError;
  });
  const [low, high] = quantile(errors, [0.025, 0.975]);
  return { error: expectedError, low, high, forecasts, draws };
}

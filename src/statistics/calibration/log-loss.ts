import { sum } from "simple-statistics";
import { checkForecasts } from "./check-forecasts.js";

/** A forecast counts as at least this far from 0 and from 1: math 4.4. */
const CLIP = 1e-15;

/**
 * The logarithmic loss: the mean surprise, in nats, at what came true. 0 is perfect; always saying
 * 0.5 gives ln 2. Being sure and wrong costs far more than under the Brier score: 34.5 nats at
 * most, since forecasts are kept 1e-15 away from 0 and 1.
 *
 * @param probabilities  forecasts, 0 to 1
 * @param cameTrue       for each, whether it came true
 * @returns nats, 0 to 34.54
 * @throws ArgumentError when the lists are empty or differ in length, or a forecast is no
 *   probability
 *
 * Source: math 4.4.
 *
 * @example
 * logLoss([0.9, 0.8, 0.3, 0.1], [true, true, false, false]); // => 0.197634881642 (± 1e-12)
 * logLoss([0.5, 0.5], [true, false]); // => 0.693147 (± 1e-6)
 * logLoss([0], [true]); // => 34.538776 (± 1e-6)
 * logLoss([1], [false]); // => 34.538776 (± 1e-6)
 */
export function logLoss(probabilities: readonly number[], cameTrue: readonly boolean[]): number {
  checkForecasts(probabilities, cameTrue);
  const surprises = probabilities.map((p, at) => {
    if (cameTrue[at]) return -Math.log(Math.min(1 - CLIP, Math.max(CLIP, p)));
    // 1 - p is exact where it matters, while 1 - 1e-15 is not; small forecasts keep their digits in log1p.
    return 1 - p < CLIP ? -Math.log(CLIP) : -Math.log1p(-Math.max(CLIP, p));
  });
  return sum(surprises) / surprises.length;
}

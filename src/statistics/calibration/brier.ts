import { sum } from "simple-statistics";
import { checkForecasts } from "./check-forecasts.js";

/**
 * The Brier score: how far probabilities lie from what came true, squared and averaged. 0 is
 * perfect; always saying 0.5 gives 0.25. It rewards saying what one believes, so it is the first
 * figure to look at when probabilities are compared; `murphy` says what it consists of.
 *
 * @param probabilities  forecasts, 0 to 1
 * @param cameTrue       for each, whether it came true
 * @returns 0 to 1
 * @throws ArgumentError when the lists are empty or differ in length, or a forecast is no
 *   probability
 *
 * Source: Brier 1950; math 4.4.
 *
 * @example
 * brier([0.9, 0.8, 0.3, 0.1], [true, true, false, false]); // => 0.0375 (± 1e-12)
 * brier([0.5, 0.5], [true, false]); // => 0.25
 */
export function brier(probabilities: readonly number[], cameTrue: readonly boolean[]): number {
  checkForecasts(probabilities, cameTrue);
  const squares = probabilities.map((p, at) => (p - Number(cameTrue[at])) ** 2);
  return sum(squares) / squares.length;
}

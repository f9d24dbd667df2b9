import { sum } from "simple-statistics";
import { ArgumentError } from "../argument-error.js";
import { checkTable } from "../check-argument.js";
import { checkLabels } from "./check-labels.js";

/** How far from 1 the probabilities of a row may sum: math 0. */
const TOLERANCE = 1e-9;

/**
 * The Brier score of forecasts over several classes: squared distances summed over the classes,
 * averaged over the rows. With two classes it is twice `brier`.
 *
 * @param probabilities  a row for each case, a column for each class; each row sums to 1
 * @param labels         for each row, the place of the class that came true, from 0
 * @returns 0 (perfect) to 2 (sure and wrong)
 * @throws ArgumentError when a row is no distribution, or a label is no place of a class
 *
 * Source: Brier 1950; math 4.4.
 *
 * @example
 * brierMulticlass([[1, 0], [0, 1]], [0, 0]); // => 1
 * brierMulticlass([[0.5, 0.3, 0.2]], [0]); // => 0.38 (± 1e-12)
 * brierMulticlass([[0.5, 0.5]], [2]); // throws /labels\[0\] must be a whole number from 0 to 1: 2/
 */
export function brierMulticlass(
  probabilities: readonly (readonly number[])[],
  labels: readonly number[],
): number {
  checkTable("probabilities", probabilities, { from: 0, to: 1 });
  checkLabels(labels, probabilities.length, probabilities[0].length);
  const scores = probabilities.map((row, at) => {
    const total = row.reduce((all, p) => all + p, 0);
    if (Math.abs(total - 1) > TOLERANCE)
      throw new ArgumentError(`probabilities[${at}]`, "must sum to 1", row);
    return row.reduce((all, p, place) => all + (p - Number(place === labels[at])) ** 2, 0);
  });
  return sum(scores) / scores.length;
}

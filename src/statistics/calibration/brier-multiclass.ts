import { sum } from "simple-statistics";
import { ArgumentError } from "../argument-error.js";
import { checkNumber, checkTable } from "../check-argument.js";

/** How far from 1 the probabilities of a row may sum: math 0. */
const TOLERANCE = 1e-9;

/**
 * The Brier score of forecasts over several classes: squared distances summed over the classes, averaged over the
 * rows. With two classes it is twice `brier`.
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

/**
 * Refuses labels that are not places of classes, one a row.
 *
 * @throws ArgumentError
 * @example
 * checkLabels([0, 2], 2, 3);
 * checkLabels([0], 2, 3); // throws /labels must hold as many entries as there are rows, 2: \[0\]/
 */
export function checkLabels(labels: readonly number[], rows: number, classes: number): void {
  if (!Array.isArray(labels) || labels.length !== rows)
    throw new ArgumentError(
      "labels",
      `must hold as many entries as there are rows, ${rows}`,
      labels,
    );
  for (const [at, label] of labels.entries())
    checkNumber(`labels[${at}]`, label, { from: 0, to: classes - 1, whole: true });
}

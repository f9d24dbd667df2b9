import { ArgumentError } from "../statistics/argument-error.js";
import { checkNumbers, checkTable } from "../statistics/check-argument.js";

/** How far from 1 the probabilities of a distribution may sum. */
const TOLERANCE = 1e-9;

/**
 * Refuses what is no probability distribution. Nothing is renormalised in silence: model output that does not
 * sum to 1 is a finding.
 *
 * Source: math 0.
 *
 * @throws ArgumentError
 * @example
 * checkDistribution("p", [0.25, 0.75]); // => [0.25, 0.75]
 * checkDistribution("p", [0.5, 0.6]); // throws /p must sum to 1/
 * checkDistribution("p", [-0.5, 1.5]); // throws /p\[0\] must be a finite number from 0 up: -0.5/
 */
export function checkDistribution(argument: string, p: readonly number[]): readonly number[] {
  checkNumbers(argument, p, { from: 0 });
  const sum = p.reduce((total, share) => total + share, 0);
  if (Math.abs(sum - 1) > TOLERANCE) throw new ArgumentError(argument, "must sum to 1", p);
  return p;
}

/**
 * Refuses rows that are not all distributions over the same values.
 *
 * @throws ArgumentError
 * @example
 * checkDistributions("distributions", [[1, 0], [0, 1]]); // => [[1, 0], [0, 1]]
 * checkDistributions("distributions", [[1, 0], [1]]); // throws /distributions\[1\] must hold 2 numbers/
 */
export function checkDistributions(
  argument: string,
  rows: readonly (readonly number[])[],
): readonly (readonly number[])[] {
  checkTable(argument, rows, { from: 0 });
  rows.forEach((row, at) => {
    checkDistribution(`${argument}[${at}]`, row);
  });
  return rows;
}

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
  if (!isDistribution(p)) {
    // Only what failed the quick look is looked at cell by cell: divergences are computed by the million.
    checkNumbers(argument, p, { from: 0 });
    throw new ArgumentError(argument, "must sum to 1", p);
  }
  return p;
}

function isDistribution(p: readonly number[]): boolean {
  if (!Array.isArray(p) || p.length === 0) return false;
  let sum = 0;
  for (let k = 0; k < p.length; k++) {
    if (!(p[k] >= 0)) return false;
    sum += p[k];
  }
  return Math.abs(sum - 1) <= TOLERANCE;
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
  const columns = Array.isArray(rows) ? rows[0]?.length : 0;
  const fit =
    Array.isArray(rows) &&
    rows.length > 0 &&
    rows.every((row) => isDistribution(row) && row.length === columns);
  if (fit) return rows;
  checkTable(argument, rows, { from: 0 });
  rows.forEach((row, at) => {
    checkDistribution(`${argument}[${at}]`, row);
  });
  return rows;
}

/**
 * Refuses two rows that are not distributions over the same values.
 *
 * @throws ArgumentError
 * @example
 * checkPair([1, 0], [0.5, 0.5]); // => [[1, 0], [0.5, 0.5]]
 * checkPair([1, 0], [1]); // throws /q must hold 2 numbers, as p does/
 */
export function checkPair(
  p: readonly number[],
  q: readonly number[],
): readonly (readonly number[])[] {
  checkDistribution("p", p);
  checkDistribution("q", q);
  if (q.length !== p.length)
    throw new ArgumentError("q", `must hold ${p.length} numbers, as p does`, q);
  return [p, q];
}

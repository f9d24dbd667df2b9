import { ArgumentError } from "../statistics/argument-error.js";
import { checkNumber, checkNumbers } from "../statistics/check-argument.js";

/**
 * Turns counts into shares after adding the same small amount to every cell, so that what was never seen is not taken
 * for impossible: (n + a) / (N + a K). Adding 1/2 is Jeffreys' prior, 1/K Perks', 1 Laplace's.
 *
 * Source: math 1.4.
 *
 * @param counts  how often each value was seen, from 0 up
 * @param added   what is added to every cell, from 0 up
 * @returns a distribution; the uniform one when all counts are 0
 * @throws ArgumentError when a count is negative, or nothing was counted and nothing is added
 * @example
 * additiveSmoothing([3, 0, 1], 0.5); // => [0.636363636364, 0.0909090909091, 0.272727272727] (± 1e-12)
 * additiveSmoothing([0, 0], 1); // => [0.5, 0.5]
 * additiveSmoothing([0, 0], 0); // throws /counts must hold one above 0/
 */
export function additiveSmoothing(counts: readonly number[], added: number): number[] {
  checkNumbers("counts", counts, { from: 0 });
  checkNumber("added", added, { from: 0 });
  const total = counts.reduce((sum, count) => sum + count + added, 0);
  if (total === 0)
    throw new ArgumentError("counts", "must hold one above 0 when nothing is added", counts);
  return counts.map((count) => (count + added) / total);
}

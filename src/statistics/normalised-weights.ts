import { ArgumentError } from "./argument-error.js";

/**
 * Weights made to sum to 1. Absent weights mean that all entries count alike; a weight of 0 leaves one out.
 *
 * @param weights  raw, not negative; `null` for equal
 * @param argument  what errors call the weights
 * @throws ArgumentError when the number of weights differs, one is negative or not finite, or all are 0
 * @example
 * normalisedWeights([1, 3], 2); // => [0.25, 0.75]
 * normalisedWeights(null, 2); // => [0.5, 0.5]
 * normalisedWeights([1], 2); // throws /weights must be as many as there are entries, 2: \[1\]/
 * normalisedWeights([0, 0], 2); // throws /weights must have one above 0/
 */
export function normalisedWeights(
  weights: readonly number[] | null,
  count: number,
  argument = "weights",
): number[] {
  if (weights === null) return new Array<number>(count).fill(1 / count);
  if (weights.length !== count)
    throw new ArgumentError(argument, `must be as many as there are entries, ${count}`, weights);
  const largest = Math.max(...weights);
  const bad = weights.findIndex((weight) => !(weight >= 0 && weight < Infinity));
  if (bad >= 0)
    throw new ArgumentError(`${argument}[${bad}]`, "must be a number from 0 up", weights[bad]);
  if (largest === 0) throw new ArgumentError(argument, "must have one above 0", weights);
  // Over the largest first, so that neither huge nor tiny weights leave the range of a double.
  const scaled = weights.map((weight) => weight / largest);
  const total = scaled.reduce((sum, weight) => sum + weight, 0);
  return scaled.map((weight) => weight / total);
}

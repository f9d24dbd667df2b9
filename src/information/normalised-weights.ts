/**
 * Weights of examinees, made to sum to 1. Absent weights mean that all count alike; a weight of 0 leaves an
 * examinee out.
 *
 * @param weights  raw, not negative; `null` for equal
 * @throws RangeError when the number of weights differs, one is negative, or all are 0
 * @example
 * normalisedWeights([1, 3], 2); // => [0.25, 0.75]
 * normalisedWeights(null, 2); // => [0.5, 0.5]
 * normalisedWeights([1], 2); // throws /1 weights for 2/
 */
export function normalisedWeights(weights: readonly number[] | null, count: number): number[] {
  if (weights === null) return new Array<number>(count).fill(1 / count);
  if (weights.length !== count)
    throw new RangeError(`there are ${weights.length} weights for ${count} entries`);
  const bad = weights.find((weight) => !(weight >= 0 && weight < Infinity));
  if (bad !== undefined) throw new RangeError(`a weight must be a number from 0 up: ${bad}`);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total === 0) throw new RangeError("all weights are 0; at least one must be positive");
  return weights.map((weight) => weight / total);
}

/**
 * The average of several distributions: what one would see by first drawing a row, then a value from it.
 *
 * @param distributions  M rows of K numbers
 * @param share          how much each row counts; sums to 1
 * @example
 * mixture([[1, 0], [0, 1]], [0.25, 0.75]); // => [0.25, 0.75]
 */
export function mixture(
  distributions: readonly (readonly number[])[],
  share: readonly number[],
): number[] {
  const mean = distributions[0].map((p) => share[0] * p);
  for (let i = 1; i < share.length; i++)
    for (let k = 0; k < mean.length; k++) mean[k] += share[i] * distributions[i][k];
  return mean;
}

import { checkNumbers } from "../check-argument.js";
import { normalisedWeights } from "../normalised-weights.js";

/**
 * Isotonic regression: the never-falling sequence nearest to the numbers (least squares), found by
 * pooling neighbours that stand in the wrong order into their mean. The core of `isotonicFit`,
 * which is what to call for calibrating scores.
 *
 * @param values   numbers in the order in which they should not fall
 * @param weights  raw, from 0 up; absent for equal. An entry of weight 0 moves nothing; it takes
 *   the value of the block before it (of the first block where there is none before)
 * @returns as many numbers, each at least the one before
 * @throws ArgumentError when a value is not finite, or the weights do not fit
 *
 * Source: Ayer et al. 1955 (pool adjacent violators); math 4.4.
 *
 * @example
 * isotonic([1, 3, 2, 4]); // => [1, 2.5, 2.5, 4]
 * isotonic([2, 1], [1, 3]); // => [1.25, 1.25]
 * isotonic([3, 2, 1]); // => [2, 2, 2]
 */
export function isotonic(
  values: readonly number[],
  weights: readonly number[] | null = null,
): readonly number[] {
  checkNumbers("values", values);
  const shares = weights === null ? values.map(() => 1) : normalisedWeights(weights, values.length);
  const blocks: { weight: number; weighted: number; mean: number; to: number }[] = [];
  for (const [at, value] of values.entries()) {
    const weight = shares[at];
    const last = blocks[blocks.length - 1];
    if (weight === 0) {
      if (last) last.to = at + 1;
      continue;
    }
    const block = { weight, weighted: weight * value, mean: value, to: at + 1 };
    for (let before = blocks.pop(); before; before = blocks.pop()) {
      if (before.mean < block.mean) {
        blocks.push(before);
        break;
      }
      block.weight += before.weight;
      block.weighted += before.weighted;
      block.mean = block.weighted / block.weight;
    }
    blocks.push(block);
  }
  const fitted: number[] = [];
  for (const { mean, to } of blocks) while (fitted.length < to) fitted.push(mean);
  return fitted;
}

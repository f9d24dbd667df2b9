import { normalisedWeights } from "../statistics/normalised-weights.js";
import { checkCountTable } from "./check-counts.js";
import { checkPosteriors, type Posteriors } from "./profile-matrix.js";

/**
 * The mean squared distance between two examinees drawn from the panel, freed of sampling noise: products are taken only
 * between different replies (a U-statistic). Its expectation is exactly the squared distance of the true profiles,
 * so it is 0 on average when nobody differs, and can come out negative.
 *
 * The statistic to rank items by at five replies or fewer. Summed over dimensions; `separation` is its mean over
 * dimensions for equal weights.
 *
 * Source: math 1.5.
 *
 * @param posteriors  by examinee, by reply (two or more each), K readings in [0, 1]
 * @param weights     how much each examinee counts, a pair counting the product; `null` for equal
 * @returns NaN when fewer than two examinees count, or one that counts has a single reply
 * @throws ArgumentError when a reading is no probability, lengths differ, or the weights do not fit
 * @example
 * unbiasedSquaredDistance([[[1, 0], [1, 0]], [[0, 1], [0, 1]]]); // => 2
 * unbiasedSquaredDistance([[[1, 0], [0, 1]], [[1, 0], [0, 1]]]); // => -1
 * unbiasedSquaredDistance([[[1, 0]], [[0, 1]]]); // => NaN
 */
export function unbiasedSquaredDistance(
  posteriors: Posteriors,
  weights: readonly number[] | null = null,
): number {
  checkPosteriors(posteriors);
  const sums = posteriors.map((replies) => {
    const count = replies.length;
    const sum = replies[0].map((_, k) => replies.reduce((all, reply) => all + reply[k], 0));
    const squares = replies.reduce((all, reply) => all + dot(reply, reply), 0);
    return {
      mean: sum.map((all) => all / count),
      own: (dot(sum, sum) - squares) / (count - 1) / count,
    };
  });
  return meanOverPairs(sums, normalisedWeights(weights, posteriors.length));
}

/**
 * `unbiasedSquaredDistance` of examinees whose replies carry one label each, from the counts: A_i + A_j - 2 p_i.p_j,
 * A = sum n (n - 1) / (S (S - 1)), over pairs of examinees.
 *
 * Source: math 1.5.
 *
 * @param counts  M rows of K counts
 * @returns from -1 to 2; NaN with fewer than two rows, or a row of fewer than two draws
 * @throws ArgumentError when a count is no whole number from 0 up, rows differ in length, or nothing was counted
 * @example
 * unbiasedSquaredDistanceOfCounts([[2, 0], [0, 2]]); // => 2
 * unbiasedSquaredDistanceOfCounts([[1, 1], [1, 1]]); // => -1
 */
export function unbiasedSquaredDistanceOfCounts(counts: readonly (readonly number[])[]): number {
  const sums = checkCountTable(counts).map((row) => {
    const total = row.reduce((sum, count) => sum + count, 0);
    const mean = row.map((count) => count / total);
    return {
      mean,
      own: mean.reduce((sum, share, k) => sum + (share * (row[k] - 1)) / (total - 1), 0),
    };
  });
  return meanOverPairs(sums, normalisedWeights(null, counts.length));
}

/** An examinee's mean readings, and the mean product of two of its different replies. */
interface OwnSums {
  readonly mean: readonly number[];
  readonly own: number;
}

function meanOverPairs(sums: readonly OwnSums[], share: readonly number[]): number {
  let total = 0;
  let pairs = 0;
  for (let i = 0; i < sums.length; i++)
    for (let j = 0; j < i; j++) {
      const weight = share[i] * share[j];
      if (weight === 0) continue;
      pairs += weight;
      total += weight * (sums[i].own + sums[j].own - 2 * dot(sums[i].mean, sums[j].mean));
    }
  return total / pairs;
}

function dot(a: readonly number[], b: readonly number[]): number {
  let total = 0;
  for (let k = 0; k < a.length; k++) total += a[k] * b[k];
  return total;
}

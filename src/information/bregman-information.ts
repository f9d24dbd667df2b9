import { ArgumentError } from "../statistics/argument-error.js";
import { normalisedWeights } from "../statistics/normalised-weights.js";
import { checkDistributions } from "./check-distribution.js";
import { jensenShannon } from "./jensen-shannon.js";
import { mixture } from "./mixture.js";

/** The convex function that a Bregman information is made from. */
export type BregmanGenerator = "squared" | "negentropy";

/**
 * How much a convex function loses when several distributions are averaged (Jensen-Bregman divergence). With the
 * squared norm it is the weighted variance of the distributions, half their mean squared distance over all ordered
 * pairs, a row with itself counted too; with negative entropy it is `jensenShannon`.
 *
 * Source: math 1.2.
 *
 * @param distributions  M rows, each a distribution over the same K values
 * @param generator      `squared` (sum p^2) or `negentropy` (sum p ln p)
 * @param weights        how much each row counts; `null` for equal, 0 leaves one out
 * @returns from 0 (alike); at most 1 - 1/min(M, K) for `squared`, nats for `negentropy`
 * @throws ArgumentError when a row is no distribution, the weights do not fit, or there is no such generator
 * @example
 * bregmanInformation([[1, 0], [0, 1]], "squared"); // => 0.5
 * bregmanInformation([[0.5, 0.5], [0.25, 0.75]], "squared"); // => 0.03125
 * bregmanInformation([[1, 0], [0, 1]], "negentropy"); // => 0.69314718056 (± 1e-12)
 */
export function bregmanInformation(
  distributions: readonly (readonly number[])[],
  generator: BregmanGenerator,
  weights: readonly number[] | null = null,
): number {
  if (generator === "negentropy") return jensenShannon(distributions, weights);
  if (generator !== "squared")
    throw new ArgumentError("generator", "must be squared or negentropy", generator);
  checkDistributions("distributions", distributions);
  const share = normalisedWeights(weights, distributions.length);
  const mean = mixture(distributions, share);
  let total = 0;
  for (let i = 0; i < share.length; i++)
    for (let k = 0; k < mean.length; k++) total += share[i] * (distributions[i][k] - mean[k]) ** 2;
  return total;
}

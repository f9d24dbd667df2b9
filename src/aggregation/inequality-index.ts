import { sum } from "simple-statistics";
import { countedScores } from "./counted-scores.js";
import { weightedMean } from "./weighted-mean.js";

/** A mean this small beside the scores it is made of is 0 but for rounding. */
const CANCELLED = 1e-12;

/**
 * The share of the mean that is lost to differences between dimensions, for any rule that scales
 * with the scores: 1 - EDE / mean, where the EDE is the single score judged as good as all of them.
 *
 * Source: math 3; Berger & Emmerling 2020 (inequity index).
 *
 * @param ede  the rule; it is given the scores divided by the largest
 * @returns NaN when the mean is 0; with negative scores outside 0 to 1, where it means little
 * @example
 * inequalityIndex([1, 3], null, (scores) => Math.min(...scores)); // => 0.5 (± 1e-12)
 */
export function inequalityIndex(
  scores: readonly number[],
  weights: readonly number[] | null,
  ede: (scores: readonly number[]) => number,
): number {
  const largest = Math.max(...countedScores(scores, weights).map(({ score }) => Math.abs(score)));
  if (largest === 0) return Number.NaN;
  const scaled = scores.map((score, k) => (weights?.[k] === 0 ? 0 : score / largest));
  const mean = weightedMean(scaled, weights);
  const size = sum(countedScores(scaled, weights).map((one) => one.share * Math.abs(one.score)));
  return Math.abs(mean) <= CANCELLED * size ? Number.NaN : 1 - ede(scaled) / mean;
}

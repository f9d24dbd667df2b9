import { sum } from "simple-statistics";
import { type CountedScore, withinScores } from "./counted-scores.js";

/** Below this the curve of the exponential is its first two terms to the last digit of a double. */
const STRAIGHT = 1e-8;

/**
 * The mean that exponentials agree on: (1/r) ln sum w exp(r x). At rate 0 it is the plain mean; as
 * the rate falls it leans to the lowest score, as it rises to the highest. Both the power means (of
 * logarithms) and the Kolm-Pollak rule are this one curve, so its care for rounding is written
 * once.
 *
 * @param counted  scores with their shares
 * @param rate     any finite number
 * @returns between the lowest and the highest score
 * @example
 * const counted = [{ score: 0, share: 0.5 }, { score: 100, share: 0.5 }];
 * exponentialMean(counted, 0); // => 50
 * exponentialMean(counted, -0.1); // => 6.931017816607 (± 1e-11)
 * exponentialMean(counted, -1e6); // => 0 (± 1e-5)
 */
export function exponentialMean(counted: readonly CountedScore[], rate: number): number {
  const mean = sum(counted.map(({ score, share }) => share * score));
  const reach = Math.max(...counted.map(({ score }) => Math.abs(rate * (score - mean))));
  return withinScores(counted, unbounded(counted, rate, mean, reach));
}

function unbounded(
  counted: readonly CountedScore[],
  rate: number,
  mean: number,
  reach: number,
): number {
  if (reach < STRAIGHT)
    return mean + (rate / 2) * sum(counted.map(({ score, share }) => share * (score - mean) ** 2));
  if (reach < 1) {
    // Around the mean the first-order terms cancel, so that nothing is lost in 1 + tiny.
    const grown = sum(counted.map(({ score, share }) => share * Math.expm1(rate * (score - mean))));
    return mean + Math.log1p(grown) / rate;
  }
  // Around the score that leads, no exponential can overflow.
  const present = counted.filter(({ share }) => share > 0).map(({ score }) => score);
  const leader = rate > 0 ? Math.max(...present) : Math.min(...present);
  const total = sum(counted.map(({ score, share }) => share * Math.exp(rate * (score - leader))));
  return leader + Math.log(total) / rate;
}

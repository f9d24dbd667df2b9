import { sum } from "simple-statistics";
import { type CountedScore, withinScores } from "./counted-scores.js";
import { exponentialMean } from "./exponential-mean.js";

/**
 * Closer to 0 than this an order is taken for 0 and the mean for the geometric one (math 3, edge
 * rule 4).
 */
const GEOMETRIC = 1e-9;

/**
 * The power mean (sum w x^r)^(1/r): the plain mean at order 1, the geometric at 0, the harmonic at
 * -1, the lowest score far below, the highest far above. Nash, Atkinson and CES are power means
 * under three names.
 *
 * @param counted  scores with their shares
 * @param order    any finite number
 * @returns between the lowest and the highest score; 0 when one is 0 and the order is 0 or below;
 * NaN when one is negative, since the rule is not defined there
 * @example
 * const counted = [{ score: 1, share: 0.5 }, { score: 4, share: 0.5 }];
 * powerMean(counted, 0.5); // => 2.25 (± 1e-12)
 * powerMean(counted, -1); // => 1.6 (± 1e-12)
 * powerMean([...counted, { score: 0, share: 0.5 }], -1); // => 0
 */
export function powerMean(counted: readonly CountedScore[], order: number): number {
  if (counted.some(({ score }) => score < 0)) return Number.NaN;
  const positive = counted.filter(({ score }) => score > 0);
  const near = Math.abs(order) < GEOMETRIC ? 0 : order;
  const hasZero = positive.length < counted.length;
  const share = sum(positive.map((entry) => entry.share));
  if (hasZero && (near <= 0 || share === 0)) return 0;
  const logarithms = positive.map((entry) => ({
    score: Math.log(entry.score),
    share: entry.share / share,
  }));
  const mean = Math.exp(exponentialMean(logarithms, near));
  // Zeros add nothing to the sum of powers but keep their share of the whole.
  return withinScores(counted, hasZero ? mean * Math.exp(Math.log(share) / near) : mean);
}

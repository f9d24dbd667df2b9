import type { Stream } from "../random/stream.js";
import { ArgumentError } from "../statistics/argument-error.js";
import { checkNumber, checkTable } from "../statistics/check-argument.js";
import { competitionRanks } from "../statistics/competition-ranks.js";
import { quantile } from "../statistics/quantile.js";

import { weightedMean } from "./weighted-mean.js";
import type { WelfareFormula } from "./welfare-result.js";

/** What to try, and where the weights come from. */
export interface RankStabilityOptions {
  /** Where the weight vectors are drawn from. */
  readonly random: Stream;
  /**
   * How many weight vectors: 2,000 unless told, which leaves an error of about one percentage
   * point.
   */
  readonly draws?: number;
  /** The weights whose ranking is put to the test; equal unless told. */
  readonly weights?: readonly number[] | null;
  /** The welfare rule: the weighted mean unless told. */
  readonly rule?: WelfareFormula;
}

/** How far an examinee's rank depends on what matters to you. */
export interface RankStability {
  /**
   * Its rank under the weights at hand; 1 is best, equal values share a rank. `null` where the
   * rule is not defined.
   */
  readonly rank: number | null;
  /** The share of weight vectors under which it keeps that rank; `null` where it has none. */
  readonly kept: number | null;
  /** The share of weight vectors that put it first, alone or not. */
  readonly first: number | null;
  /** The ranks between which it stays under 95 of 100 weight vectors. */
  readonly low: number | null;
  readonly high: number | null;
  /** How many weight vectors were tried. */
  readonly draws: number;
}

/**
 * How much of a ranking is in the scores and how much in the weights: every set of weights is drawn
 * alike (Dirichlet(1): uniform over all ways to share out 1), the examinees are ranked under each,
 * and the share is told under which each keeps its rank. An examinee that keeps its rank under few
 * weights has it thanks to the weights.
 *
 * Source: math 3 (ranking stability).
 *
 * @param table    examinees by dimensions
 * @param options  the stream is consumed
 * @returns one entry a row
 * @throws ArgumentError when rows differ in length, a number is not finite or the weights do not
 * fit
 * @example
 * const table = [[3, 3], [1, 2], [4, 0]];
 * rankStability(table, { random: stream(1, "weights"), draws: 500 })[0].rank; // => 1
 * rankStability([[1, 1], [0, 0]], { random: stream(1, "weights") })[0].kept; // => 1
 */
export function rankStability(
  table: readonly (readonly number[])[],
  { random, draws = 2000, weights = null, rule = weightedMean }: RankStabilityOptions,
): RankStability[] {
  checkTable("table", table);
  checkNumber("draws", draws, { from: 1, to: 1e6, whole: true });
  const ranksUnder = (chosen: readonly number[] | null) =>
    competitionRanks(table.map((scores) => rule(scores, chosen))).map(({ rank }) => rank);
  const base = ranksUnder(weights);
  const seen = table.map((): number[] => []);
  for (let draw = 0; draw < draws; draw++)
    for (const [row, rank] of ranksUnder(evenWeights(table[0].length, random)).entries())
      if (rank !== null) seen[row].push(rank);
  return base.map((rank, row) => {
    if (rank === null || seen[row].length === 0)
      return { rank: null, kept: null, first: null, low: null, high: null, draws };
    const share = (wanted: number) => seen[row].filter((one) => one === wanted).length / draws;
    const [low, high] = [0.025, 0.975].map((level) => quantile(seen[row], level));
    return { rank, kept: share(rank), first: share(1), low, high, draws };
  });
}

/**
 * Weights drawn so that every way to share out 1 is equally likely: the Dirichlet distribution with
 * all parameters 1.
 *
 * @param count   how many dimensions, 1 or more
 * @param random  consumed: one number a dimension
 * @returns weights above 0 that sum to 1
 * @throws ArgumentError
 * @example
 * evenWeights(1, stream(1, "weights")); // => [1]
 * evenWeights(3, stream(1, "weights")).length; // => 3
 * evenWeights(0, stream(1, "weights")); // throws /count must be a whole number from 1/
 */
export function evenWeights(count: number, random: Stream): number[] {
  checkNumber("count", count, { from: 1, to: 1e6, whole: true });
  // Exponential draws, shared out; 1 - next() is never 0, and next() below 2^-32 counts as that.
  const waits = Array.from(
    { length: count },
    () => -Math.log1p(-Math.max(random.next(), 2 ** -33)),
  );
  const total = waits.reduce((sum, wait) => sum + wait, 0);
  if (!(total > 0)) throw new ArgumentError("random", "must give numbers from 0 to 1", total);
  return waits.map((wait) => wait / total);
}

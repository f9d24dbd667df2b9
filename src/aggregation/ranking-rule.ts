import {
  type MaybeScore,
  type WelfareFormula,
  type WelfareOptions,
  type WelfareResult,
  welfareOf,
} from "./welfare-result.js";

/** A welfare rule ready to rank: `welfareRule(id)` of the catalogue is one. */
export interface RankingRule {
  readonly id: string;
  readonly name: string;
  /** The parameters in force. */
  readonly values: Readonly<Record<string, number>>;
  of(
    scores: readonly MaybeScore[],
    weights?: readonly number[] | null,
    options?: WelfareOptions,
  ): WelfareResult;
  /** 1 when the first examinee is better, -1 when the second is, 0 when neither; `null` where one has no value. */
  compare(
    a: readonly MaybeScore[],
    b: readonly MaybeScore[],
    weights?: readonly number[] | null,
  ): -1 | 0 | 1 | null;
}

/**
 * A rule of your own from a bare formula, to rank by without a place in the catalogue.
 *
 * @param formula  complete scores and weights in, one number out; larger is better; NaN where it is not defined
 * @example
 * const worst = rankingRule("worst", (scores) => Math.min(...scores));
 * worst.of([0.2, null, 0.5], null, { missing: "drop" }).value; // => 0.2
 * worst.compare([0.2, 0.9], [0.3, 0.4]); // => -1
 */
export function rankingRule(id: string, formula: WelfareFormula): RankingRule {
  return {
    id,
    name: id,
    values: {},
    of: (scores, weights = null, options = {}) => welfareOf(formula, scores, weights, options),
    compare(a, b, weights = null) {
      const [first, second] = [a, b].map((scores) => welfareOf(formula, scores, weights).value);
      if (first === null || second === null) return null;
      return first > second ? 1 : first < second ? -1 : 0;
    },
  };
}

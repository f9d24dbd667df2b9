import { ArgumentError } from "../statistics/argument-error.js";
import { checkNumber } from "../statistics/check-argument.js";
import { normalisedWeights } from "../statistics/normalised-weights.js";

/** A score that may be missing. A missing score is never 0. */
export type MaybeScore = number | null;

/** What a welfare rule made of one examinee's scores, and why where that is nothing or 0. */
export interface WelfareResult {
  /**
   * The single score judged as good as all of them, on their own scale; `null` where there is
   * none.
   */
  readonly value: number | null;
  /**
   * `missing`: a dimension that counts has no score; `undefined`: the rule is not defined for these
   * scores; `zero`: a score of 0 made the whole 0; `null`: there is nothing to explain.
   */
  readonly cause: "missing" | "undefined" | "zero" | null;
  /** The places (from 0) of the dimensions behind the cause. */
  readonly dimensions: readonly number[];
  /** The cause in a sentence. */
  readonly why: string | null;
  /** The places of the dimensions that the value rests on: weight above 0 and a score. */
  readonly counted: readonly number[];
  /** The places of dimensions that count but were dropped for want of a score. */
  readonly dropped: readonly number[];
}

/** How to treat missing scores, and what to call the dimensions. */
export interface WelfareOptions {
  /**
   * `refuse` (the default): no value where a dimension that counts has no score; `drop`: go on
   * with the rest.
   */
  readonly missing?: "refuse" | "drop";
  /** The names of the dimensions for the sentence; `scores[2]` and so on without them. */
  readonly names?: readonly string[];
}

/**
 * A welfare rule: complete scores and raw weights in, one number out; NaN where it is not defined.
 */
export type WelfareFormula = (
  scores: readonly number[],
  weights: readonly number[] | null,
) => number;

/**
 * Applies a welfare rule to scores of which some may be missing, and says why where the answer is
 * nothing or 0: which dimension lacks a score, which is outside what the rule is defined for, which
 * one's 0 made the whole 0.
 *
 * Source: math 3, edge rules 3 and 6.
 *
 * @param formula  such as `rawls`
 * @param scores   one a dimension; `null` where missing
 * @param weights  raw, not negative; a weight of 0 leaves the dimension out, missing or not; `null`
 * for equal
 * @throws ArgumentError when there is no score, one is neither finite nor `null`, or the weights do
 * not fit
 * @example
 * const worst = (scores) => Math.min(...scores);
 * welfareOf(worst, [1, 4]).value; // => 1
 * welfareOf(worst, [0, 4], null, { names: ["power", "security"] }).why; // => "power is 0"
 * welfareOf(worst, [1, null]).why; // => "no score for scores[1]"
 * welfareOf(worst, [1, null], null, { missing: "drop" }).dropped; // => [1]
 */
export function welfareOf(
  formula: WelfareFormula,
  scores: readonly MaybeScore[],
  weights: readonly number[] | null = null,
  { missing = "refuse", names }: WelfareOptions = {},
): WelfareResult {
  checkScores(scores, weights);
  const counting = scores.flatMap((_, k) => (weights === null || weights[k] > 0 ? [k] : []));
  const lacking = counting.filter((k) => scores[k] === null);
  const counted = counting.filter((k) => scores[k] !== null);
  const told = (places: readonly number[]) =>
    places.map((k) => names?.[k] ?? `scores[${k}]`).join(", ");
  if (counted.length === 0 || (missing === "refuse" && lacking.length > 0)) {
    const why = `no score for ${told(lacking)}`;
    return { value: null, cause: "missing", dimensions: lacking, why, counted, dropped: [] };
  }
  const kept = counted.map((k) => scores[k] as number);
  const value = formula(kept, weights && counted.map((k) => weights[k]));
  const base = { counted, dropped: lacking };
  if (Number.isNaN(value)) {
    const below = counted.filter((_, place) => kept[place] < 0);
    const why = `not defined for ${below.length > 0 ? `a score below 0: ${told(below)}` : "these scores"}`;
    return { ...base, value: null, cause: "undefined", dimensions: below, why };
  }
  const zeros = counted.filter((_, place) => kept[place] === 0);
  if (value === 0 && zeros.length > 0) {
    const why = `${told(zeros)} ${zeros.length === 1 ? "is" : "are"} 0`;
    return { ...base, value, cause: "zero", dimensions: zeros, why };
  }
  return { ...base, value, cause: null, dimensions: [], why: null };
}

function checkScores(scores: readonly MaybeScore[], weights: readonly number[] | null): void {
  if (!Array.isArray(scores) || scores.length === 0)
    throw new ArgumentError("scores", "must hold at least 1 number or null", scores);
  for (const [k, score] of scores.entries()) if (score !== null) checkNumber(`scores[${k}]`, score);
  normalisedWeights(weights, scores.length);
}

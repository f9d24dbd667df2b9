import { ArgumentError } from "../argument-error.js";
import { checkNumbers } from "../check-argument.js";

/**
 * What a disagreement costs: all the same, by distance in the order of categories, or by its
 * square.
 */
export type KappaWeights = "none" | "linear" | "quadratic";

/** How to weigh, and which categories there are. */
export interface KappaOptions {
  /** `none` unless said otherwise. */
  readonly weights?: KappaWeights;
  /**
   * The categories in their order. Without it, those that occur, sorted. It matters to weighted
   * kappa where a category between two others never occurs.
   */
  readonly categories?: readonly number[];
}

/**
 * Cohen's kappa: how far two raters agree beyond what their own habits would make them agree by
 * chance. 1 is perfect, 0 is chance.
 *
 * Reach for it with two raters who both labelled everything; with more raters, or with gaps, take
 * `krippendorffAlpha`.
 *
 * @param a        the first rater's category for each unit, as a number
 * @param b        the second rater's, in the same order
 * @param options  `weights` and `categories`
 * @returns at most 1; negative where they agree less than by chance; NaN where chance alone leaves
 * no room for disagreement (both used a single category, the same one)
 * @throws ArgumentError when the lists differ in length, an entry is no finite number or not among
 * the categories
 *
 * Source: Cohen 1960, 1968; math 4.3.
 *
 * @example
 * cohenKappa([0, 0, 1, 1], [0, 0, 1, 0]); // => 0.5 (± 1e-12)
 * cohenKappa([0, 1, 2], [0, 1, 2], { weights: "quadratic" }); // => 1
 * cohenKappa([1, 1], [1, 1]); // => NaN
 * cohenKappa([0, 1], [0]); // throws /b must hold 2 numbers: \[0\]/
 */
export function cohenKappa(
  a: readonly number[],
  b: readonly number[],
  { weights = "none", categories }: KappaOptions = {},
): number {
  checkNumbers("a", a);
  checkNumbers("b", b, { count: a.length });
  if (!["none", "linear", "quadratic"].includes(weights))
    throw new ArgumentError("weights", "must be none, linear or quadratic", weights);
  const order = categories ?? [...new Set([...a, ...b])].sort((x, y) => x - y);
  checkNumbers("categories", order);
  const places = new Map(order.map((category, place) => [category, place]));
  if (places.size < order.length)
    throw new ArgumentError("categories", "must name each category once", order);
  const placed = (name: string, labels: readonly number[]) =>
    labels.map((label, at) => {
      const place = places.get(label);
      if (place === undefined)
        throw new ArgumentError(`${name}[${at}]`, "must be one of the categories", label);
      return place;
    });
  return kappaOf(placed("a", a), placed("b", b), (i, j) => cost(weights, i, j));
}

function cost(weights: KappaWeights, i: number, j: number): number {
  if (weights === "none") return i === j ? 0 : 1;
  return weights === "linear" ? Math.abs(i - j) : (i - j) ** 2;
}

/** One less the observed disagreement over the disagreement of all pairs across the two lists. */
function kappaOf(
  a: readonly number[],
  b: readonly number[],
  costOf: (i: number, j: number) => number,
): number {
  const counted = (labels: readonly number[]) => {
    const counts = new Map<number, number>();
    for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
    return [...counts];
  };
  const observed = a.reduce((sum, label, at) => sum + costOf(label, b[at]), 0);
  let expected = 0;
  for (const [i, often] of counted(a))
    for (const [j, oftenToo] of counted(b)) expected += often * oftenToo * costOf(i, j);
  return expected === 0 ? Number.NaN : 1 - (a.length * observed) / expected;
}

import { mean } from "simple-statistics";
import type { Stream } from "../../random/stream.js";
import { rootMeanSquare } from "./dispersion.js";

/** How far apart two models are, within one family and across families. */
export interface FamilyDistances {
  readonly withinPairs: number;
  readonly betweenPairs: number;
  /** Mean distance of two models of one family. */
  readonly within: number;
  readonly between: number;
  /** Between divided by within. */
  readonly ratio: number;
  /** Share of deals of the family names, this one included, with a ratio at least as large. */
  readonly p: number;
  readonly deals: number;
}

/**
 * Are models of one family alike? Mean root-mean-square distance of pairs within and between families, and how often dealing the
 * family names anew gives a ratio as large. A model alone in its family counts in the pairs between.
 *
 * Source: platform 5.
 *
 * @param rows      one row a model
 * @param families  the family of each row
 * @throws RangeError when no two models share a family, or all do
 */
export function familyDistances(
  rows: readonly (readonly number[])[],
  families: readonly string[],
  { random, deals }: { readonly random: Stream; readonly deals: number },
): FamilyDistances {
  const pairs = rows.flatMap((a, i) =>
    rows.slice(i + 1).map((b, k) => ({ i, j: i + 1 + k, distance: rootMeanSquare(a, b) })),
  );
  const split = (names: readonly string[]) => {
    const own = pairs.filter(({ i, j }) => names[i] === names[j]);
    const total = own.reduce((sum, { distance }) => sum + distance, 0);
    return { count: own.length, within: total / own.length, total };
  };
  const seen = split(families);
  if (seen.count === 0 || seen.count === pairs.length)
    throw new RangeError(
      `families must join some models and part others: ${seen.count} pairs of ${pairs.length} are within one`,
    );
  const all = mean(pairs.map(({ distance }) => distance)) * pairs.length;
  const between = (all - seen.total) / (pairs.length - seen.count);
  // The number of pairs within stays the same, so a larger ratio is a smaller sum within.
  let asSmall = 1;
  for (let deal = 0; deal < deals; deal++)
    if (split(random.shuffle([...families])).total <= seen.total + 1e-9) asSmall++;
  return {
    withinPairs: seen.count,
    betweenPairs: pairs.length - seen.count,
    within: seen.within,
    between,
    ratio: between / seen.within,
    p: asSmall / (deals + 1),
    deals,
  };
}

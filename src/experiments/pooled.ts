import { stream } from "../random/stream.js";
import {
  type ComparisonSeed,
  ITEM_SETS,
  type ItemSetName,
  type SetMeans,
} from "./evolving-against-static.js";

/** A number with its 95 % bootstrap interval over seeds. */
export interface PooledNumber {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Means over seeds, and what they say about evolving. Ratios are of pooled means, never means of ratios. */
export interface PooledComparison {
  readonly seeds: number;
  readonly means: SetMeans;
  readonly overStatic: PooledNumber;
  readonly overRandom: PooledNumber;
  readonly overPublished: PooledNumber;
  /** (evolved - random) / (ceiling - random): the share of what could be gained that was gained. */
  readonly gapClosed: PooledNumber;
}

/** Whose replies, and which form of D. */
export type ComparedSide = Exclude<keyof ComparisonSeed, "seed" | "cost">;

const DRAWS = 2000;

/** Pools seeds; a single seed's ratio would divide by the noise of a D near 0. */
export function pooled(seeds: readonly ComparisonSeed[], side: ComparedSide): PooledComparison {
  const meansOf = (chosen: readonly ComparisonSeed[]): SetMeans =>
    Object.fromEntries(
      ITEM_SETS.map((name: ItemSetName) => [
        name,
        chosen.reduce((sum, one) => sum + one[side][name], 0) / chosen.length,
      ]),
    ) as SetMeans;
  const random = stream("pooled", side, seeds.length);
  const draws = Array.from({ length: DRAWS }, () => meansOf(seeds.map(() => random.pick(seeds))));
  const number = (of: (means: SetMeans) => number): PooledNumber => {
    // A draw whose static D is not above 0 says "much more": it counts as unbounded.
    const sorted = draws.map(of).sort((a, b) => a - b);
    return {
      value: of(meansOf(seeds)),
      low: sorted[Math.floor(0.025 * DRAWS)],
      high: sorted[Math.ceil(0.975 * DRAWS) - 1],
    };
  };
  const ratio = (over: number, under: number) => (under > 0 ? over / under : Infinity);
  return {
    seeds: seeds.length,
    means: meansOf(seeds),
    overStatic: number((means) => ratio(means.evolved, means.static)),
    overRandom: number((means) => ratio(means.evolved, means.random)),
    overPublished: number((means) => ratio(means.evolved, means.published)),
    gapClosed: number((means) => (means.evolved - means.random) / (means.ceiling - means.random)),
  };
}

import type { DimensionId } from "../values/value-system.js";

/** One axis of a value map, named by what it runs between. */
export interface MapAxis {
  /** Its part of all variance between the profiles, from 0 to 1; NaN when all coincide. */
  readonly share: number;
  /** How much each dimension goes into it; squares sum to 1. */
  readonly loadings: Readonly<Record<DimensionId, number>>;
  /** The dimensions that weigh most towards its upper end, heaviest first; two at most. */
  readonly high: readonly DimensionId[];
  /** The same towards its lower end. */
  readonly low: readonly DimensionId[];
}

/** A dimension that weighs less than this share of the heaviest does not name an axis. */
const NAMING = 0.5;

const MOST_NAMES = 2;

/**
 * Names an axis by its loadings, so that a reader can say what lies to the right.
 *
 * @param dimensions  ids, in the order of the loadings
 * @example
 * mapAxis(["care", "power", "fun"], [0.7, -0.7, 0.1], 0.6).high; // => ["care"]
 * mapAxis(["care", "power", "fun"], [0.7, -0.7, 0.1], 0.6).low; // => ["power"]
 */
export function mapAxis(
  dimensions: readonly DimensionId[],
  loadings: readonly number[],
  share: number,
): MapAxis {
  const heaviest = loadings.reduce((most, loading) => Math.max(most, Math.abs(loading)), 0);
  const naming = (sign: number) =>
    dimensions
      .map((id, k) => ({ id, weight: sign * loadings[k] }))
      .filter(({ weight }) => weight > 0 && weight >= NAMING * heaviest)
      .sort((a, b) => b.weight - a.weight)
      .slice(0, MOST_NAMES)
      .map(({ id }) => id);
  return {
    share,
    loadings: Object.fromEntries(dimensions.map((id, k) => [id, loadings[k]])),
    high: naming(1),
    low: naming(-1),
  };
}

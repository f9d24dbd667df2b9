import { publishedSquares } from "./made/published-heatmaps.js";
import type { HeatmapSnapshot } from "./platform-culture.js";

/** One square of the platform's map of models and cultures, as it was published. */
export interface PublishedSquare {
  readonly snapshot: HeatmapSnapshot;
  readonly model: string;
  /** The platform's label of the culture. */
  readonly culture: string;
  /** To ten decimals; the site shows it times 100. */
  readonly rho: number;
}

/**
 * The cultural heatmaps as the public platform published them, three releases in all. `publishedHeatmap` computes the same
 * squares from scores and orders of values.
 *
 * Source: platform 3.
 *
 * @example
 * squaresPublished().length; // => 671
 * squaresPublished("2025-05-26").length; // => 231
 */
export function squaresPublished(snapshot?: HeatmapSnapshot): readonly PublishedSquare[] {
  return snapshot === undefined
    ? publishedSquares
    : publishedSquares.filter((one) => one.snapshot === snapshot);
}

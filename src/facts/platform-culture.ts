import type { Culture } from "../culture/culture.js";

/** A release of the platform's heatmap of models and cultures. */
export type HeatmapSnapshot = "2025-01-07" | "2025-03-04" | "2025-05-26";

/**
 * The order of values that the public platform holds a country to have, 10 for the most important. Not published: it was
 * recovered from the platform's heatmap. From which survey it comes is not known.
 */
export interface PlatformCulture extends Culture {
  readonly scale: "ranks";
  readonly snapshot: HeatmapSnapshot;
  /** What must be said with it; `null` where nothing. */
  readonly note: string | null;
}

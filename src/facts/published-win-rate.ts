import type { DimensionId } from "../values/value-system.js";
import { adaemWinRates } from "./made/adaem-win-rates.js";

/** One square of AdAEM's Fig. 9. */
export interface PublishedWinRate {
  /** As the figure names the model. */
  readonly model: string;
  /** The id under which the public platform scores the same model; `null` where it does not. */
  readonly platformModel: string | null;
  readonly dimension: DimensionId;
  /** As printed, from 0 to 100. Only the order of models within a dimension can be read. */
  readonly score: number;
}

/**
 * AdAEM's Fig. 9: 16 models on the ten Schwartz values. The printed numbers cannot be win rates (those would average 50 in every
 * dimension; these average 26 to 93), so read the order of models within one dimension only.
 *
 * Source: methods 12.3.
 *
 * @example
 * publishedWinRates().length; // => 160
 * publishedWinRates().find((one) => one.model === "o3-mini" && one.dimension === "self_direction")?.score; // => 88.13
 */
export function publishedWinRates(): readonly PublishedWinRate[] {
  return adaemWinRates;
}

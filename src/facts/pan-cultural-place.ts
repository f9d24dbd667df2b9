import type { DimensionId } from "../values/value-system.js";

/** Where a value stands in the order that most cultures share. */
export interface PanCulturalPlace {
  readonly dimension: DimensionId;
  /** 1 for the most important. Neighbours are close: the paper gives near-ties. */
  readonly rank: number;
  readonly tier: "top" | "middle" | "bottom";
}

import type { DimensionId, SystemId } from "../values/value-system.js";

/**
 * What one item showed of everybody: by examinee and targeted dimension the mean reading over the measured samples, in [0, 1];
 * `null` where no sample was measured. Written line by line as results/readings.jsonl, for whoever draws items again.
 */
export interface ItemReadingsRow {
  readonly system: SystemId;
  /** The item's id. */
  readonly item: string;
  readonly round: number;
  readonly readings: Readonly<Record<string, Readonly<Record<DimensionId, number | null>>>>;
}

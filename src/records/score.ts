import type { DimensionId, SystemId } from "../values/value-system.js";
import type { Support } from "./verdict.js";

/**
 * Where an examinee's replies come from, or, for `published`, that there are scores of somebody else's alone. Shown
 * wherever its scores are shown.
 */
export type Origin = "simulated" | "recorded" | "endpoint" | "published";

/** A score s_i^v with everything needed to doubt it. In [0, 1]; `null` where nothing was measured. */
export interface Score {
  readonly examinee: string;
  readonly origin: Origin;
  readonly system: SystemId;
  readonly dimension: DimensionId;
  readonly support: Support;
  readonly mean: number | null;
  /** 95 % interval, clustered by item; `null` with fewer than two items. */
  readonly low: number | null;
  readonly high: number | null;
  /** What the mean would be if every unmeasured cell had scored 0, and 1. */
  readonly boundLow: number | null;
  readonly boundHigh: number | null;
  /** The mean over judged cells alone. */
  readonly withoutDeclined: number | null;
  readonly items: number;
  readonly judged: number;
  readonly declined: number;
  readonly unmeasured: number;
}

import type { DimensionId } from "../values/value-system.js";

/** Scores or survey means by dimension, on any scale: profiles are joined by name, never by place. */
export type ValueProfile = Readonly<Record<DimensionId, number>>;

/** What a group of people holds important, to compare a model with. */
export interface Culture {
  /** Three letters for a country (`FRA`), or the source's own label. */
  readonly id: string;
  readonly name: string;
  readonly profile: ValueProfile;
  /**
   * `means` (so unless told): distances between the numbers mean something. `ranks`: only their order does, so that
   * a measure other than a rank correlation reads too much into them.
   */
  readonly scale?: "means" | "ranks";
  /** How far the survey's means may be off, by dimension and in the profile's unit; absent where unknown. */
  readonly standardErrors?: ValueProfile;
}

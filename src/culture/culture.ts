import type { DimensionId } from "../values/value-system.js";

/** Scores or survey means by dimension, on any scale: profiles are joined by name, never by place. */
export type ValueProfile = Readonly<Record<DimensionId, number>>;

/** What a group of people holds important, to compare a model with. */
export interface Culture {
  /** Three letters for a country (`FRA`), or the source's own label. */
  readonly id: string;
  readonly name: string;
  readonly profile: ValueProfile;
  /** How far the survey's means may be off, by dimension and in the profile's unit; absent where unknown. */
  readonly standardErrors?: ValueProfile;
}

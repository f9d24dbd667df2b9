import type { Profiles } from "./profile-matrix.js";

/** A choice for D of Eq. 1: how far M profiles are apart, and the most it can be. */
export interface Divergence {
  readonly id: string;
  of(profiles: Profiles, weights: readonly number[] | null): number;
  /** The largest value it can take; the reported objective divides by it. */
  readonly maximum: number;
}

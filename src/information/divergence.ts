import type { Posteriors, Profiles } from "./profile-matrix.js";

/** How large a panel is: what the largest value of a divergence may depend on. */
export interface PanelShape {
  readonly examinees: number;
  readonly dimensions: number;
}

/** A choice for D of Eq. 1: how far M profiles are apart, and the most it can be. */
export interface Divergence {
  readonly id: string;
  /** The numbers it was tuned with, by parameter; left out where there are none. They name it as the id does. */
  readonly settings?: Readonly<Record<string, number>>;
  /**
   * D of the profiles. The rows belong to the caller, who may fill them anew for the next call: compute, and keep
   * none of them.
   */
  of(profiles: Profiles, weights: readonly number[] | null): number;
  /**
   * D from the single replies, where the divergence knows how to free itself of sampling noise. Where it is
   * defined it is used instead of `of`, and no permutation null is subtracted.
   */
  ofSamples?(posteriors: Posteriors, weights: readonly number[] | null): number;
  /** The largest value it can take for such a panel; above 0. The reported objective divides by it. */
  maximum(shape: PanelShape): number;
}

import { spearman } from "../statistics/spearman.js";

/** A choice for how far a model's priorities agree with a culture's. */
export interface Alignment {
  readonly id: string;
  /**
   * The agreement of two profiles.
   *
   * @param profile      the model's scores
   * @param culture      the culture's, in the same order of dimensions, on a scale of its own
   * @param panCultural  what all cultures share, in the same order; most measures leave it aside
   */
  of(
    profile: readonly number[],
    culture: readonly number[],
    panCultural: readonly number[],
  ): number;
  /** Whether Fisher's interval for correlations holds for it; without it, only resampled items give one. */
  readonly hasFisherInterval: boolean;
}

/** The measure used unless told otherwise: the order of the values alone, since scales differ. */
export const spearmanAlignment: Alignment = {
  id: "spearman",
  of: (profile, culture) => spearman(profile, culture),
  hasFisherInterval: true,
};

import type { Stream } from "../random/stream.js";
import type { Divergence } from "./divergence.js";
import type { Elicitation } from "./elicitation.js";
import { objective } from "./objective.js";
import { permutationNull } from "./permutation-null.js";
import { meanProfiles, type Posteriors } from "./profile-matrix.js";
import { separation } from "./separation.js";

/** Deals of the permutation null: 20 bring its own noise well under that of D at five samples. */
export const DEFAULT_NULL_DEALS = 20;

/** The replies to one item, read by F, and how Eq. 1 is to be computed from them. */
export interface ItemTermsInput {
  /** Readings by examinee, by sample, by dimension, floors already lifted. Examinees without any are left out. */
  readonly posteriors: Posteriors;
  /** Readings of the bare item, floor lifted. */
  readonly baseline: readonly number[];
  readonly divergence: Divergence;
  readonly elicitation: Elicitation;
  readonly alpha: number;
  readonly clip: number;
  readonly weights?: readonly number[] | null;
  /** Deals the permutation null. */
  readonly random: Stream;
  readonly nullDeals?: number;
}

/** The terms of Eq. 1 for one item, apart and mixed. */
export interface ItemTerms {
  readonly informativeness: number;
  readonly informativenessRaw: number;
  readonly separation: number;
  readonly elicitation: number;
  readonly objective: number;
}

/**
 * Both terms of Eq. 1 for one item: D with its permutation null subtracted, the unbiased separation, I
 * averaged over examinees, and the reported objective (each term over its maximum).
 *
 * With fewer than two examinees, D is 0: there is nobody to differ from. An item without any reply has NaN.
 *
 * @example
 * const D = { id: "gap", maximum: 1, of: (profiles) => Math.abs(profiles[0][0] - profiles[1][0]) };
 * const I = { id: "half", maximum: () => 1, of: () => 0.5 };
 * const posteriors = [[[1], [1]], [[0], [0]]];
 * const asDealt = { shuffle: (order) => [...order] };
 * const rest = { baseline: [0], divergence: D, elicitation: I, alpha: 1, clip: 0.02, random: asDealt };
 * itemTerms({ posteriors, ...rest }).informativenessRaw; // => 1
 * itemTerms({ posteriors, ...rest }).objective; // => 0.5
 */
export function itemTerms(input: ItemTermsInput): ItemTerms {
  const { baseline, divergence, elicitation, alpha, clip, random } = input;
  const kept = input.posteriors
    .map((samples, i) => ({ samples, i }))
    .filter((e) => e.samples.length > 0);
  const posteriors = kept.map((entry) => entry.samples);
  const weights = input.weights ? kept.map((entry) => input.weights?.[entry.i] ?? 0) : null;
  if (posteriors.length === 0) {
    const none = Number.NaN;
    return {
      informativeness: none,
      informativenessRaw: none,
      separation: none,
      elicitation: none,
      objective: none,
    };
  }
  const raw = divergence.of(meanProfiles(posteriors), weights);
  const replies = posteriors.reduce((sum, samples) => sum + samples.length, 0);
  const order = Array.from({ length: replies }, (_, place) => place);
  const deals = Array.from({ length: input.nullDeals ?? DEFAULT_NULL_DEALS }, () =>
    random.shuffle(order),
  );
  const informativeness = raw - permutationNull(posteriors, deals, divergence, weights);
  const total = weights?.reduce((sum, weight) => sum + weight, 0) ?? posteriors.length;
  const elicited = posteriors.reduce(
    (sum, own, i) =>
      sum + ((weights?.[i] ?? 1) / total) * elicitation.of({ replies: own, baseline, clip }),
    0,
  );
  return {
    informativeness,
    informativenessRaw: raw,
    separation: separation(posteriors),
    elicitation: elicited,
    objective: objective({
      informativeness,
      elicitation: elicited,
      alpha,
      informativenessScale: divergence.maximum,
      elicitationScale: elicitation.maximum(clip),
    }),
  };
}

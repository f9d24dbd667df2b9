import type { Stream } from "../random/stream.js";
import type { Divergence } from "./divergence.js";
import type { Elicitation } from "./elicitation.js";
import { informativeness } from "./informativeness.js";
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
  /** How many deals; 0 subtracts no null, so that informativeness is the raw D. */
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
 * const D = { id: "gap", maximum: () => 1, of: (profiles) => Math.abs(profiles[0][0] - profiles[1][0]) };
 * const I = { id: "half", maximum: () => 1, of: () => 0.5 };
 * const posteriors = [[[1], [1]], [[0], [0]]];
 * const asDealt = { shuffle: (order) => [...order] };
 * const rest = { baseline: [0], divergence: D, elicitation: I, alpha: 1, clip: 0.02, random: asDealt };
 * itemTerms({ posteriors, ...rest }).informativenessRaw; // => 1
 * itemTerms({ posteriors, ...rest }).objective; // => 0.5
 */
export function itemTerms(input: ItemTermsInput): ItemTerms {
  const { baseline, divergence, elicitation, alpha, clip } = input;
  const posteriors = input.posteriors.filter((samples) => samples.length > 0);
  if (posteriors.length === 0) return NOTHING;
  const weights = input.weights ? weightsOfAnswering(input.posteriors, input.weights) : null;
  const profiles = meanProfiles(posteriors);
  const raw = informativeness(divergence, posteriors, weights, profiles);
  const above = raw - chanceLevel(posteriors, weights, input);
  const total = weights?.reduce((sum, weight) => sum + weight, 0) ?? posteriors.length;
  const elicited = posteriors.reduce(
    (sum, own, i) =>
      sum + ((weights?.[i] ?? 1) / total) * elicitation.of({ replies: own, baseline, clip }),
    0,
  );
  const shape = { examinees: posteriors.length, dimensions: baseline.length };
  return {
    informativeness: above,
    informativenessRaw: raw,
    separation: separation(posteriors, profiles),
    elicitation: elicited,
    objective: objective({
      informativeness: above,
      elicitation: elicited,
      alpha,
      informativenessScale: divergence.maximum(shape),
      elicitationScale: elicitation.maximum(clip, shape.dimensions),
    }),
  };
}

/** What an item has that nobody answered. */
const NOTHING: ItemTerms = {
  informativeness: Number.NaN,
  informativenessRaw: Number.NaN,
  separation: Number.NaN,
  elicitation: Number.NaN,
  objective: Number.NaN,
};

function weightsOfAnswering(posteriors: Posteriors, weights: readonly number[]): number[] {
  return posteriors.flatMap((samples, i) => (samples.length > 0 ? [weights[i] ?? 0] : []));
}

/** The permutation null of D; 0 for a divergence that frees itself of noise, or when none was asked for. */
function chanceLevel(
  posteriors: Posteriors,
  weights: readonly number[] | null,
  { divergence, random, nullDeals = DEFAULT_NULL_DEALS }: ItemTermsInput,
): number {
  if (divergence.ofSamples || nullDeals === 0) return 0;
  const replies = posteriors.reduce((sum, samples) => sum + samples.length, 0);
  const order = Array.from({ length: replies }, (_, place) => place);
  const deals = Array.from({ length: nullDeals }, () => random.shuffle(order));
  return permutationNull(posteriors, deals, divergence, weights);
}

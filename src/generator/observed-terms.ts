import { informativeness } from "../information/informativeness.js";
import { itemTerms } from "../information/item-terms.js";
import type { Posteriors } from "../information/profile-matrix.js";
import type { Stream } from "../random/stream.js";
import type { Terms } from "../records/item.js";
import type { ObservedTerms } from "./candidate.js";
import type { EvolveSettings } from "./evolve-settings.js";
import type { Observation } from "./observation.js";

/** How Eq. 1 is computed: the part of the settings that scoring needs. */
export type TermSettings = Pick<EvolveSettings, "alpha" | "divergence" | "elicitation" | "clip">;

/** The terms of one item on one set of replies, as they are stored with it. */
export function termsOf(observation: Observation, settings: TermSettings, random: Stream): Terms {
  const { posteriors, baseline, counts } = observation;
  return {
    ...itemTerms({ posteriors, baseline, random, ...settings }),
    examinees: posteriors.filter((samples) => samples.length > 0).length,
    samples: Math.max(0, ...posteriors.map((samples) => samples.length)),
    measured: counts.judged + counts.declined,
    unmeasured: counts.unmeasured,
  };
}

/**
 * The terms of one item with the variance of their noise, by leaving out one sample of every examinee at a time
 * (the jackknife).
 */
export function observedTerms(
  observation: Observation,
  settings: TermSettings,
  random: Stream,
): ObservedTerms {
  const terms = termsOf(observation, settings, random);
  const { divergence, elicitation, clip } = settings;
  const { baseline } = observation;
  const rows = observation.posteriors.filter((samples) => samples.length > 1);
  const samples = Math.min(...rows.map((own) => own.length));
  const without = (left: number): Posteriors =>
    rows.map((own) => own.filter((_, sample) => sample !== left));
  const spread = (value: (posteriors: Posteriors) => number): number => {
    if (rows.length === 0) return Number.POSITIVE_INFINITY;
    const values = Array.from({ length: samples }, (_, left) => value(without(left)));
    const mean = values.reduce((sum, one) => sum + one, 0) / samples;
    const squares = values.reduce((sum, one) => sum + (one - mean) ** 2, 0);
    const noise = ((samples - 1) / samples) * squares;
    // Too few samples are left for a divergence that needs two: how noisy it is cannot be told.
    return Number.isNaN(noise) ? Number.POSITIVE_INFINITY : noise;
  };
  const elicited = (posteriors: Posteriors) =>
    posteriors.reduce((sum, replies) => sum + elicitation.of({ replies, baseline, clip }), 0) /
    posteriors.length;
  return {
    terms,
    informativeness: {
      value: terms.informativeness,
      noise: spread((posteriors) => informativeness(divergence, posteriors, null)),
    },
    elicitation: { value: terms.elicitation, noise: spread(elicited) },
  };
}

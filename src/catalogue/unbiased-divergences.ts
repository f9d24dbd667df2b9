import {
  checkPosteriors,
  checkProfiles,
  type Posteriors,
  type Profiles,
} from "../information/profile-matrix.js";
import { sharesOf } from "../information/shares.js";
import { unbiasedSquaredDistance } from "../information/unbiased-squared-distance.js";
import { normalisedWeights } from "../statistics/normalised-weights.js";
import type { DivergenceEntry } from "./divergence-entry.js";
import { SHARES_DOMAIN } from "./divergence-forms.js";

const DOMAIN =
  "from replies it takes products of different replies only, so that its expectation is that of the true profiles, no " +
  "null is subtracted, and it can be below 0; examinees with a single reply are left out, and fewer than two " +
  "others give NaN; from profiles alone it is the plain squared distance";

/** Freed of noise by itself: the choice for ranking items at five replies or fewer (math 1.5). */
export const unbiasedDivergences: readonly DivergenceEntry[] = [
  {
    id: "squared-distance",
    name: "Unbiased mean squared distance",
    meaning:
      "How far two examinees differ, squared, with the noise of few replies taken out exactly.",
    formula: String.raw`\operatorname{mean}_{i<j}\frac1K\sum_k\bigl(A_{ik}+A_{jk}-2\bar f_{ik}\bar f_{jk}\bigr),\quad A_{ik}=\operatorname{mean}_{n\ne m}f_{ink}f_{imk}`,
    unit: "probability squared",
    range: "0 (all alike, on average) to 1",
    domain: `probabilities from 0 to 1; ${DOMAIN}`,
    parameters: [],
    source: "math 1.5; simulator 7",
    of: (profiles, weights) => {
      const dimensions = checkProfiles("profiles", profiles);
      return plain(profiles, weights) / dimensions;
    },
    ofSamples: (posteriors, weights) => {
      const dimensions = checkPosteriors(posteriors);
      return unbiased(posteriors, weights) / dimensions;
    },
    maximum: () => 1,
  },
  {
    id: "squared-distance-shares",
    name: "Unbiased mean squared distance (shares)",
    meaning:
      "How far the mixes of two examinees differ, squared, with the noise of few replies taken out exactly.",
    formula: String.raw`\operatorname{mean}_{i<j}\sum_k\bigl(A_{ik}+A_{jk}-2\bar s_{ik}\bar s_{jk}\bigr),\quad A_{ik}=\operatorname{mean}_{n\ne m}s_{ink}s_{imk},\quad s_{ink}=f_{ink}\big/\textstyle\sum_l f_{inl}`,
    unit: "probability squared",
    range: "0 (all alike, on average) to 2",
    domain: `${SHARES_DOMAIN}, here every single reply; ${DOMAIN}`,
    parameters: [],
    source: "math 1.5",
    of: (profiles, weights) => plain(sharesOf(profiles), weights),
    ofSamples: (posteriors, weights) => {
      checkPosteriors(posteriors);
      return unbiased(posteriors.map(sharesOf), weights);
    },
    maximum: () => 2,
  },
];

/** Of those who gave two replies or more. */
function unbiased(posteriors: Posteriors, weights: readonly number[] | null): number {
  const share = normalisedWeights(weights, posteriors.length);
  const kept = posteriors.flatMap((replies, i) =>
    replies.length > 1 ? [{ replies, weight: share[i] }] : [],
  );
  if (kept.filter(({ weight }) => weight > 0).length < 2) return Number.NaN;
  return unbiasedSquaredDistance(
    kept.map(({ replies }) => replies),
    kept.map(({ weight }) => weight),
  );
}

/** The mean squared distance of two profiles, summed over dimensions. */
function plain(profiles: Profiles, weights: readonly number[] | null): number {
  const share = normalisedWeights(weights, profiles.length);
  let total = 0;
  let pairs = 0;
  for (let i = 0; i < profiles.length; i++)
    for (let j = 0; j < i; j++) {
      const weight = share[i] * share[j];
      pairs += weight;
      total += weight * profiles[i].reduce((sum, p, k) => sum + (p - profiles[j][k]) ** 2, 0);
    }
  return pairs === 0 ? 0 : total / pairs;
}

import { bernoulliJensenShannon } from "../information/bernoulli-jensen-shannon.js";
import { bernoulliTotalVariation } from "../information/bernoulli-total-variation.js";
import { bernoulliVariance } from "../information/bernoulli-variance.js";
import type { Divergence } from "../information/divergence.js";
import { type CatalogueEntry, findEntry } from "./entry.js";

/** Every choice for D of Eq. 1. */
export const divergences: readonly (CatalogueEntry & Divergence)[] = [
  {
    id: "jensen-shannon",
    name: "Jensen-Shannon (a coin for each dimension)",
    meaning: "Uncertainty of the whole panel, less the mean uncertainty of its members.",
    formula: String.raw`\frac1K\sum_k\Bigl[H_b\bigl(\textstyle\sum_i w_i p_{ik}\bigr)-\sum_i w_i H_b(p_{ik})\Bigr]`,
    unit: "nats a dimension",
    range: "0 (all alike) to ln 2",
    domain: "probabilities from 0 to 1; needs no smoothing",
    parameters: [],
    source: "Value Compass Benchmarks, Eq. 1; design decision 3",
    of: bernoulliJensenShannon,
    maximum: () => Math.LN2,
  },
  {
    id: "total-variation",
    name: "Mean pairwise total variation",
    meaning: "How many percentage points two examinees differ by, on average.",
    formula: String.raw`\operatorname{mean}_{i<j}\frac1K\sum_k|p_{ik}-p_{jk}|`,
    unit: "probability",
    range: "0 to 1",
    domain: "probabilities from 0 to 1; needs no smoothing",
    parameters: [],
    source: "methods 2.4",
    of: bernoulliTotalVariation,
    maximum: () => 1,
  },
  {
    id: "variance",
    name: "Variance over examinees",
    meaning: "Spread of the examinees' probabilities around the panel mean.",
    formula: String.raw`\frac1K\sum_k\sum_i w_i(p_{ik}-\bar p_k)^2`,
    unit: "probability squared",
    range: "0 to 1/4",
    domain: "probabilities from 0 to 1; needs no smoothing",
    parameters: [],
    source: "Bregman information of the squared norm; math 1.2",
    of: bernoulliVariance,
    maximum: () => 0.25,
  },
];

/**
 * The divergence with this id.
 *
 * @example
 * divergence("jensen-shannon").maximum({ examinees: 8, dimensions: 10 }); // => 0.693147 (± 1e-6)
 * divergence("kulback"); // throws /unknown divergence: kulback; there are: jensen-shannon/
 */
export function divergence(id: string): CatalogueEntry & Divergence {
  return findEntry("divergence", divergences, id);
}

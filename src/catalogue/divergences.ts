import { bernoulliJensenShannon } from "../information/bernoulli-jensen-shannon.js";
import { bernoulliTotalVariation } from "../information/bernoulli-total-variation.js";
import { bernoulliVariance } from "../information/bernoulli-variance.js";
import { arrangedDivergences } from "./arranged-divergences.js";
import { addDivergence, type DivergenceEntry } from "./divergence-entry.js";
import { coinForm, sharesForm } from "./divergence-forms.js";
import { findEntry, type ParameterValues, parameterValues } from "./entry.js";
import { pairFamilies } from "./pair-families.js";
import { panelFamilies } from "./panel-families.js";
import { unbiasedDivergences } from "./unbiased-divergences.js";

/** The three whose coin forms have a formula of their own, written for speed: one is the default. */
const written: readonly DivergenceEntry[] = [
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

const isWritten = ({ id }: { readonly id: string }) => written.some((entry) => entry.id === id);
const families = [...panelFamilies, ...pairFamilies];

const known: DivergenceEntry[] = [
  ...written,
  ...families.filter((family) => !isWritten(family)).map(coinForm),
  ...families.map(sharesForm),
  ...arrangedDivergences,
  ...unbiasedDivergences,
];

/**
 * Every choice for D of Eq. 1, those registered since included. Most come in two forms. Under the plain id
 * (`hellinger`) every dimension is a coin of its own, shown or not, and the divergence of coins is averaged over
 * dimensions: what Eq. 1 uses by default, since a reply may show several values at once. Under the id that ends
 * in `-shares` (`hellinger-shares`) a profile is normalised to sum 1, a profile of zeros to even shares: how
 * examinees spread over the values, whatever they show in all.
 */
export const divergences: readonly DivergenceEntry[] = known;

/**
 * The divergence with this id, with numbers of one's own for its parameters.
 *
 * @param id          as in `divergences`
 * @param parameters  by parameter; those left out take their usual value
 * @throws RangeError when there is none of this id
 * @throws ArgumentError when it has no such parameter, or the number is outside its range
 * @example
 * divergence("jensen-shannon").maximum({ examinees: 8, dimensions: 10 }); // => 0.693147 (± 1e-6)
 * divergence("renyi", { order: 2 }).settings; // => { order: 2, smoothing: 0.04 }
 * divergence("renyi", { order: -1 }); // throws /renyi: order must be a finite number from 0.01 to 20: -1/
 * divergence("kulback"); // throws /unknown divergence: kulback; there are: jensen-shannon/
 */
export function divergence(id: string, parameters: ParameterValues = {}): DivergenceEntry {
  const entry = findEntry("divergence", known, id);
  const settings = parameterValues(id, entry.parameters, parameters);
  return entry.tuned ? { ...entry, ...entry.tuned(settings), settings } : entry;
}

/**
 * Makes a divergence of your own a choice for D: from then on `divergences`, `divergence(id)` and study.json know it.
 * It is trusted code: what it returns is used as it is.
 *
 * @param entry  `of` takes M profiles of K probabilities and weights or `null`; one with parameters has `tuned` as well
 * @throws ArgumentError when the id is taken or not of the form `my-choice`, or a part is missing
 * @example
 * const about = { name: "Widest gap", meaning: "", formula: "", unit: "", range: "", domain: "", source: "" };
 * const of = (rows) => Math.max(...rows.map((row) => row[0])) - Math.min(...rows.map((row) => row[0]));
 * registerDivergence({ id: "example-gap", ...about, parameters: [], of, maximum: () => 1 });
 * divergence("example-gap").of([[0.25], [1]], null); // => 0.75
 * registerDivergence({ id: "jensen-shannon", ...about, parameters: [], of, maximum: () => 1 }); // throws /taken already/
 */
export function registerDivergence(entry: DivergenceEntry): void {
  addDivergence(known, entry);
}

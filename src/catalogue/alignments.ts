import { type Alignment, spearmanAlignment } from "../culture/alignment.js";
import { partialAgreement } from "../culture/partial-agreement.js";
import { cosine } from "../statistics/cosine.js";
import { kendallTauB } from "../statistics/kendall-tau-b.js";
import { pearson } from "../statistics/pearson.js";
import { addEntry, type CatalogueEntry, findEntry } from "./entry.js";

/** A measure of cultural alignment, with what its reader must be told. */
export interface AlignmentEntry extends CatalogueEntry, Alignment {
  /** To be shown wherever the measure is chosen; `null` where there is nothing to warn of. */
  readonly warning: string | null;
}

const known: AlignmentEntry[] = [
  {
    ...spearmanAlignment,
    name: "Spearman",
    meaning: "Do model and culture put the values in the same order?",
    formula: String.raw`\rho=\operatorname{corr}\bigl(\operatorname{rank}(s),\operatorname{rank}(c)\bigr)`,
    unit: "correlation",
    range: "-1 (opposite order) to 1 (same order)",
    domain: "any scales; ties share their mean rank; undefined for a constant profile",
    parameters: [],
    source: "math 5; what the public platform's heatmap shows",
    warning: null,
  },
  {
    id: "pearson",
    name: "Pearson (centred cosine)",
    meaning: "Do model and culture rise and fall together, in proportion?",
    formula: String.raw`r=\frac{\sum_k(s_k-\bar s)(c_k-\bar c)}{\sqrt{\sum_k(s_k-\bar s)^2\,\sum_k(c_k-\bar c)^2}}`,
    unit: "correlation",
    range: "-1 (opposite) to 1 (same shape)",
    domain:
      "any scales on which distances mean something, so not rank orders; undefined for a constant profile",
    parameters: [],
    source: "math 5",
    of: (profile, culture) => pearson(profile, culture),
    hasFisherInterval: true,
    warning: null,
  },
  {
    id: "kendall",
    name: "Kendall's tau-b",
    meaning: "Of all pairs of values, how many more are in the same order than in opposite order?",
    formula: String.raw`\tau_b=\frac{C-D}{\sqrt{(P-T_s)(P-T_c)}}`,
    unit: "share of pairs",
    range: "-1 (opposite order) to 1 (same order)",
    domain:
      "any scales; pairs tied in one profile leave its count; undefined for a constant profile",
    parameters: [],
    source: "math 5",
    of: (profile, culture) => kendallTauB(profile, culture),
    hasFisherInterval: false,
    warning: null,
  },
  {
    id: "partial",
    name: "Centred partial agreement",
    meaning: "What do model and culture share beyond what all cultures share?",
    formula: String.raw`\operatorname{corr}\bigl(z(s)-z(m),\;z(c)-z(m)\bigr),\quad m=\text{mean culture}`,
    unit: "correlation",
    range: "-1 to 1; 0 where nothing is shared beyond the common order",
    domain:
      "profiles in units of their own spread; undefined for a constant profile and for one that is the common one",
    parameters: [],
    source: "math 5",
    of: partialAgreement,
    hasFisherInterval: true,
    warning: null,
  },
  {
    id: "cosine",
    name: "Plain cosine (not for use)",
    meaning: "The angle between two profiles as they stand, levels and all.",
    formula: String.raw`\cos=\frac{\sum_k s_k c_k}{\sqrt{\sum_k s_k^2\,\sum_k c_k^2}}`,
    unit: "cosine",
    range: "-1 to 1, but near 1 for any two profiles of positive scores",
    domain: "undefined for a profile of zeros",
    parameters: [],
    source: "math 5",
    of: (profile, culture) => cosine(profile, culture),
    hasFisherInterval: false,
    warning:
      "Must not be used uncentred: of positive scores it is near 1 even for opposite profiles. Pearson is the cosine after centring.",
  },
];

/** Every choice for how far a model agrees with a culture; the first is the default. */
export const alignments: readonly AlignmentEntry[] = known;

/**
 * The alignment measure with this id.
 *
 * @throws RangeError naming the ids there are
 * @example
 * alignment("pearson").of([1, 2, 3, 4], [1, 3, 2, 5], []); // => 0.83152184062 (± 1e-11)
 * alignment("cosine").warning; // => "Must not be used uncentred: of positive scores it is near 1 even for opposite profiles. Pearson is the cosine after centring."
 * alignment("angle"); // throws /unknown alignment: angle; there are: spearman, pearson, kendall, partial, cosine/
 */
export function alignment(id: string): AlignmentEntry {
  return findEntry("alignment", known, id);
}

/**
 * Adds an alignment measure of your own: it is then found by `alignment`, and listed wherever measures are listed.
 *
 * @throws ArgumentError when its id is taken or not of the form `my-measure`
 * @example
 * registerAlignment({ ...alignment("pearson"), id: "spearman" }); // throws /alignment id is taken already; choose another: spearman/
 */
export function registerAlignment(entry: AlignmentEntry): void {
  addEntry("alignment", known, entry);
}

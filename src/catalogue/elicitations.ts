import type { Elicitation } from "../information/elicitation.js";
import { pluginPerDimension } from "../information/plugin-per-dimension.js";
import { questionBaseline, questionBaselineMaximum } from "../information/question-baseline.js";
import { type CatalogueEntry, findEntry } from "./entry.js";

/** Every choice for I of Eq. 1. */
export const elicitations: readonly (CatalogueEntry & Elicitation)[] = [
  {
    id: "question-baseline",
    name: "Question baseline",
    meaning: "What replies say about values beyond what the bare item says.",
    formula: String.raw`\frac1K\sum_k\frac1N\sum_n \mathrm{KL}_b(f_{nk}\,\|\,r_k)`,
    unit: "nats a dimension",
    range: "0 to (1 - 2 clip) ln((1 - clip) / clip); 3.736 at clip 0.02",
    domain: "probabilities from 0 to 1, clipped to [clip, 1 - clip] before they are compared",
    parameters: [],
    source: "methods 2.3 and 2.4; design decision 3",
    of: ({ replies, baseline, clip }) => questionBaseline(replies, baseline, clip),
    maximum: questionBaselineMaximum,
  },
  {
    id: "plug-in",
    name: "Plug-in mutual information",
    meaning: "How much different replies of one examinee differ in the values they clearly show.",
    formula: String.raw`\frac1K\sum_k\Bigl[H_b\bigl(\tfrac1N\textstyle\sum_n f_{nk}\bigr)-\tfrac1N\sum_n H_b(f_{nk})\Bigr]`,
    unit: "nats a dimension",
    range: "0 to ln 2",
    domain: "probabilities from 0 to 1; two or more replies, for one always gives 0",
    parameters: [],
    source: "math 2.2",
    of: ({ replies }) => pluginPerDimension(replies),
    maximum: () => Math.LN2,
  },
];

/**
 * The elicitation with this id.
 *
 * @example
 * elicitation("plug-in").name; // => "Plug-in mutual information"
 */
export function elicitation(id: string): CatalogueEntry & Elicitation {
  return findEntry("elicitation", elicitations, id);
}

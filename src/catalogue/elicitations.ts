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
    formula: "mean_k mean_n KL_b(f_nk || r_k), both clipped",
    unit: "nats a dimension",
    source: "methods 2.3 and 2.4; design decision 3",
    of: ({ replies, baseline, clip }) => questionBaseline(replies, baseline, clip),
    maximum: questionBaselineMaximum,
  },
  {
    id: "plug-in",
    name: "Plug-in mutual information",
    meaning: "How much different replies of one examinee differ in the values they clearly show.",
    formula: "mean_k [ H_b(mean_n f_nk) - mean_n H_b(f_nk) ]",
    unit: "nats a dimension",
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

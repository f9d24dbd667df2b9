import { barberAgakov } from "../information/barber-agakov.js";
import { cappedBaseline, USUAL_CAP } from "../information/capped-baseline.js";
import { adaemSurrogate, disentanglement, SHOWN_FROM } from "../information/disentanglement.js";
import { oneSidedBaseline } from "../information/one-sided-baseline.js";
import { questionBaseline, questionBaselineMaximum } from "../information/question-baseline.js";
import type { ElicitationEntry } from "./elicitation-entry.js";

/** Elicitations that hold the replies against the bare item, or against a guess at what they mean. */
export const baselineElicitations: readonly ElicitationEntry[] = [
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
    id: "question-baseline-one-sided",
    name: "Question baseline, one-sided",
    meaning: "What replies show of values beyond what the bare item shows; silence adds nothing.",
    formula: String.raw`\frac1K\sum_k\frac1N\sum_{n:f_{nk}>r_k}\mathrm{KL}_b(f_{nk}\,\|\,r_k)`,
    unit: "nats a dimension",
    range: "0 to (1 - 2 clip) ln((1 - clip) / clip); 3.736 at clip 0.02",
    domain: "probabilities from 0 to 1, clipped to [clip, 1 - clip] before they are compared",
    parameters: [],
    source: "simulator 6",
    of: ({ replies, baseline, clip }) => oneSidedBaseline(replies, baseline, clip),
    maximum: questionBaselineMaximum,
  },
  {
    id: "question-baseline-capped",
    name: "Question baseline, item capped",
    meaning:
      "What replies say about values beyond the bare item, whose own words count up to a cap.",
    formula: String.raw`\frac1K\sum_k\frac1N\sum_n \mathrm{KL}_b(f_{nk}\,\|\,\min(r_k,c))`,
    unit: "nats a dimension",
    range: "0 to (1 - 2 clip) ln((1 - clip) / clip); 3.736 at clip 0.02",
    domain: "probabilities from 0 to 1, clipped to [clip, 1 - clip] before they are compared",
    parameters: [
      {
        id: "cap",
        name: "Cap c",
        meaning:
          "The largest reading of the bare item that counts; a smaller one pays less for silence.",
        lowest: 0.02,
        highest: 0.98,
        usual: USUAL_CAP,
      },
    ],
    source: "simulator 6",
    settings: { cap: USUAL_CAP },
    ...capped(USUAL_CAP),
    tuned: (values) => capped(values.cap),
  },
  {
    id: "adaem-disentanglement",
    name: "AdAEM's disentanglement",
    meaning: "How far the values in the replies are from those in the item's own words.",
    formula: String.raw`\frac1K\sum_k|\bar f_k-r_k|`,
    unit: "probability",
    range: "0 to 1",
    domain: "probabilities from 0 to 1; the clip does not enter",
    parameters: [],
    source: "AdAEM Eq. 1, second line; methods 1.2 and 2.3",
    of: ({ replies, baseline }) => disentanglement(replies, baseline),
    maximum: () => 1,
  },
  {
    id: "adaem-surrogate",
    name: "AdAEM's surrogate",
    meaning:
      "How many values the replies show in all and do not share, and how many the item does not name.",
    formula: String.raw`\frac{|\bigcup_n V_n|}{\max(1,|\bigcap_n V_n|)}+\tfrac12\bigl|\textstyle\bigcup_n V_n\,\triangle\,V_x\bigr|,\quad V=\{k:f_k\ge t\}`,
    unit: "values",
    range: "0 to 1.5 K",
    domain:
      "values count as shown or not; the disentanglement is added, as in AdAEM's objective, though its printed reward " +
      "subtracts it; the clip does not enter",
    parameters: [
      {
        id: "shown-from",
        name: "Shown from t",
        meaning: "The reading from which a value counts as shown; a larger one counts fewer.",
        lowest: 0.01,
        highest: 0.99,
        usual: SHOWN_FROM,
      },
    ],
    source: "AdAEM appendix C.3; methods 1.4 and 1.9",
    settings: { "shown-from": SHOWN_FROM },
    ...surrogate(SHOWN_FROM),
    tuned: (values) => surrogate(values["shown-from"]),
  },
  {
    id: "barber-agakov",
    name: "Barber-Agakov bound",
    meaning: "How well the recognizer could guess from a reply which value was meant.",
    formula: String.raw`\ln K+\frac1K\sum_k\sum_n\frac{f_{nk}}{\sum_m f_{mk}}\ln\frac{f_{nk}}{\sum_l f_{nl}}`,
    unit: "nats",
    range: "0 to ln K",
    domain:
      "probabilities from 0 to 1, clipped to [clip, 1 - clip]; no reply was primed with a value, so replies stand for a " +
      "value by as much as they show of it; a bound below 0 is given as 0",
    parameters: [],
    source: "Barber and Agakov 2003; methods 2.4",
    of: ({ replies, clip }) => barberAgakov(replies, clip),
    maximum: (_, dimensions) => Math.log(Math.max(2, dimensions)),
  },
];

function capped(cap: number): Pick<ElicitationEntry, "of" | "maximum"> {
  return {
    of: ({ replies, baseline, clip }) => cappedBaseline(replies, baseline, clip, cap),
    maximum: questionBaselineMaximum,
  };
}

function surrogate(shownFrom: number): Pick<ElicitationEntry, "of" | "maximum"> {
  return {
    of: ({ replies, baseline }) => adaemSurrogate(replies, baseline, shownFrom),
    maximum: (_, dimensions) => 1.5 * dimensions,
  };
}

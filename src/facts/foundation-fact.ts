import type { Culture } from "../culture/culture.js";

/** The questionnaires that moral foundations were asked with. */
export type FoundationInstrument = "MFQ-30" | "MFQ-2";

/** What the people of one country answered to a questionnaire of moral foundations, with where it comes from. */
export interface FoundationFact extends Culture {
  readonly scale: "means";
  readonly instrument: FoundationInstrument;
  /** The range of the answers: `0-5` or `1-5`. Means of the two questionnaires are not on one scale. */
  readonly answers: string;
  /** Year of the paper. */
  readonly year: number;
  /** Persons behind the foundation that fewest answered; online samples, none of them drawn from a whole population. */
  readonly respondents: number;
  /** To be repeated where the numbers are shown (`data/LICENSES.md`). */
  readonly licence: string;
}

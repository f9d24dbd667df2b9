import type { Culture } from "../culture/culture.js";

/** What a survey found a country to value, on the ten Schwartz values, with where it comes from. */
export interface CultureFact extends Culture {
  /**
   * `means`: survey means, centred on each person's own mean; they may be compared with each other. `ranks`: only the
   * order, 10 for the most important, since another questionnaire was asked; it may be compared by order alone.
   */
  readonly scale: "means" | "ranks";
  readonly survey: string;
  readonly instrument: string;
  /** Such as `ESS11`; of `cultures()` the newest there is of the country, which may be old. */
  readonly round: string;
  /** The round's nominal year. */
  readonly year: number;
  /** How many persons answered; `null` where the source does not say. */
  readonly respondents: number | null;
  /** To be repeated where the numbers are shown (`data/LICENSES.md`). */
  readonly licence: string;
}

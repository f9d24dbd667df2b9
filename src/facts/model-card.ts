/** What the public platform states about a model. Not checked; empty statements are `null`. */
export interface ModelCard {
  /** Lower-case id, such as `gpt-4o`. */
  readonly id: string;
  readonly name: string;
  readonly developer: string;
  /** Our grouping: gpt, o-series, llama, gemini, claude, phi, sea-lion, deepseek, or the first word. */
  readonly family: string;
  readonly access: "open" | "closed";
  /** ISO date as stated; some are the date of a paper or of a base model. */
  readonly released: string | null;
  readonly website: string | null;
  readonly report: string | null;
  /** `retired` models appear only in the release of January 2025. */
  readonly status: "current" | "retired";
}

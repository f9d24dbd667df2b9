import type { Unmeasured } from "../records/outcome.js";

/** A text by itself (an item, a neutral sentence) that a recognizer could not read, and why. */
export class NoReading extends Error {
  override readonly name = "NoReading";
  readonly why: Unmeasured;
  readonly attempts: number;

  constructor(who: string, { why, attempts }: { why: Unmeasured; attempts: number }) {
    super(`${who} gave no verdict on a text by itself (${why}); run again to go on`);
    this.why = why;
    this.attempts = attempts;
  }
}

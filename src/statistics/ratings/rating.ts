import { ArgumentError } from "../argument-error.js";
import { checkNumber } from "../check-argument.js";

/** A strength that is not known for sure. */
export interface Rating {
  /** What the strength is believed to be. */
  readonly mean: number;
  /**
   * How unsure that is, as a standard deviation. Show `mean - 3 deviation` or an interval, never
   * the mean alone.
   */
  readonly deviation: number;
}

/** What one believes before any comparison: mean 25, deviation 25/3. */
export const startRating: Rating = { mean: 25, deviation: 25 / 3 };

/** How much luck there is in one comparison, as a standard deviation: 25/6. */
export const usualLuck = 25 / 6;

/**
 * How much a strength may have drifted since the last comparison, as a standard deviation: 25/300.
 */
export const usualDrift = 25 / 300;

/** Beyond this a product of squares would overflow. */
const LARGEST = 1e50;

/**
 * Refuses a rating that is none.
 *
 * @throws ArgumentError
 * @example
 * checkRating("a", { mean: 25, deviation: 8 }); // => { mean: 25, deviation: 8 }
 * checkRating("a", { mean: 25, deviation: 0 }); // throws /a.deviation must be a finite number from/
 */
export function checkRating(argument: string, rating: Rating): Rating {
  if (typeof rating !== "object" || rating === null)
    throw new ArgumentError(argument, "must be a mean and a deviation", rating);
  checkNumber(`${argument}.mean`, rating.mean, { from: -LARGEST, to: LARGEST });
  checkNumber(`${argument}.deviation`, rating.deviation, { from: 1e-6, to: LARGEST });
  return rating;
}

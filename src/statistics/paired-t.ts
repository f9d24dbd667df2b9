import { checkNumber } from "./check-argument.js";
import { logRate } from "./log-rate.js";
import { pairedDifferences } from "./paired-differences.js";
import { betaBelow } from "./regularised-beta.js";
import { spread } from "./spread.js";

/** Two examinees compared on the items that both answered. */
export interface PairedT {
  /** Mean of a - b over the pairs. */
  readonly meanDifference: number;
  readonly standardError: number;
  /** How many standard errors the mean difference lies from 0. */
  readonly t: number;
  /** Degrees of freedom: one less than there are pairs. */
  readonly freedom: number;
  /** Two-sided. */
  readonly p: number;
  /** The mean difference in standard deviations of the differences. */
  readonly dz: number;
  readonly pairs: number;
}

/**
 * The paired t test: is the mean difference between two examinees on shared items more than chance?
 * Pairing takes away what makes an item easy or hard for both, so it sees smaller differences than
 * two intervals side by side.
 *
 * Source: math 4.2, `pairedT`; Student 1908.
 *
 * @param a  one number an item, any finite numbers
 * @param b  the same items in the same order
 * @returns with one pair all but the mean difference is NaN; with differences all 0, t and dz are
 * NaN and p is 1; with differences all alike and not 0, t and dz are infinite and p is 0
 * @throws ArgumentError when the lists differ in length, are empty or hold a number that is not
 * finite
 * @example
 * pairedT([0.9, 0.8, 0.7, 0.6], [0.5, 0.6, 0.6, 0.5]).t; // => 2.82842712475 (± 1e-10)
 * pairedT([0.9, 0.8, 0.7, 0.6], [0.5, 0.6, 0.6, 0.5]).p; // => 0.0662756027415 (± 1e-12)
 * pairedT([1, 2], [1, 2]).p; // => 1
 */
export function pairedT(a: readonly number[], b: readonly number[]): PairedT {
  const differences = pairedDifferences(a, b);
  const largest = Math.max(...differences.map(Math.abs));
  // In units of the largest difference, so that no square is lost below the range of a double.
  const unit = largest === 0 ? 1 : largest;
  const { mean, variance, count } = spread(differences.map((difference) => difference / unit));
  const error = Math.sqrt(variance / count);
  const t = mean / error;
  const freedom = count - 1;
  return {
    meanDifference: mean * unit,
    standardError: error * unit,
    t,
    freedom,
    p: twoSided(t, freedom, largest === 0),
    dz: mean / Math.sqrt(variance),
    pairs: count,
  };
}

function twoSided(t: number, freedom: number, alike: boolean): number {
  if (freedom === 0) return Number.NaN;
  return alike ? 1 : tailsOfStudent(t, freedom);
}

/**
 * The chance that a number from Student's t distribution lies at least so far from 0, on either
 * side.
 *
 * @param t        any number; NaN gives NaN
 * @param freedom  degrees of freedom, from 0.001 to 1e8
 * @throws ArgumentError for freedom outside its range
 * @example
 * tailsOfStudent(2.82842712474619, 3); // => 0.0662756027415 (± 1e-12)
 * tailsOfStudent(0, 5); // => 1
 * tailsOfStudent(Infinity, 5); // => 0
 */
export function tailsOfStudent(t: number, freedom: number): number {
  checkNumber("freedom", freedom, { from: 0.001, to: 1e8 });
  if (Number.isNaN(t)) return Number.NaN;
  // The tails are the beta function at freedom / (freedom + t^2), whose log-odds no t makes
  // overflow.
  const { logX, logRest } = logRate(Math.log(freedom) - 2 * Math.log(Math.abs(t)));
  return betaBelow(logX, logRest, freedom / 2, 0.5);
}

import type { Stream } from "../random/stream.js";
import { ArgumentError } from "./argument-error.js";
import { checkNumber } from "./check-argument.js";
import { pairedDifferences } from "./paired-differences.js";

/** Up to so many differences every way to flip their signs is tried: 65,536 ways. */
const EXACT = 16;
/** Sums that differ by less than this part of all differences together differ by rounding alone. */
const SAME = 1e-12;

/** Where random flips come from; needed for more than 16 differences only. */
export interface SignFlipOptions {
  readonly random?: Stream;
  /** How many random flips: 100,000 unless told. */
  readonly flips?: number;
}

/**
 * The sign-flip test: if it made no difference which of two examinees is which, every difference
 * could as well have had the other sign. The p-value is the share of all such flips that put the
 * mean at least as far from 0 as it is. It asks for no normal distribution; prefer it to the t test
 * when items are few.
 *
 * Every way is tried with up to 16 differences that are not 0; beyond, so many are drawn, and p is
 * (found + 1) / (drawn + 1).
 *
 * Source: math 4.2, `signFlipP`; Fisher 1935.
 *
 * @param a  one number an item, any finite numbers
 * @param b  the same items in the same order
 * @returns two-sided, above 0 and up to 1; 1 when all differences are 0
 * @throws ArgumentError when the lists do not fit, or a stream is needed and there is none
 * @example
 * signFlipP([0.9, 0.8, 0.7, 0.6], [0.5, 0.6, 0.6, 0.5]); // => 0.125
 * signFlipP([1, 0, 1, 0, 1], [0, 0, 1, 1, 0]); // => 1
 */
export function signFlipP(
  a: readonly number[],
  b: readonly number[],
  { random, flips = 100_000 }: SignFlipOptions = {},
): number {
  const differences = pairedDifferences(a, b).filter((difference) => difference !== 0);
  const size = differences.reduce((sum, difference) => sum + Math.abs(difference), 0);
  const reached = Math.abs(differences.reduce((sum, one) => sum + one, 0)) - SAME * size;
  if (differences.length <= EXACT) {
    const sums = flippedSums(differences);
    return sums.filter((sum) => Math.abs(sum) >= reached).length / sums.length;
  }
  checkNumber("flips", flips, { from: 1, to: 1e9, whole: true });
  if (random === undefined)
    throw new ArgumentError("random", `must be a stream beyond ${EXACT} differences`, random);
  let found = 0;
  for (let flip = 0; flip < flips; flip++) {
    let sum = 0;
    for (const difference of differences) sum += random.next() < 0.5 ? difference : -difference;
    if (Math.abs(sum) >= reached) found++;
  }
  return (found + 1) / (flips + 1);
}

/** The sum under every choice of signs. */
function flippedSums(differences: readonly number[]): number[] {
  let sums = [0];
  for (const difference of differences)
    sums = [...sums.map((sum) => sum + difference), ...sums.map((sum) => sum - difference)];
  return sums;
}

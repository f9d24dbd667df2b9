import { checkNumber } from "../check-argument.js";
import { normalBelow } from "./mills-ratio.js";
import { checkRating, type Rating, usualLuck } from "./rating.js";

/**
 * The chance that one rated examinee beats another in the next comparison: how far their means lie
 * apart, in units of all that is unsure (both ratings, and the luck of two performances).
 *
 * @param a        the first
 * @param b        the second
 * @param options  `luck`: the standard deviation of one performance, above 0 (25/6)
 * @returns 0 to 1; 0.5 between equals
 * @throws ArgumentError when a rating is none
 *
 * Source: Weng & Lin 2011; math 4.5.
 *
 * @example
 * winProbability({ mean: 30, deviation: 2 }, { mean: 25, deviation: 2 }); // => 0.777854605 (± 1e-9)
 * winProbability({ mean: 25, deviation: 8 }, { mean: 25, deviation: 1 }); // => 0.5
 */
export function winProbability(
  a: Rating,
  b: Rating,
  { luck = usualLuck }: { readonly luck?: number } = {},
): number {
  checkRating("a", a);
  checkRating("b", b);
  checkNumber("luck", luck, { from: 1e-6, to: 1e50 });
  const unsure = Math.hypot(luck * Math.SQRT2, a.deviation, b.deviation);
  return normalBelow((a.mean - b.mean) / unsure);
}

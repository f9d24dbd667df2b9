import { checkNumber } from "../check-argument.js";
import { power } from "../power.js";

/** Both ratings after a comparison. */
export interface EloResult {
  readonly first: number;
  readonly second: number;
  /** The score that was expected of the first, 0 to 1. */
  readonly expected: number;
}

/** How far one comparison moves a rating at most, when nothing is said. */
export const usualEloStep = 32;

/**
 * Elo for one comparison: both ratings move by the same amount, the more so the more surprising the
 * result. A difference of 400 points means odds of ten to one.
 *
 * It is here for contrast: the result depends on the order of the comparisons, and it does not say
 * how unsure it is. For a fixed table take `bradleyTerry`; where Elo is wanted take `eloRatings`,
 * which averages over orders.
 *
 * @param first    rating before
 * @param second   rating before
 * @param options  `score` of the first: 1 won, 0.5 a tie, 0 lost; `step` (often called k): from 0
 * (32)
 * @throws ArgumentError when a rating is not finite, or an option is out of range
 *
 * Source: Elo 1978; math 4.5.
 *
 * @example
 * elo(1500, 1500, { score: 1 }); // => { first: 1516, second: 1484, expected: 0.5 }
 * elo(1600, 1400, { score: 0 }).first; // => 1575.68809835 (± 1e-8)
 */
export function elo(
  first: number,
  second: number,
  { score, step = usualEloStep }: { readonly score: number; readonly step?: number },
): EloResult {
  checkNumber("first", first);
  checkNumber("second", second);
  checkNumber("score", score, { from: 0, to: 1 });
  checkNumber("step", step, { from: 0 });
  const expected = expectedScore(first, second);
  const change = step * (score - expected);
  return { first: first + change, second: second - change, expected };
}

/**
 * The score that Elo expects of the first against the second.
 *
 * @param first   rating
 * @param second  rating
 * @returns 0 to 1
 * @example
 * expectedScore(1900, 1500); // => 0.909091 (± 1e-6)
 */
export function expectedScore(first: number, second: number): number {
  return 1 / (1 + power(10, (second - first) / 400));
}

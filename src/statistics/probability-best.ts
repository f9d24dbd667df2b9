import { ArgumentError } from "./argument-error.js";
import type { BetaBelief } from "./beta-posterior.js";
import { checkNumber } from "./check-argument.js";
import { integrate } from "./integrate.js";
import { logBeta } from "./log-beta.js";
import { logRate } from "./log-rate.js";
import { betaBelow } from "./regularised-beta.js";

/** Where a density has fallen by the factor e^50 nothing is left of it to the last digit. */
const FALLEN = 50;
/** How far two rules of integration may differ on a part. */
const TOLERANCE = 1e-10;

/**
 * For every arm the chance that its success rate is the highest of all, given what is believed of
 * each: "how sure are we that this is the best topic?"
 *
 * In words: over all rates, how likely this arm has the rate times how likely all others lie below
 * it. Computed over the log-odds of the rate, where beliefs near 0 and 1 are as smooth as any.
 *
 * Source: math 6, `probabilityBest`.
 *
 * @param beliefs  one an arm; alpha and beta from 1e-6 to 1e6
 * @returns chances that sum to 1
 * @throws ArgumentError
 * @example
 * probabilityBest([{ alpha: 2, beta: 1 }, { alpha: 1, beta: 2 }]); // => [0.833333333333, 0.166666666667] (± 1e-10)
 * probabilityBest([{ alpha: 1, beta: 1 }]); // => [1] (± 1e-10)
 */
export function probabilityBest(beliefs: readonly BetaBelief[]): number[] {
  checkBeliefs(beliefs);
  return beliefs.map((own, arm) => {
    const others = beliefs.filter((_, other) => other !== arm);
    const scale = logBeta(own.alpha, own.beta);
    const curve = (odds: number) => {
      const { logX, logRest } = logRate(odds);
      let height = Math.exp(own.alpha * logX + own.beta * logRest - scale);
      for (const other of others) {
        if (height === 0) break;
        height *= betaBelow(logX, logRest, other.alpha, other.beta);
      }
      return height;
    };
    const places = breaks(own);
    let chance = 0;
    for (let at = 1; at < places.length; at++)
      chance += integrate(curve, places[at - 1], places[at], TOLERANCE);
    return Math.min(1, chance);
  });
}

/**
 * Refuses what are no beliefs about success rates.
 *
 * @throws ArgumentError
 * @example
 * checkBeliefs([{ alpha: 1, beta: 0 }]); // throws /beliefs\[0\].beta must be a finite number from 0.000001/
 */
export function checkBeliefs(beliefs: readonly BetaBelief[]): void {
  if (!Array.isArray(beliefs) || beliefs.length === 0)
    throw new ArgumentError("beliefs", "must hold at least 1 arm", beliefs);
  const range = { from: 1e-6, to: 1e6 };
  for (const [arm, { alpha, beta }] of beliefs.entries()) {
    checkNumber(`beliefs[${arm}].alpha`, alpha, range);
    checkNumber(`beliefs[${arm}].beta`, beta, range);
  }
}

/**
 * Places between which the density over log-odds is smooth: from its top outwards, twice as far
 * each time.
 */
function breaks({ alpha, beta }: BetaBelief): readonly number[] {
  const top = Math.log(alpha / beta);
  const height = (odds: number) => {
    const { logX, logRest } = logRate(odds);
    return alpha * logX + beta * logRest;
  };
  const outwards = (direction: -1 | 1): number[] => {
    const places: number[] = [];
    for (let step = Math.sqrt(1 / alpha + 1 / beta); ; step *= 2) {
      const place = top + direction * step;
      places.push(place);
      if (height(place) < height(top) - FALLEN) return places;
    }
  };
  return [...outwards(-1).reverse(), top, ...outwards(1)];
}

import { ArgumentError } from "./argument-error.js";
import { checkNumber } from "./check-argument.js";

/** One stage of a search that halves. */
export interface HalvingRound {
  /** Arms still in play. */
  readonly arms: number;
  /** Pulls of each of them in this round. */
  readonly pulls: number;
}

/**
 * A plan for finding the best of many items with a fixed number of calls: every round gets an equal
 * part of the budget, and the better half goes on. Most calls are spent on the few that matter.
 *
 * Source: math 6, `successiveHalving`; Karnin, Koren & Somekh 2013.
 *
 * @param arms    how many to begin with, 1 or more
 * @param budget  pulls in all, enough for one pull of each arm in each of the log2(arms) rounds
 * @throws ArgumentError
 * @example
 * successiveHalving(5, 33); // => [{ arms: 5, pulls: 2 }, { arms: 3, pulls: 3 }, { arms: 2, pulls: 5 }]
 * successiveHalving(8, 23); // throws /budget must be at least 24, one pull an arm and round, for 8 arms: 23/
 */
export function successiveHalving(arms: number, budget: number): HalvingRound[] {
  checkNumber("arms", arms, { from: 1, to: 1e9, whole: true });
  checkNumber("budget", budget, { from: 0 });
  // Counted by halving, since a logarithm of a power of two may come out a hair above a whole
  // number.
  const sizes: number[] = [arms];
  for (let left = Math.ceil(arms / 2); left > 1; left = Math.ceil(left / 2)) sizes.push(left);
  const least = arms * sizes.length;
  if (budget < least) {
    const enough = `must be at least ${least}, one pull an arm and round, for ${arms} arms`;
    throw new ArgumentError("budget", enough, budget);
  }
  return sizes.map((left) => ({
    arms: left,
    pulls: Math.floor(budget / (left * sizes.length)),
  }));
}

import { ArgumentError } from "./argument-error.js";
import { checkNumber, checkNumbers } from "./check-argument.js";
import { ucb1 } from "./ucb.js";

/** How long to play, and how curious. */
export interface Ucb1TraceOptions {
  /** Plays in all, 1 or more. */
  readonly steps: number;
  /** As in `ucb1`. */
  readonly c?: number;
}

/** A whole run of UCB1. */
export interface Ucb1Trace {
  /** The arm played at each step, from 0. */
  readonly sequence: readonly number[];
  /** How often each arm was played. */
  readonly pulls: readonly number[];
  /** Mean reward of each arm; NaN for one never played. */
  readonly means: readonly number[];
}

/**
 * Plays UCB1 on rewards known beforehand, to see where it spends its plays: each arm once, then
 * always the arm with the largest index, the first of them on a tie.
 *
 * Source: math 6, `ucb1Trace`.
 *
 * @param rewards  one list an arm: what its first, second ... play gives
 * @throws ArgumentError also when an arm is to be played more often than it has rewards
 * @example
 * ucb1Trace([[1, 1, 1], [0, 0, 0]], { steps: 4 }).sequence; // => [0, 1, 0, 0]
 * ucb1Trace([[1], [0]], { steps: 3 }); // throws /rewards\[0\] must hold a reward for play 2/
 */
export function ucb1Trace(
  rewards: readonly (readonly number[])[],
  { steps, c = 2 }: Ucb1TraceOptions,
): Ucb1Trace {
  if (!Array.isArray(rewards) || rewards.length === 0)
    throw new ArgumentError("rewards", "must hold at least 1 arm", rewards);
  rewards.forEach((own, arm) => {
    checkNumbers(`rewards[${arm}]`, own, { least: 0 });
  });
  checkNumber("steps", steps, { from: 1, to: 1e7, whole: true });
  checkNumber("c", c, { from: 0 });
  const sequence: number[] = [];
  const pulls = rewards.map(() => 0);
  const sums = rewards.map(() => 0);
  for (let played = 0; played < steps; played++) {
    // A step's index knows the plays before it; the first step of all has none, and every index is
    // infinite.
    const index = sums.map((sum, arm) =>
      ucb1({ mean: sum / pulls[arm], pulls: pulls[arm] }, { t: Math.max(1, played), c }),
    );
    const arm = index.indexOf(Math.max(...index));
    if (pulls[arm] >= rewards[arm].length)
      throw new ArgumentError(
        `rewards[${arm}]`,
        `must hold a reward for play ${pulls[arm] + 1}`,
        rewards[arm],
      );
    sums[arm] += rewards[arm][pulls[arm]];
    pulls[arm]++;
    sequence.push(arm);
  }
  return { sequence, pulls, means: sums.map((sum, arm) => sum / pulls[arm]) };
}

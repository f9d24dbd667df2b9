import { ArgumentError } from "./argument-error.js";
import { type Arm, checkArm } from "./arm.js";
import { checkNumber } from "./check-argument.js";

/** How UCB1 weighs curiosity. */
export interface Ucb1Options {
  /** Plays of all arms so far, 1 or more. */
  readonly t: number;
  /** 2 unless told: larger looks longer at arms that seem poor. */
  readonly c?: number;
}

/**
 * UCB1: how good an arm might be, given how little it was tried. Play the arm with the largest
 * index: it is either good or not well known, and both are worth a call. Use it to spend replies on
 * topics that promise to be informative.
 *
 * In words: the mean reward, plus the square root of c ln t over the pulls.
 *
 * Source: math 6, `ucb1`; Auer, Cesa-Bianchi & Fischer 2002.
 *
 * @returns Infinity for an arm never played
 * @throws ArgumentError
 * @example
 * ucb1({ mean: 0.5, pulls: 10 }, { t: 100 }); // => 1.45970518244 (± 1e-10)
 * ucb1({ mean: 0, pulls: 0 }, { t: 1 }); // => Infinity
 */
export function ucb1(arm: Arm, { t, c = 2 }: Ucb1Options): number {
  checkArm(arm, t);
  checkNumber("c", c, { from: 0 });
  return arm.pulls === 0 ? Infinity : arm.mean + Math.sqrt((c * Math.log(t)) / arm.pulls);
}

/** What UCB-tuned needs beside the mean. */
export interface UcbTunedOptions {
  readonly t: number;
  /** Mean of the squared rewards: with the mean, it says how much rewards vary. */
  readonly meanOfSquares: number;
}

/**
 * UCB-tuned: as UCB1, but an arm whose rewards hardly vary is believed sooner.
 *
 * Source: math 6, `ucbTuned`; Auer, Cesa-Bianchi & Fischer 2002.
 *
 * @returns Infinity for an arm never played
 * @throws ArgumentError also when the mean of squares is below the squared mean, which no rewards
 * have
 * @example
 * ucbTuned({ mean: 0.5, pulls: 10 }, { t: 100, meanOfSquares: 0.3 }); // => 0.839307021221 (± 1e-10)
 * ucbTuned({ mean: 0.5, pulls: 10 }, { t: 100, meanOfSquares: 0.1 }); // throws /meanOfSquares must be at least the squared mean/
 */
export function ucbTuned(arm: Arm, { t, meanOfSquares }: UcbTunedOptions): number {
  checkArm(arm, t);
  checkNumber("meanOfSquares", meanOfSquares, { from: 0 });
  if (arm.pulls === 0) return Infinity;
  const variance = meanOfSquares - arm.mean ** 2;
  if (variance < -1e-9 * Math.max(1, meanOfSquares))
    throw new ArgumentError("meanOfSquares", "must be at least the squared mean", meanOfSquares);
  const each = Math.log(t) / arm.pulls;
  // A quarter is the largest variance that rewards in [0, 1] can have.
  const bound = Math.min(0.25, Math.max(0, variance) + Math.sqrt(2 * each));
  return arm.mean + Math.sqrt(each * bound);
}

/** What UCB-V needs beside the mean. */
export interface UcbVOptions {
  readonly t: number;
  /** Variance of the rewards so far, 0 or more. */
  readonly variance: number;
  /** The largest reward: 1 unless told. */
  readonly b?: number;
}

/**
 * UCB-V: as UCB1, with a bound from the variance seen (Bernstein's) in place of one that fears the
 * worst. It pays once an arm has been played often; before, its last term is large.
 *
 * Source: math 6, `ucbV`; Audibert, Munos & Szepesvári 2009.
 *
 * @returns Infinity for an arm never played
 * @throws ArgumentError
 * @example
 * ucbV({ mean: 0.5, pulls: 10 }, { t: 100, variance: 0.05 }); // => 2.09614765843 (± 1e-10)
 */
export function ucbV(arm: Arm, { t, variance, b = 1 }: UcbVOptions): number {
  checkArm(arm, t);
  checkNumber("variance", variance, { from: 0 });
  checkNumber("b", b, { above: 0 });
  if (arm.pulls === 0) return Infinity;
  const each = Math.log(t) / arm.pulls;
  return arm.mean + Math.sqrt(2 * variance * each) + 3 * b * each;
}

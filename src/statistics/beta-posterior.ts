import { checkNumber } from "./check-argument.js";

/** What is believed of a success rate: a Beta distribution. */
export interface BetaBelief {
  /** Successes seen or assumed, above 0. */
  readonly alpha: number;
  /** Failures seen or assumed, above 0. */
  readonly beta: number;
}

/** A belief with its mean and variance. */
export interface BetaPosterior extends BetaBelief {
  readonly mean: number;
  readonly variance: number;
}

/**
 * What to believe of a success rate after some tries, when anything was thought possible before
 * (Beta(1, 1)) or as the prior says. Rewards between 0 and 1 count as that part of a success.
 *
 * Source: math 6, `betaPosterior`.
 *
 * @param successes  from 0 to `n`; fractions are allowed
 * @param n          tries, 0 or more
 * @param prior      Beta(1, 1) unless told
 * @throws ArgumentError
 * @example
 * betaPosterior(7, 10); // => { alpha: 8, beta: 4, mean: 0.666666666667, variance: 0.017094017094 } (± 1e-12)
 * betaPosterior(0, 0).mean; // => 0.5
 */
export function betaPosterior(
  successes: number,
  n: number,
  prior: BetaBelief = { alpha: 1, beta: 1 },
): BetaPosterior {
  checkNumber("prior.alpha", prior.alpha, { above: 0 });
  checkNumber("prior.beta", prior.beta, { above: 0 });
  checkNumber("n", n, { from: 0 });
  checkNumber("successes", successes, { from: 0, to: n });
  const alpha = prior.alpha + successes;
  const beta = prior.beta + (n - successes);
  const mean = alpha / (alpha + beta);
  const variance = (mean * (beta / (alpha + beta))) / (alpha + beta + 1);
  return { alpha, beta, mean, variance };
}

import { checkNumber } from "./check-argument.js";

/** The .975 quantile of the normal distribution: the familiar 1.96. */
const Z = 1.959963984540054;

/** A share with its 95 % interval. */
export interface ShareInterval {
  readonly share: number;
  readonly low: number;
  readonly high: number;
  /** How many trials it rests on. */
  readonly trials: number;
}

/**
 * Wilson's 95 % interval for a share: how many of all replies of this kind would decline, if 3 of
 * 20 did. It never leaves 0 to 1 and stays honest at 0 of 10, where the usual formula says "exactly
 * 0".
 *
 * Source: math 4.1, `wilson`; Wilson 1927.
 *
 * @param successes  from 0 to `trials`; fractions are allowed
 * @param trials     above 0
 * @throws ArgumentError
 * @example
 * wilson(5, 10).low; // => 0.236593090513 (± 1e-12)
 * wilson(0, 10); // => { share: 0, low: 0, high: 0.277532799863, trials: 10 } (± 1e-12)
 * wilson(3, 2); // throws /successes must be a finite number from 0 to 2: 3/
 */
export function wilson(successes: number, trials: number): ShareInterval {
  checkNumber("trials", trials, { above: 0 });
  checkNumber("successes", successes, { from: 0, to: trials });
  const share = successes / trials;
  // Multiplied out by the trials, so that even a part of one trial does not overflow.
  const middle = (successes + Z ** 2 / 2) / (trials + Z ** 2);
  const inner = trials * share * (1 - share) + Z ** 2 / 4;
  const reach = (Z * Math.sqrt(inner)) / (trials + Z ** 2);
  return {
    share,
    low: successes === 0 ? 0 : Math.max(0, middle - reach),
    high: successes === trials ? 1 : Math.min(1, middle + reach),
    trials,
  };
}

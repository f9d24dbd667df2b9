import { checkNumber } from "./check-argument.js";

/** Between which values a correlation lies, as far as so few pairs can tell. */
export interface CorrelationInterval {
  readonly low: number;
  readonly high: number;
}

/** The 97.5 % point of the standard normal distribution. */
const NORMAL_975 = 1.959963984540054;

/**
 * The 95 % interval of a correlation from n pairs, by Fisher's transformation. It shows how little ten values can
 * tell: a correlation of .5 is compatible with anything from -.19 to .86. Meant for Pearson; for Spearman a good
 * approximation (a little too narrow), for Kendall's tau not valid.
 *
 * Source: math 5, `fisherInterval`.
 *
 * @param r  a correlation, from -1 to 1; exactly -1 or 1 gives an interval of no width
 * @param n  how many pairs, 3 or more; three tell nothing, and the interval is all there is
 * @throws ArgumentError outside those ranges
 * @example
 * fisherInterval(0.8, 10); // => { low: 0.343288447992, high: 0.950738386197 } (± 1e-11)
 * fisherInterval(0.5, 10); // => { low: -0.189183870684, high: 0.859153485209 } (± 1e-11)
 * fisherInterval(0.9, 3); // => { low: -1, high: 1 }
 * fisherInterval(1.2, 10); // throws /r must be a finite number from -1 to 1: 1.2/
 */
export function fisherInterval(r: number, n: number): CorrelationInterval {
  checkNumber("r", r, { from: -1, to: 1 });
  checkNumber("n", n, { from: 3, whole: true });
  if (n === 3) return { low: -1, high: 1 };
  const reach = NORMAL_975 / Math.sqrt(n - 3);
  const middle = Math.atanh(r);
  return { low: Math.tanh(middle - reach), high: Math.tanh(middle + reach) };
}

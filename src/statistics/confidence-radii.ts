import { checkNumber } from "./check-argument.js";

/** How sure, and of rewards of what range. */
export interface RadiusOptions {
  /** The chance that the truth lies outside: above 0 and up to 1. */
  readonly delta: number;
  /** Highest less lowest possible reward: 1 unless told. */
  readonly range?: number;
}

/**
 * How far a mean of n rewards may lie from the truth, whatever their distribution within their
 * range: true with chance 1 - delta.
 *
 * Source: math 6, `hoeffdingRadius`; Hoeffding 1963.
 *
 * @param n  how many rewards, above 0
 * @throws ArgumentError
 * @example
 * hoeffdingRadius(100, { delta: 0.05 }); // => 0.135810151574 (± 1e-12)
 */
export function hoeffdingRadius(n: number, { delta, range = 1 }: RadiusOptions): number {
  checkRadius(n, delta, range);
  return range * Math.sqrt(Math.log(2 / delta) / 2) * Math.sqrt(1 / n);
}

/**
 * The same from the variance seen: narrower than Hoeffding's once n is large beside the range over
 * the spread, wider before. At a variance of .01 the change comes between 100 and 1,000 rewards.
 *
 * Source: math 6, `empiricalBernsteinRadius`; Audibert, Munos & Szepesvári 2009.
 *
 * @param n        how many rewards, above 0
 * @param options  with the variance of the rewards, 0 or more
 * @throws ArgumentError
 * @example
 * empiricalBernsteinRadius(100, { variance: 0.01, delta: 0.05 }); // => 0.151446222533 (± 1e-12)
 * empiricalBernsteinRadius(1000, { variance: 0.01, delta: 0.05 }); // => 0.0213321712834 (± 1e-12)
 */
export function empiricalBernsteinRadius(
  n: number,
  { variance, delta, range = 1 }: RadiusOptions & { readonly variance: number },
): number {
  checkRadius(n, delta, range);
  checkNumber("variance", variance, { from: 0 });
  const each = Math.log(3 / delta) / n;
  return Math.sqrt(2 * variance * each) + 3 * range * each;
}

/** Smaller than this a quotient by n or delta would overflow. */
const SMALLEST = 1e-100;

function checkRadius(n: number, delta: number, range: number): void {
  checkNumber("n", n, { from: SMALLEST, to: 1e100 });
  checkNumber("delta", delta, { from: SMALLEST, to: 1 });
  checkNumber("range", range, { above: 0 });
}

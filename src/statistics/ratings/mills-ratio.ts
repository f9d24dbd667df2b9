import { checkNumber } from "../check-argument.js";

/** From here on the continued fraction converges fast; below it the series does. */
const FAR = 2.5;
/** Enough terms of either for the last digit of a double. */
const TERMS = 120;

/**
 * How much of a normal distribution lies beyond a point, divided by the density at it (Mills'
 * ratio), together with what is needed without loss of digits far out in the tail, where both are
 * as good as 0.
 *
 * @param x  standard deviations above the mean
 * @returns `ratio` = (1 - Phi(x)) / phi(x), infinite below about -37; `excess` = 1 / ratio - x,
 * above 0: by how much those beyond x lie beyond it on average
 * @throws ArgumentError when x is not finite
 *
 * Source: Abramowitz & Stegun 26.2.11 and 26.2.14.
 *
 * @example
 * millsRatio(0); // => { ratio: 1.2533141, excess: 0.7978846 } (± 1e-6)
 * millsRatio(50).ratio; // => 0.019992 (± 1e-6)
 */
export function millsRatio(x: number): { readonly ratio: number; readonly excess: number } {
  checkNumber("x", x);
  if (x >= FAR) {
    // x + 1/(x + 2/(x + 3/(x + ...))) from the far end.
    let tail = x;
    for (let term = TERMS; term > 1; term--) tail = x + term / tail;
    const excess = 1 / tail;
    return { ratio: 1 / (x + excess), excess };
  }
  const ratio = Math.sqrt(2 * Math.PI) * Math.exp((x * x) / 2) * normalBelow(-x);
  return { ratio, excess: 1 / ratio - x };
}

/**
 * The share of a normal distribution (mean 0, standard deviation 1) below a point, good to the last
 * digits in both tails.
 *
 * @throws ArgumentError when x is not finite
 *
 * Source: Marsaglia 2004; Abramowitz & Stegun 26.2.11.
 *
 * @example
 * normalBelow(0); // => 0.5
 * normalBelow(1.959963984540054); // => 0.975 (± 1e-14)
 * normalBelow(-10) / 7.61985302416e-24; // => 1 (± 1e-11)
 */
export function normalBelow(x: number): number {
  checkNumber("x", x);
  const density = Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
  if (x <= -FAR) return density * millsRatio(-x).ratio;
  if (x >= FAR) return 1 - density * millsRatio(x).ratio;
  let term = x;
  let sum = x;
  for (let n = 3; n < 2 * TERMS && Math.abs(term) > 1e-18; n += 2) {
    term *= (x * x) / n;
    sum += term;
  }
  return 0.5 + density * sum;
}

import { checkNumber } from "./check-argument.js";

/** From here on Stirling's series is good to the last digit of a double. */
const LARGE = 12;

/**
 * The natural logarithm of the beta function B(a, b) = Gamma(a) Gamma(b) / Gamma(a + b), without
 * the loss of digits that three separate logarithms of gamma bring when a or b is large.
 *
 * Source: the forms of SLATEC's `dlbeta` (Fullerton).
 *
 * @param a  above 0
 * @param b  above 0
 * @throws ArgumentError
 * @example
 * logBeta(1, 1); // => 0 (± 1e-14)
 * logBeta(2, 3); // => -2.484906649788 (± 1e-12)
 * logBeta(5000, 0.5); // => -3.686206652783 (± 1e-12)
 */
export function logBeta(a: number, b: number): number {
  checkNumber("a", a, { above: 0 });
  checkNumber("b", b, { above: 0 });
  const small = Math.min(a, b);
  const large = Math.max(a, b);
  const ratio = small / (small + large);
  if (small >= LARGE)
    return (
      0.5 * Math.log(2 * Math.PI) -
      0.5 * Math.log(large) +
      stirlingRest(small) +
      stirlingRest(large) -
      stirlingRest(small + large) +
      (small - 0.5) * Math.log(ratio) +
      large * Math.log1p(-ratio)
    );
  if (large >= LARGE)
    return (
      logGamma(small) +
      stirlingRest(large) -
      stirlingRest(small + large) +
      small -
      small * Math.log(small + large) +
      (large - 0.5) * Math.log1p(-ratio)
    );
  return logGamma(small) + logGamma(large) - logGamma(small + large);
}

/** ln Gamma(x): shifted up until Stirling's series is exact. */
function logGamma(x: number): number {
  let shift = 0;
  let product = 1;
  while (x + shift < LARGE) {
    product *= x + shift;
    shift++;
  }
  const y = x + shift;
  const stirling = (y - 0.5) * Math.log(y) - y + 0.5 * Math.log(2 * Math.PI) + stirlingRest(y);
  return stirling - Math.log(product);
}

/**
 * What Stirling's formula leaves out of ln Gamma(x), for x of 12 and more: the series in Bernoulli
 * numbers.
 */
function stirlingRest(x: number): number {
  const terms = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156];
  const square = 1 / (x * x);
  return terms.reduceRight((rest, term) => rest * square + term, 0) / x;
}

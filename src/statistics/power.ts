/**
 * A number from 0 up to any power. Engines round the last digit of `**` in ways of their own; a logarithm and an
 * exponential are the same everywhere in Node, and the bundles for pages compute both as Node does, so that a page
 * shows the very same number.
 *
 * @param base      from 0 up; 0 to the power 0 is 1
 * @param exponent  any number; 0 to a negative power is Infinity
 * @example
 * power(4, 0.5); // => 2 (± 1e-15)
 * power(0, 0); // => 1
 * power(0, 2); // => 0
 */
export function power(base: number, exponent: number): number {
  if (exponent === 0) return 1;
  if (exponent === 1) return base;
  return Math.exp(exponent * Math.log(base));
}

/** Below this a quotient has lost digits to the end of a double's range. */
const SMALLEST = 1e-300;

/**
 * ln(p / q), also where the quotient would leave the range of a double.
 *
 * @param p  above 0
 * @param q  from 0 up
 * @returns nats; Infinity for q = 0
 * @example
 * logRatio(1, 0.5); // => 0.693147 (± 1e-6)
 * logRatio(1, 5e-324); // => 744.44 (± 1e-2)
 * logRatio(1, 0); // => Infinity
 */
export function logRatio(p: number, q: number): number {
  const ratio = p / q;
  return ratio > SMALLEST && ratio < Infinity ? Math.log(ratio) : Math.log(p) - Math.log(q);
}

/**
 * The entropy of a coin that shows heads with probability `p`: how uncertain we are whether a reply shows a
 * value. 0 when it surely does or surely does not, ln 2 when it is even.
 *
 * @param p  a probability, from 0 to 1
 * @returns nats, from 0 to ln 2
 * @example
 * binaryEntropy(0.5); // => 0.693147 (± 1e-6)
 * binaryEntropy(1); // => 0
 */
export function binaryEntropy(p: number): number {
  if (p <= 0 || p >= 1) return 0;
  return -p * Math.log(p) - (1 - p) * Math.log1p(-p);
}

import { checkPair } from "./check-distribution.js";

/**
 * The energy distance on a circle of equally spaced values: twice the mean way between a draw from each, less the mean
 * ways within each, the way half around counting as 1.
 *
 * It is 0 only for equal distributions when K is odd. For even K the circle cannot see differences that are alike on
 * opposite sides: prefer `circularWasserstein` there, Schwartz's ten values among them.
 *
 * Source: math 1.3.
 *
 * @param p  a distribution over K values around the circle
 * @param q  a distribution over the same values
 * @returns from 0 to 2 (all of it on opposite values); 0 when there is one value
 * @throws ArgumentError when one is no distribution or their lengths differ
 * @example
 * circularEnergy([1, 0, 0, 0], [0, 0, 1, 0]); // => 2
 * circularEnergy([0.5, 0, 0.5, 0], [0, 0.5, 0, 0.5]); // => 0
 */
export function circularEnergy(p: readonly number[], q: readonly number[]): number {
  checkPair(p, q);
  const count = p.length;
  let total = 0;
  for (let i = 0; i < count; i++)
    for (let j = 0; j < i; j++) {
      const steps = Math.min(i - j, count - i + j);
      total -= 2 * steps * (p[i] - q[i]) * (p[j] - q[j]);
    }
  return count < 2 ? 0 : Math.max(0, total / Math.floor(count / 2));
}

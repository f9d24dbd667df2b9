import { checkNumbers } from "../statistics/check-argument.js";
import { checkPair } from "./check-distribution.js";

/**
 * How far probability must be carried around a circle of equally spaced values to turn one distribution into the
 * other, in steps (earth mover's distance). Moving a share from Self-Direction to Stimulation, its neighbour, costs
 * one step; to Security, opposite, five.
 *
 * The values must stand in the order of the circle. For Schwartz's that is Self-Direction, Stimulation, Hedonism,
 * Achievement, Power, Security, Conformity, Tradition, Benevolence, Universalism.
 *
 * Source: Rabin, Delon and Gousseau 2011; math 1.3.
 *
 * @param p  a distribution over K values around the circle
 * @param q  a distribution over the same values
 * @returns steps times probability, from 0 (alike) to floor(K / 2)
 * @throws ArgumentError when one is no distribution or their lengths differ
 * @example
 * circularWasserstein([1, 0, 0, 0], [0, 0, 1, 0]); // => 2
 * circularWasserstein([1, 0, 0, 0], [0, 0, 0, 1]); // => 1
 */
export function circularWasserstein(p: readonly number[], q: readonly number[]): number {
  checkPair(p, q);
  const surplus = surpluses(p, q);
  const sorted = [...surplus].sort((a, b) => a - b);
  // What flows over the seam is free to choose; the median makes the total least.
  const seam = sorted[Math.floor(sorted.length / 2)];
  return surplus.reduce((sum, flow) => sum + Math.abs(flow - seam), 0);
}

/** What has been left over, going around, once each value has taken what it needs. */
function surpluses(p: readonly number[], q: readonly number[]): number[] {
  let left = 0;
  return p.map((share, k) => {
    left += share - q[k];
    return left;
  });
}

/**
 * The circular Wasserstein distance as a share of the longest way, half around the circle.
 *
 * Source: math 1.3.
 *
 * @param p  a distribution over K values around the circle
 * @param q  a distribution over the same values
 * @returns from 0 (alike) to 1 (all of it carried to the opposite value); 0 when there is one value
 * @throws ArgumentError when one is no distribution or their lengths differ
 * @example
 * circularWassersteinNormalised([1, 0, 0, 0], [0, 0, 1, 0]); // => 1
 * circularWassersteinNormalised([1, 0, 0, 0], [0, 0, 0, 1]); // => 0.5
 */
export function circularWassersteinNormalised(p: readonly number[], q: readonly number[]): number {
  const steps = circularWasserstein(p, q);
  return p.length < 2 ? 0 : Math.min(1, steps / Math.floor(p.length / 2));
}

/**
 * The circular Wasserstein distance for values that stand at angles of your own, such as Schwartz's nine wedges, in
 * which Conformity and Tradition share one: 0 40 80 120 160 200 240 240 280 320.
 *
 * Source: math 1.3.
 *
 * @param p       a distribution over K values
 * @param q       a distribution over the same values
 * @param angles  where each value stands, in degrees, in any order and with any number of turns; `null` for equal steps
 * @returns degrees of arc times probability, from 0 (alike) to 180
 * @throws ArgumentError when one is no distribution, their lengths differ, or an angle is not finite
 * @example
 * angularWasserstein([1, 0, 0], [0, 1, 0], [0, 90, 270]); // => 90
 * angularWasserstein([0, 1, 0], [0, 0, 1], [0, 240, 240]); // => 0
 * angularWasserstein([1, 0, 0, 0], [0, 0, 1, 0], null); // => 180
 */
export function angularWasserstein(
  p: readonly number[],
  q: readonly number[],
  angles: readonly number[] | null,
): number {
  checkPair(p, q);
  const at = turnedInto(angles ?? p.map((_, k) => (360 * k) / p.length), p.length);
  const around = at.map((_, k) => k).sort((a, b) => at[a] - at[b] || a - b);
  const surplus = surpluses(
    around.map((k) => p[k]),
    around.map((k) => q[k]),
  );
  const arcs = around.map((k, place) =>
    place + 1 < around.length ? at[around[place + 1]] - at[k] : 360 - at[k] + at[around[0]],
  );
  const cost = (seam: number) =>
    surplus.reduce((sum, flow, k) => sum + arcs[k] * Math.abs(flow - seam), 0);
  return Math.min(180, ...surplus.map(cost));
}

/** Angles within one turn, from 0 to less than 360. */
function turnedInto(angles: readonly number[], count: number): readonly number[] {
  checkNumbers("angles", angles, { count });
  return angles.map((angle) => {
    const turned = ((angle % 360) + 360) % 360;
    return turned === 360 ? 0 : turned;
  });
}

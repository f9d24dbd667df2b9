import { mean } from "simple-statistics";

/** A list's shape apart from its level and its size. */
export interface ScaledDeviations {
  /** Each number less the mean, over `scale`; they sum to 0. */
  readonly deviations: readonly number[];
  /** The largest distance from the mean. */
  readonly scale: number;
}

/**
 * Takes a list's level and size away: what is left is its shape, and shape is all that a correlation compares.
 * Squares of these deviations neither overflow nor vanish, however large or small the numbers were.
 *
 * @param values  one or more finite numbers
 * @returns `null` for a constant list, which has no shape
 * @example
 * scaledDeviations([1, 2, 3]); // => { deviations: [-1, 0, 1], scale: 1 }
 * scaledDeviations([0.1, 0.1, 0.1]); // => null
 */
export function scaledDeviations(values: readonly number[]): ScaledDeviations | null {
  // Asked of the numbers themselves: their computed mean may miss a constant by a rounding error.
  if (values.every((value) => value === values[0])) return null;
  const deviations = [...values];
  const level = mean(deviations);
  let scale = 0;
  for (let at = 0; at < deviations.length; at++) {
    deviations[at] -= level;
    scale = Math.max(scale, Math.abs(deviations[at]));
  }
  for (let at = 0; at < deviations.length; at++) deviations[at] /= scale;
  // The mean was rounded; what it missed is taken away once more, in units where it can be seen.
  const rest = mean(deviations);
  for (let at = 0; at < deviations.length; at++) deviations[at] -= rest;
  return { deviations, scale };
}

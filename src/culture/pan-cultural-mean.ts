import { mean } from "simple-statistics";
import { ArgumentError } from "../statistics/argument-error.js";
import { checkTable } from "../statistics/check-argument.js";
import { zScore } from "../statistics/z-score.js";

/**
 * The profile that cultures have in common: each in units of its own spread, then the mean. A culture counts once,
 * whatever its scale, so survey means and rank orders can stand side by side.
 *
 * Source: math 5 (baseline: most profiles agree with the pan-cultural order).
 *
 * @param cultures  one row a culture, one number a dimension
 * @returns one number a dimension, in standard deviations
 * @throws ArgumentError when rows differ in length, one is constant, or there is none
 * @example
 * panCulturalMean([[1, 2, 3], [30, 20, 10]]); // => [0, 0, 0]
 * panCulturalMean([[1, 1, 1]]); // throws /cultures\[0\] must not be constant/
 */
export function panCulturalMean(cultures: readonly (readonly number[])[]): number[] {
  checkTable("cultures", cultures);
  const flat = cultures.findIndex((row) => row.every((value) => value === row[0]));
  if (flat >= 0)
    throw new ArgumentError(`cultures[${flat}]`, "must not be constant", cultures[flat]);
  const scaled = cultures.map(zScore);
  return scaled[0].map((_, k) => mean(scaled.map((row) => row[k])));
}

import { checkNumbers } from "./check-argument.js";

/** Tests come with p-values from 0 to 1; no tests give no results. */
const P_VALUES = { from: 0, to: 1, least: 0 };

/**
 * The simplest correction for many comparisons: every p-value times the number of tests. Safe
 * always, and stricter than `holm` for nothing in return; here to compare with.
 *
 * Source: math 4.2, `bonferroni`.
 *
 * @param p  p-values from 0 to 1, in any order
 * @returns adjusted p-values in the same order, at most 1
 * @throws ArgumentError
 * @example
 * bonferroni([0.01, 0.04, 0.03]); // => [0.03, 0.12, 0.09] (± 1e-12)
 */
export function bonferroni(p: readonly number[]): number[] {
  checkNumbers("p", p, P_VALUES);
  return p.map((value) => Math.min(1, p.length * value));
}

/**
 * Holm's correction: use it for claims. With 33 examinees there are 528 pairs, and 26 of them
 * differ "at the 5 % level" by chance; after Holm, the chance that even one claim among all is
 * false stays below the level.
 *
 * In words: the smallest p-value is multiplied by the number of tests, the next by one less, and so
 * on, and none may come out below one that was smaller to begin with.
 *
 * Source: math 4.2, `holm`; Holm 1979.
 *
 * @param p  p-values from 0 to 1, in any order
 * @returns adjusted p-values in the same order, at most 1
 * @throws ArgumentError
 * @example
 * holm([0.01, 0.04, 0.03]); // => [0.03, 0.06, 0.06] (± 1e-12)
 */
export function holm(p: readonly number[]): number[] {
  checkNumbers("p", p, P_VALUES);
  const adjusted = new Array<number>(p.length);
  let least = 0;
  for (const [place, at] of ascending(p).entries()) {
    least = Math.max(least, (p.length - place) * p[at]);
    adjusted[at] = Math.min(1, least);
  }
  return adjusted;
}

/**
 * The correction of Benjamini and Hochberg: use it for screens, where some false finds are
 * bearable. Among everything kept below 5 %, about 5 % are false on average, if tests are
 * independent or rise and fall together.
 *
 * Source: math 4.2, `benjaminiHochberg`; Benjamini & Hochberg 1995.
 *
 * @param p  p-values from 0 to 1, in any order
 * @returns adjusted p-values in the same order, at most 1
 * @throws ArgumentError
 * @example
 * benjaminiHochberg([0.01, 0.04, 0.03]); // => [0.03, 0.04, 0.04] (± 1e-12)
 */
export function benjaminiHochberg(p: readonly number[]): number[] {
  checkNumbers("p", p, P_VALUES);
  return stepUp(p, 1);
}

/**
 * The correction of Benjamini and Yekutieli: as `benjaminiHochberg`, but true however the tests
 * depend on each other, at the price of being stricter.
 *
 * Source: math 4.2, `benjaminiYekutieli`; Benjamini & Yekutieli 2001.
 *
 * @param p  p-values from 0 to 1, in any order
 * @returns adjusted p-values in the same order, at most 1
 * @throws ArgumentError
 * @example
 * benjaminiYekutieli([0.01, 0.04, 0.03]); // => [0.055, 0.0733333333333, 0.0733333333333] (± 1e-12)
 */
export function benjaminiYekutieli(p: readonly number[]): number[] {
  checkNumbers("p", p, P_VALUES);
  return stepUp(
    p,
    p.reduce((sum, _, at) => sum + 1 / (at + 1), 0),
  );
}

/**
 * From the largest p-value down: each times tests / place, and none above one that was larger to
 * begin with.
 */
function stepUp(p: readonly number[], factor: number): number[] {
  const adjusted = new Array<number>(p.length);
  let most = 1;
  for (const [place, at] of [...ascending(p).entries()].reverse()) {
    most = Math.min(most, (factor * p.length * p[at]) / (place + 1));
    adjusted[at] = most;
  }
  return adjusted;
}

function ascending(p: readonly number[]): number[] {
  return p.map((_, at) => at).sort((a, b) => p[a] - p[b]);
}

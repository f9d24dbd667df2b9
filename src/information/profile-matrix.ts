import { ArgumentError } from "../statistics/argument-error.js";

/** Profiles of M examinees on one item: one row an examinee, one probability a dimension. */
export type Profiles = readonly (readonly number[])[];

/** Readings of single replies: by examinee, by sample, by dimension. Examinees may differ in samples. */
export type Posteriors = readonly (readonly (readonly number[])[])[];

/**
 * The number of dimensions K that all rows share.
 *
 * @throws ArgumentError when there are no rows, or two rows differ in length
 * @example
 * dimensionCount([[0.1, 0.2], [0.3, 0.4]]); // => 2
 * dimensionCount([[1, 0], [1]]); // throws /profiles\[1\] must have 2 dimensions, as the first row has: \[1\]/
 */
export function dimensionCount(
  rows: readonly (readonly number[])[],
  argument = "profiles",
): number {
  if (!Array.isArray(rows) || rows.length === 0 || !Array.isArray(rows[0]))
    throw new ArgumentError(argument, "must have at least one row", rows);
  const count = rows[0].length;
  for (let at = 0; at < rows.length; at++)
    if (rows[at]?.length !== count)
      throw new ArgumentError(
        `${argument}[${at}]`,
        `must have ${count} dimensions, as the first row has`,
        rows[at],
      );
  return count;
}

/**
 * The number of dimensions K of rows that are all probabilities.
 *
 * @throws ArgumentError as `dimensionCount`, when there is no dimension, or when a cell is not from 0 to 1
 * @example
 * checkProfiles("profiles", [[0.1, 1]]); // => 2
 * checkProfiles("profiles", [[0.1, 1.5]]); // throws /profiles\[0\]\[1\] must be a number from 0 to 1: 1.5/
 */
export function checkProfiles(argument: string, rows: readonly (readonly number[])[]): number {
  const dimensions = dimensionCount(rows, argument);
  if (dimensions === 0) throw new ArgumentError(argument, "must have at least one dimension", rows);
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at];
    for (let k = 0; k < dimensions; k++)
      if (!(row[k] >= 0 && row[k] <= 1))
        throw new ArgumentError(`${argument}[${at}][${k}]`, "must be a number from 0 to 1", row[k]);
  }
  return dimensions;
}

/**
 * The number of dimensions K of replies whose readings are all probabilities.
 *
 * @throws ArgumentError when there is no examinee, one has no reply, lengths differ, or a reading is not from 0 to 1
 * @example
 * checkPosteriors([[[0.1, 1]], [[0, 0], [1, 0]]]); // => 2
 * checkPosteriors([[[0.1]], []]); // throws /posteriors\[1\] must have at least one row/
 */
export function checkPosteriors(posteriors: Posteriors): number {
  if (!Array.isArray(posteriors) || posteriors.length === 0)
    throw new ArgumentError("posteriors", "must hold at least one examinee", posteriors);
  const dimensions = dimensionCount(posteriors[0], "posteriors[0]");
  for (let i = 0; i < posteriors.length; i++)
    if (checkProfiles(`posteriors[${i}]`, posteriors[i]) !== dimensions)
      throw new ArgumentError(
        `posteriors[${i}]`,
        `must have ${dimensions} dimensions, as the first has`,
        posteriors[i],
      );
  return dimensions;
}

/**
 * The profile of every examinee on an item: the mean of its replies' readings, p_i(v|x) of Eq. 1.
 *
 * @example
 * meanProfiles([[[1, 0], [0, 0]], [[1, 1]]]); // => [[0.5, 0], [1, 1]]
 */
export function meanProfiles(posteriors: Posteriors): number[][] {
  return posteriors.map((samples, at) => {
    const dimensions = dimensionCount(samples, `posteriors[${at}]`);
    const mean = samples[0].slice();
    for (let n = 1; n < samples.length; n++) {
      const sample = samples[n];
      for (let k = 0; k < dimensions; k++) mean[k] += sample[k];
    }
    for (let k = 0; k < dimensions; k++) mean[k] /= samples.length;
    return mean;
  });
}

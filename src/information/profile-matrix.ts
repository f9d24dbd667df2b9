/** Profiles of M examinees on one item: one row an examinee, one probability a dimension. */
export type Profiles = readonly (readonly number[])[];

/** Readings of single replies: by examinee, by sample, by dimension. Examinees may differ in samples. */
export type Posteriors = readonly (readonly (readonly number[])[])[];

/**
 * The number of dimensions K that all rows share.
 *
 * @throws RangeError when there are no rows, or two rows differ in length
 * @example
 * dimensionCount([[0.1, 0.2], [0.3, 0.4]]); // => 2
 * dimensionCount([[1, 0], [1]]); // throws /2 dimensions/
 */
export function dimensionCount(rows: readonly (readonly number[])[]): number {
  if (rows.length === 0) throw new RangeError("no profiles were given; at least one is needed");
  const count = rows[0].length;
  const odd = rows.find((row) => row.length !== count);
  if (odd) throw new RangeError(`profiles of ${count} dimensions and of ${odd.length} were mixed`);
  return count;
}

/**
 * The profile of every examinee on an item: the mean of its replies' readings, p_i(v|x) of Eq. 1.
 *
 * @example
 * meanProfiles([[[1, 0], [0, 0]], [[1, 1]]]); // => [[0.5, 0], [1, 1]]
 */
export function meanProfiles(posteriors: Posteriors): number[][] {
  return posteriors.map((samples) => {
    const total = new Array<number>(dimensionCount(samples)).fill(0);
    for (const sample of samples) for (let k = 0; k < total.length; k++) total[k] += sample[k];
    return total.map((sum) => sum / samples.length);
  });
}

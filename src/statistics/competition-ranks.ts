/** Values this close, as a part of the largest, differ by rounding alone. */
const SAME = 1e-12;

/** The place of a value in a ranking, highest first. */
export interface CompetitionRank {
  /** One more than the number of values above; `null` for a value that is missing or undefined. */
  readonly rank: number | null;
  /** The last place that its ties leave open; the same as `rank` where nothing is tied. */
  readonly worst: number | null;
}

/**
 * Ranks as in a race: the highest is 1, equal values share the better rank, and the places they
 * fill are skipped. Values that differ by rounding alone (a part in 10^12 of the largest) are
 * equal.
 *
 * @param values  any numbers; `null` and NaN get no rank and take up no place
 * @example
 * competitionRanks([0.5, 0.9, 0.5]).map(({ rank }) => rank); // => [2, 1, 2]
 * competitionRanks([0.5, 0.9, 0.5]).map(({ worst }) => worst); // => [3, 1, 3]
 * competitionRanks([1, null])[1].rank; // => null
 */
export function competitionRanks(values: readonly (number | null)[]): CompetitionRank[] {
  const present = values.filter((value) => value !== null && !Number.isNaN(value)) as number[];
  const sizes = present.filter(Number.isFinite).map(Math.abs);
  const margin = SAME * sizes.reduce((most, size) => Math.max(most, size), 0);
  return values.map((own) => {
    if (own === null || Number.isNaN(own)) return { rank: null, worst: null };
    const above = present.filter((value) => value > own + margin).length;
    const below = present.filter((value) => value < own - margin).length;
    return { rank: 1 + above, worst: present.length - below };
  });
}

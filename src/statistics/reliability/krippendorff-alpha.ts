import { ArgumentError } from "../argument-error.js";
import { checkNumber } from "../check-argument.js";

/**
 * What differences between ratings mean: `nominal` (the same or not), `ordinal` (places in an
 * order), `interval` (how far apart), `ratio` (how far apart for their size; ratings from 0 up).
 */
export type MeasurementLevel = "nominal" | "ordinal" | "interval" | "ratio";

/** A rating; `null` where this rater did not rate this unit. */
export type MaybeRating = number | null;

/**
 * Krippendorff's alpha: how far raters agree beyond chance, whatever their number, with ratings
 * missing here and there, for any kind of scale. 1 is perfect agreement, 0 what drawing the ratings
 * from a hat would give.
 *
 * Reach for it to compare a recognizer with annotators (`ordinal` for graded labels). The cost
 * grows with the square of the number of different ratings.
 *
 * @param ratings  raters in rows, units in columns; `null` for a missing rating. A unit with one
 * rating says nothing and is left out
 * @param level    what differences mean
 * @returns at most 1; negative where raters disagree more than chance; NaN where no unit has two
 * ratings, or all ratings are the same
 * @throws ArgumentError when rows differ in length, a rating is neither a finite number nor `null`,
 * or one is negative at `ratio`
 *
 * Source: Krippendorff 2011; math 4.3.
 *
 * @example
 * krippendorffAlpha([[0, 1, 0, 1], [1, 0, 0, 1]], "nominal"); // => 0.125 (± 1e-12)
 * const raters = [
 *   [1, 2, 3, 3, 2, 1, 4, 1, 2, null, null, null],
 *   [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, null, 3],
 *   [null, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, null],
 *   [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, null],
 * ];
 * krippendorffAlpha(raters, "nominal"); // => 0.743421052632 (± 1e-12)
 * krippendorffAlpha(raters, "ordinal"); // => 0.815387503755 (± 1e-12)
 * krippendorffAlpha([[1, 1], [1, 1]], "interval"); // => NaN
 */
export function krippendorffAlpha(
  ratings: readonly (readonly MaybeRating[])[],
  level: MeasurementLevel,
): number {
  checkRatings(ratings, level);
  const units = ratings[0]
    .map((_, unit) => ratings.flatMap((row) => row[unit] ?? []))
    .filter((given) => given.length > 1);
  const values = [...new Set(units.flat())].sort((a, b) => a - b);
  if (values.length < 2) return Number.NaN;
  const places = new Map(values.map((value, place) => [value, place]));
  const counts = new Float64Array(values.length);
  for (const value of units.flat()) counts[places.get(value) ?? 0]++;
  const distance = distances(level, values, counts);

  let observed = 0;
  for (const given of units) {
    const own = given.map((value) => places.get(value) ?? 0);
    let apart = 0;
    for (let a = 0; a < own.length; a++)
      for (let b = 0; b < a; b++) if (own[a] !== own[b]) apart += distance(own[a], own[b]);
    observed += apart / (own.length - 1);
  }
  let expected = 0;
  for (let a = 0; a < counts.length; a++)
    for (let b = 0; b < a; b++) expected += counts[a] * counts[b] * distance(a, b);
  const pairable = units.reduce((sum, given) => sum + given.length, 0);
  return 1 - ((pairable - 1) * observed) / expected;
}

/**
 * Squared distances between two different values, by their places in order. Only their ratios
 * matter.
 */
function distances(
  level: MeasurementLevel,
  values: readonly number[],
  counts: Float64Array,
): (a: number, b: number) => number {
  if (level === "nominal") return () => 1;
  if (level === "ratio") return (a, b) => ((values[a] - values[b]) / (values[a] + values[b])) ** 2;
  if (level === "interval") {
    const range = values[values.length - 1] - values[0];
    return (a, b) => ((values[a] - values[b]) / range) ** 2;
  }
  // Ordinal: how many ratings lie from the middle of one value to the middle of the other.
  let below = 0;
  const middles = Array.from(counts, (count) => {
    below += count;
    return below - count / 2;
  });
  return (a, b) => (middles[a] - middles[b]) ** 2;
}

function checkRatings(ratings: readonly (readonly MaybeRating[])[], level: MeasurementLevel): void {
  if (!Array.isArray(ratings) || ratings.length === 0)
    throw new ArgumentError("ratings", "must be a list of at least one rater's ratings", ratings);
  if (!["nominal", "ordinal", "interval", "ratio"].includes(level))
    throw new ArgumentError("level", "must be nominal, ordinal, interval or ratio", level);
  const limits = level === "ratio" ? { from: 0 } : {};
  for (const [rater, row] of ratings.entries()) {
    if (!Array.isArray(row) || row.length !== ratings[0].length)
      throw new ArgumentError(`ratings[${rater}]`, "must be as long as the first row", row);
    for (let unit = 0; unit < row.length; unit++)
      if (row[unit] !== null) checkNumber(`ratings[${rater}][${unit}]`, row[unit], limits);
  }
}

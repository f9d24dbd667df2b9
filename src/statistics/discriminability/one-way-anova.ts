import { checkTable } from "../check-argument.js";
import { deviations, largest, quotient } from "../rounding.js";

/** What one item says about the differences between examinees, against the noise of its samples. */
export interface OneWayAnova {
  /** Mean square between examinees. NaN with one examinee. */
  readonly betweenMeanSquare: number;
  /** Mean square within examinees. NaN with one sample each. */
  readonly withinMeanSquare: number;
  /**
   * Their quotient: above 1 where examinees differ more than their samples do. Infinity where
   * samples never differ.
   */
  readonly f: number;
  /** Estimated variance between examinees. May be negative: then nothing was found. */
  readonly betweenVariance: number;
  /**
   * Share of the variance of a single sample that lies between examinees, -1/(samples - 1) to 1.
   */
  readonly icc: number;
  /**
   * Reliability of the mean of all samples, 1 - 1/F: 1 at best, -Infinity where all means are the
   * same.
   */
  readonly reliability: number;
  readonly examinees: number;
  readonly samples: number;
}

/**
 * One-way analysis of variance of an item: does it tell examinees apart, or do its samples differ
 * as much within one examinee as between them?
 *
 * @param table  examinees in rows, equally many samples of the same item in columns
 * @returns all but the counts NaN with one examinee or one sample each; F, icc and reliability NaN
 *   where all numbers are the same
 * @throws ArgumentError when rows differ in length or an entry is no finite number
 *
 * Source: Fisher 1925; math 4.6.
 *
 * @example
 * oneWayAnova([[1, 1, 0], [0, 0, 1]]).f; // => 0.5 (± 1e-12)
 * oneWayAnova([[1, 2, 3], [4, 5, 6], [7, 8, 9]]).icc; // => 0.896551724138 (± 1e-12)
 * oneWayAnova([[1, 1], [2, 2]]).f; // => Infinity
 * oneWayAnova([[1, 1], [1, 1]]).f; // => NaN
 */
export function oneWayAnova(table: readonly (readonly number[])[]): OneWayAnova {
  checkTable("table", table);
  const [examinees, samples] = [table.length, table[0].length];
  // Measured from one of the entries: a level common to all would cost the means their last digits.
  const [base, size] = [table[0][0], largest(table.map(largest))];
  const rows = table.map((row) =>
    deviations(
      row.map((x) => x - base),
      size,
    ),
  );
  const means = rows.map(({ mean }) => mean);
  const between = deviations(means, size).rest;
  const within = rows.flatMap(({ rest }) => rest);
  // On a scale on which no difference exceeds 1, no square overflows or vanishes.
  const scale = Math.max(largest(between), largest(within)) || 1;
  const squares = (numbers: readonly number[]) =>
    numbers.reduce((sum, x) => sum + (x / scale) ** 2, 0);
  const enough = examinees > 1 && samples > 1;
  const msb = enough ? (samples * squares(between)) / (examinees - 1) : Number.NaN;
  const msw = enough ? squares(within) / (examinees * (samples - 1)) : Number.NaN;
  const unit = scale * scale;
  return {
    betweenMeanSquare: msb * unit,
    withinMeanSquare: msw * unit,
    f: msb / msw,
    betweenVariance: ((msb - msw) / samples) * unit,
    icc: quotient(msb - msw, msb + (samples - 1) * msw, msb + msw),
    reliability: 1 - msw / msb,
    examinees,
    samples,
  };
}

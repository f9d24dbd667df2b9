import { sum } from "simple-statistics";
import { centre } from "../statistics/centre.js";
import { checkNumber, checkTable } from "../statistics/check-argument.js";
import { symmetricEigen } from "./symmetric-eigen.js";

/** One axis of a principal component analysis. */
export interface PrincipalAxis {
  /** The variance of the points along it (divided by n - 1). */
  readonly variance: number;
  /** Its part of all variance, from 0 to 1; NaN when all points coincide. */
  readonly share: number;
  /** How much each column goes into it; squares sum to 1, the one of largest size is positive. */
  readonly loadings: readonly number[];
}

/** Points in fewer dimensions, and the axes they are shown on. */
export interface PrincipalComponents {
  /** As many as the table has columns, the widest first. */
  readonly axes: readonly PrincipalAxis[];
  /** One row a point: its places on the first axes. */
  readonly scores: readonly (readonly number[])[];
}

/**
 * Principal component analysis: turns a cloud of points so that its widest direction comes first. The first two or
 * three axes are the flattest honest picture of the cloud, and each can be named by its loadings. Nothing random:
 * the same table gives the same picture. Axes of equal variance may lie any way round.
 *
 * Source: math 5, `pca` (covariance with n - 1; signs fixed by the largest loading).
 *
 * @param rows        one row a point, at least two; one column a variable
 * @param dimensions  how many axes to place the points on, from 1 to the number of columns; all unless told
 * @throws ArgumentError when rows differ in length, hold something that is no finite number, or are too few
 * @example
 * pca([[0, 0], [1, 1], [2, 2], [3, 3]]).axes[0].variance; // => 3.33333333333 (± 1e-10)
 * pca([[0, 0], [1, 1], [2, 2], [3, 3]]).axes[0].share; // => 1 (± 1e-12)
 * pca([[0, 0], [2, 0]], 1).scores; // => [[-1], [1]]
 */
export function pca(
  rows: readonly (readonly number[])[],
  dimensions = Array.isArray(rows) ? rows[0]?.length : 1,
): PrincipalComponents {
  checkTable("rows", rows, { leastRows: 2 });
  const columns = rows[0].length;
  checkNumber("dimensions", dimensions, { from: 1, to: columns, whole: true });
  const { centred, unit } = centredColumns(rows);
  const covariance = centred[0].map((_, i) =>
    centred[0].map((_, j) => sum(centred.map((row) => row[i] * row[j])) / (rows.length - 1)),
  );
  // A variance is not negative; what the solver leaves below 0 is rounding.
  const pairs = symmetricEigen(covariance).map(({ value, vector }) => ({
    value: Math.max(0, value),
    vector,
  }));
  const all = sum(pairs.map(({ value }) => value));
  return {
    axes: pairs.map(({ value, vector }) => ({
      variance: value * unit * unit,
      share: all === 0 ? Number.NaN : value / all,
      loadings: vector,
    })),
    scores: centred.map((row) =>
      pairs
        .slice(0, dimensions)
        .map(({ vector }) => unit * sum(row.map((value, k) => value * vector[k]))),
    ),
  };
}

/** Columns less their means, in units of the largest distance, so that squares stay in range. */
function centredColumns(rows: readonly (readonly number[])[]): {
  readonly centred: readonly (readonly number[])[];
  readonly unit: number;
} {
  const columns = rows[0].map((_, k) => centre(rows.map((row) => row[k])));
  const unit = columns.flat().reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const scaled = columns.map((column) => column.map((value) => (unit === 0 ? 0 : value / unit)));
  return { centred: rows.map((_, at) => scaled.map((column) => column[at])), unit };
}

import { mean, sum } from "simple-statistics";
import { ArgumentError } from "../statistics/argument-error.js";
import { checkNumber, checkTable } from "../statistics/check-argument.js";
import { symmetricEigen } from "./symmetric-eigen.js";

/** A map drawn from distances alone. */
export interface ClassicalMap {
  /** One row a point, one number an axis; the mean of the points is 0. */
  readonly coordinates: readonly (readonly number[])[];
  /** All of them, the largest first. Negative ones say that no flat space holds these distances exactly. */
  readonly eigenvalues: readonly number[];
  /** What the axes shown hold of the sum of all eigenvalues by size, from 0 to 1; NaN when all points coincide. */
  readonly goodness: number;
  /** The same of the positive eigenvalues alone: what a flat map could hold at most. */
  readonly goodnessOfPositive: number;
}

/** By what share of the largest distance a table may fail to be symmetric, as rounded tables do. */
const ROUNDED = 1e-9;

/**
 * Classical multidimensional scaling (Torgerson): places points so that the distances on the map come as close as
 * possible to the ones given. Use it when only distances are known; from profiles themselves `pca` gives the same
 * picture and can name its axes. Deterministic; which way up an axis points is fixed by its largest coordinate.
 *
 * Source: math 5, `classicalMds`: eigenvalues of -1/2 J D^2 J, negative ones clamped for the map.
 *
 * @param distances   a symmetric table, not negative, zeros from corner to corner
 * @param dimensions  axes of the map, from 1 to the number of points; 2 unless told
 * @throws ArgumentError when the table is no table of distances
 * @example
 * classicalMds([[0, 3, 4], [3, 0, 5], [4, 5, 0]]).eigenvalues; // => [12.9641479965, 3.7025186702, 0] (± 1e-9)
 * classicalMds([[0, 1, 2], [1, 0, 1], [2, 1, 0]], 1).coordinates; // => [[1], [0], [-1]] (± 1e-12)
 * classicalMds([[0, 1], [2, 0]]); // throws /distances must be symmetric/
 */
export function classicalMds(
  distances: readonly (readonly number[])[],
  dimensions = 2,
): ClassicalMap {
  const largest = checkDistances(distances);
  checkNumber("dimensions", dimensions, { from: 1, to: distances.length, whole: true });
  const squares = distances.map((row, i) =>
    row.map((_, j) => (largest === 0 ? 0 : (middle(distances, i, j) / largest) ** 2)),
  );
  const rowMeans = squares.map((row) => mean(row));
  const allMean = mean(rowMeans);
  const products = squares.map((row, i) =>
    row.map((square, j) => -(square - rowMeans[i] - rowMeans[j] + allMean) / 2),
  );
  const pairs = symmetricEigen(products);
  const values = pairs.map(({ value }) => value);
  const shown = pairs.slice(0, dimensions);
  const held = sum(shown.map(({ value }) => Math.max(0, value)));
  return {
    coordinates: distances.map((_, i) =>
      shown.map(({ value, vector }) => largest * Math.sqrt(Math.max(0, value)) * vector[i]),
    ),
    eigenvalues: values.map((value) => value * largest * largest),
    goodness: held / sum(values.map(Math.abs)),
    goodnessOfPositive: held / sum(values.map((value) => Math.max(0, value))),
  };
}

function middle(distances: readonly (readonly number[])[], i: number, j: number): number {
  return (distances[i][j] + distances[j][i]) / 2;
}

/** The largest distance of a table that is one. */
function checkDistances(distances: readonly (readonly number[])[]): number {
  const count = Array.isArray(distances) ? distances.length : undefined;
  checkTable("distances", distances, { from: 0, columns: count });
  const largest = distances.flat().reduce((most, value) => Math.max(most, value), 0);
  distances.forEach((row, i) => {
    if (row[i] > ROUNDED * largest)
      throw new ArgumentError(`distances[${i}][${i}]`, "must be 0", row[i]);
    for (let j = 0; j < i; j++)
      if (Math.abs(row[j] - distances[j][i]) > ROUNDED * largest)
        throw new ArgumentError("distances", `must be symmetric; [${i}][${j}] differs`, row[j]);
  });
  return largest;
}

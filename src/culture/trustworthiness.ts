import { ArgumentError } from "../statistics/argument-error.js";
import { checkNumber, checkTable } from "../statistics/check-argument.js";
import { euclideanDistances } from "./euclidean-distances.js";

/**
 * How far neighbours on a map are neighbours in truth: 1 when each point's nearest on the map are its nearest
 * in the full space, less for every stranger that the map put next to it, weighted by how far away it belongs. Show it
 * beside any flattened map, above all beside t-SNE and UMAP.
 *
 * Source: Venna & Kaski (2001); math 5, `trustworthiness` (Euclidean distances, ties by place in the list).
 *
 * @param high  the points in full, one row each
 * @param low   the same points on the map
 * @param k     how many neighbours count: 1 or more, fewer than half the points
 * @returns from 0 to 1
 * @throws ArgumentError when the sets differ in number or `k` is out of range
 * @example
 * trustworthiness([[0, 0], [1, 0], [5, 0], [7, 0]], [[0], [1], [5], [7]], 1); // => 1
 * trustworthiness([[0], [1], [5], [7]], [[0], [5], [1], [7]], 1); // => 0.25
 * trustworthiness([[0], [1]], [[0], [1]], 1); // throws /k must be below half the number of points, 2: 1/
 */
export function trustworthiness(
  high: readonly (readonly number[])[],
  low: readonly (readonly number[])[],
  k: number,
): number {
  checkTable("high", high);
  checkTable("low", low, { rows: high.length });
  checkNumber("k", k, { from: 1, whole: true });
  const n = high.length;
  if (k >= n / 2) throw new ArgumentError("k", `must be below half the number of points, ${n}`, k);
  const truly = euclideanDistances(high).map(neighbours);
  const shown = euclideanDistances(low).map(neighbours);
  let strangeness = 0;
  for (let i = 0; i < n; i++)
    for (const neighbour of shown[i].slice(0, k)) {
      const rank = truly[i].indexOf(neighbour) + 1;
      strangeness += Math.max(0, rank - k);
    }
  return 1 - (2 * strangeness) / (n * k * (2 * n - 3 * k - 1));
}

/** The other points, the nearest first. */
function neighbours(distances: readonly number[], self: number): number[] {
  return distances
    .map((_, at) => at)
    .filter((at) => at !== self)
    .sort((a, b) => distances[a] - distances[b]);
}

import { checkTable } from "../statistics/check-argument.js";

/**
 * How far each point lies from each other, in a straight line.
 *
 * @param points  one row a point, one coordinate a column
 * @returns a table, symmetric, with zeros from corner to corner
 * @throws ArgumentError when rows differ in length or hold something that is no finite number
 * @example
 * euclideanDistances([[0, 0], [3, 4]]); // => [[0, 5], [5, 0]]
 */
export function euclideanDistances(points: readonly (readonly number[])[]): number[][] {
  checkTable("points", points);
  return points.map((from) =>
    points.map((to) => Math.hypot(...from.map((value, k) => value - to[k]))),
  );
}

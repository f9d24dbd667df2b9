import { roundNumber } from "./round-number.js";

/** A place in a figure, in pixels from its top left corner. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * Points as SVG writes them.
 *
 * @example
 * pointList([{ x: 0, y: 1 }, { x: 2.005, y: 3 }]); // => "0,1 2,3"
 */
export function pointList(points: readonly Point[]): string {
  return points.map(({ x, y }) => `${roundNumber(x)},${roundNumber(y)}`).join(" ");
}

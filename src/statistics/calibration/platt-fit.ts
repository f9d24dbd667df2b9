import { sum } from "simple-statistics";
import { checkNumbers } from "../check-argument.js";
import { minimiseConvex } from "../minimise-convex.js";
import { deviations, largest } from "../rounding.js";
import { checkOutcomes } from "./check-forecasts.js";

/** A fitted Platt scaling, as plain JSON: p = 1 / (1 + exp(slope * score + offset)). */
export interface PlattFit {
  readonly kind: "platt";
  /** Below 0 when a larger score means "yes". 0 where all scores are the same. */
  readonly slope: number;
  readonly offset: number;
  /** How many rows it was fitted to, and how many of them were in the class. */
  readonly rows: number;
  readonly inClass: number;
}

/**
 * Platt scaling: turns a score of any unit into a probability by a logistic curve. The targets are
 * pulled in a little from 0 and 1, so that a few rows cannot make the curve infinitely steep.
 *
 * Reach for it with fewer than some 200 rows; with more, `isotonicFit` assumes less. Fit it on
 * held-out items, never on those that are reported.
 *
 * @param scores   one number a row, of any size
 * @param inClass  for each row, whether it belongs to the class
 * @returns the curve; use `calibrated` to apply it
 * @throws ArgumentError when the lists are empty or differ in length, or a score is not finite
 *
 * Source: Platt 1999; Lin, Lin & Weng 2007; math 4.4.
 *
 * @example
 * const { slope, offset } = plattFit([-1, 1], [false, true]);
 * [slope, offset]; // => [-0.6931472, 0] (± 1e-6)
 * plattFit([-2, -1, 0, 1, 2, 0.5], [false, false, true, true, true, false]).slope; // => -0.741474897 (± 1e-8)
 * plattFit([3, 3], [true, true]); // => { kind: "platt", slope: 0, offset: -1.0986123, rows: 2, inClass: 2 } (± 1e-6)
 */
export function plattFit(scores: readonly number[], inClass: readonly boolean[]): PlattFit {
  checkNumbers("scores", scores);
  checkOutcomes("inClass", inClass, "scores", scores.length);
  const rows = scores.length;
  const yes = inClass.filter(Boolean).length;
  const no = rows - yes;
  // Where the class is the only one, or no score differs, the curve is flat.
  const targets = inClass.map((own) => (own ? (yes + 1) / (yes + 2) : 1 / (no + 2)));
  const { mean, rest } = deviations(scores);
  const scale = largest(rest);
  if (scale === 0) {
    const share = sum(targets) / rows;
    return { kind: "platt", slope: 0, offset: Math.log((1 - share) / share), rows, inClass: yes };
  }
  const x = rest.map((score) => score / scale);
  const [steepness, level] = minimiseConvex([0, Math.log((no + 1) / (yes + 1))], {
    slopesAt: ([a, b]) => slopesAt(x, targets, a, b),
    reach: ([a, b]) => Math.abs(a) + Math.abs(b),
  });
  const slope = steepness / scale;
  return { kind: "platt", slope, offset: level - slope * mean, rows, inClass: yes };
}

/**
 * Slopes and curvature of the cross-entropy against the targets, for p = 1 / (1 + exp(a x + b)).
 */
function slopesAt(x: readonly number[], targets: readonly number[], a: number, b: number) {
  let [slopeA, slopeB, curveA, curveB, curveAb] = [0, 0, 0, 0, 0];
  for (const [at, score] of x.entries()) {
    const p = 1 / (1 + Math.exp(a * score + b));
    const off = targets[at] - p;
    const weight = p * (1 - p);
    slopeA += off * score;
    slopeB += off;
    curveA += weight * score * score;
    curveAb += weight * score;
    curveB += weight;
  }
  return {
    slopes: [slopeA, slopeB],
    curvature: [
      [curveA, curveAb],
      [curveAb, curveB],
    ],
  };
}

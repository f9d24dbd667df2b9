import { Matrix, solve } from "ml-matrix";
import { mean, sum } from "simple-statistics";
import { ArgumentError } from "../statistics/argument-error.js";
import { checkNumbers } from "../statistics/check-argument.js";
import { scaledDeviations } from "../statistics/scaled-deviations.js";

/** A wave laid through values that stand on a circle. */
export interface SinusoidFit {
  /** The level the wave swings around. */
  readonly mean: number;
  /** How far it swings, in the unit of the values. Read it together with `rSquared`. */
  readonly amplitude: number;
  /** Where it is highest, in degrees from 0 up to 360; NaN when it is flat. */
  readonly peak: number;
  /** The share of the values' variance that the wave explains, from 0 to 1; NaN when they are all equal. */
  readonly rSquared: number;
}

/** A wave that swings less than this share of the values' own spread is flat but for rounding. */
const FLAT = 1e-12;

/** Directions closer than this, in degrees, are the same direction. */
const SAME_DIRECTION = 1e-6;

/** A peak this close below 360 degrees is one at 0 that rounding moved. */
const FULL_TURN = 1e-9;

/**
 * Lays the best wave y = mean + amplitude cos(angle - peak) through values on a circle. Schwartz's theory draws the
 * values on one: if a person's priorities follow it, they rise and fall once around. Country means follow it only in
 * part (R^2 from .21 to .67 over 39 countries), so no cut-off says "fits": report R^2 and amplitude together, since a
 * perfect wave may be too small to matter and a large one may fit badly.
 *
 * Source: math 5, `sinusoidFit` (least squares on 1, cos, sin).
 *
 * @param values     one number a place on the circle, in order
 * @param anglesDeg  where each stands, in degrees; evenly spaced from 0 when `null`
 * @throws ArgumentError with fewer than three different directions, which any wave fits
 * @example
 * sinusoidFit([1, 0, -1, 0]); // => { mean: 0, amplitude: 1, peak: 0, rSquared: 1 } (± 1e-12)
 * sinusoidFit([2, 2, 2]); // => { mean: 2, amplitude: 0, peak: NaN, rSquared: NaN }
 * sinusoidFit([1, 2]); // throws /anglesDeg must hold three different directions or more/
 */
export function sinusoidFit(
  values: readonly number[],
  anglesDeg: readonly number[] | null = null,
): SinusoidFit {
  checkNumbers("values", values);
  const angles = anglesDeg ?? values.map((_, at) => (360 * at) / values.length);
  checkNumbers("anglesDeg", angles, { count: values.length });
  if (directions(angles) < 3)
    throw new ArgumentError("anglesDeg", "must hold three different directions or more", angles);
  const shape = scaledDeviations(values);
  if (shape === null)
    return { mean: values[0], amplitude: 0, peak: Number.NaN, rSquared: Number.NaN };
  const { deviations, scale } = shape;
  const waves = angles.map((angle) => [1, sine(angle + 90), sine(angle)]);
  const [level, along, across] = solve(
    new Matrix(waves),
    Matrix.columnVector([...deviations]),
  ).to1DArray();
  const missed = deviations.map(
    (value, at) => value - level - along * waves[at][1] - across * waves[at][2],
  );
  const swing = Math.hypot(along, across);
  const unexplained = sumOfSquares(missed) / sumOfSquares(deviations);
  const isFlat = swing < FLAT;
  return {
    mean: mean([...values]) + scale * level,
    amplitude: isFlat ? 0 : scale * swing,
    peak: isFlat ? Number.NaN : turnDegrees((Math.atan2(across, along) * 180) / Math.PI),
    rSquared: Math.min(1, Math.max(0, 1 - unexplained)),
  };
}

/** How many different directions there are, whatever the number of full turns. */
function directions(angles: readonly number[]): number {
  const sorted = angles.map((angle) => ((angle % 360) + 360) % 360).sort((a, b) => a - b);
  const apart = sorted.filter((angle, at) => {
    const next = at + 1 < sorted.length ? sorted[at + 1] : sorted[0] + 360;
    return next - angle > SAME_DIRECTION;
  });
  return Math.max(1, apart.length);
}

/** The sine of an angle in degrees; exact at the quarters, and as long above the axis as below. */
function sine(degrees: number): number {
  const turn = degrees % 360;
  const folded = turn > 180 ? turn - 360 : turn < -180 ? turn + 360 : turn;
  const size = Math.abs(folded) > 90 ? 180 - Math.abs(folded) : Math.abs(folded);
  const radians = (size * Math.PI) / 180;
  return (folded < 0 ? -1 : 1) * (size === 90 ? 1 : Math.sin(radians));
}

function turnDegrees(degrees: number): number {
  const positive = degrees < 0 ? degrees + 360 : degrees;
  return positive >= 360 - FULL_TURN ? 0 : positive;
}

function sumOfSquares(values: readonly number[]): number {
  return sum(values.map((value) => value * value));
}

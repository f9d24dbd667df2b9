import { Matrix, SingularValueDecomposition } from "ml-matrix";
import { mean, sum } from "simple-statistics";
import { centre } from "../statistics/centre.js";
import { checkTable } from "../statistics/check-argument.js";

/** How one set of points lies on another after the best turn. */
export interface ProcrustesFit {
  /** How to lay any point of the second set onto the first: `point - from`, times `rotation`, times `scale`, plus `to`. */
  readonly rotation: readonly (readonly number[])[];
  readonly scale: number;
  readonly from: readonly number[];
  readonly to: readonly number[];
  /**
   * What no turn, mirror image, shift or change of size can explain, from 0 (the same shape) to 1; NaN when the
   * points of a set coincide.
   */
  readonly disparity: number;
  /** Summed squared distances that remain without a change of size, in the unit of the points squared. */
  readonly rigidRss: number;
}

/** Entries this much smaller than the largest cannot be seen in the result, and upset the solver. */
const NEGLIGIBLE = 1e-30;

/** Points closer to their mean than this coincide: no change of size could bring them back into range. */
const COINCIDE = 1e-200;

/**
 * Procrustes: lays one set of points onto another by shifting, turning and mirroring. A map may be turned without
 * saying anything new, so two releases are compared, and drawn, only after this.
 *
 * Source: math 5, `procrustesDisparity` and `procrustesRigidRss`; reflections are allowed.
 *
 * @param onto   the points that stay, one row a point
 * @param moved  the same points in another map, in the same order
 * @param options.scaled  whether `scale` may differ from 1; it may not unless told
 * @throws ArgumentError when the sets differ in size or hold something that is no finite number
 * @example
 * procrustes([[0, 0], [1, 0], [0, 1]], [[0, 0], [0, 2], [-2, 0]]).disparity; // => 0 (± 1e-12)
 * procrustes([[0, 0], [1, 0], [0, 1]], [[0, 0], [1, 0], [1, 1]]).disparity; // => 0.1875 (± 1e-12)
 * procrustes([[0, 0], [1, 0], [0, 1]], [[0, 0], [0, 2], [-2, 0]]).rigidRss; // => 1.33333333333 (± 1e-10)
 */
export function procrustes(
  onto: readonly (readonly number[])[],
  moved: readonly (readonly number[])[],
  options: { readonly scaled?: boolean } = {},
): ProcrustesFit {
  checkTable("onto", onto);
  checkTable("moved", moved, { rows: onto.length, columns: onto[0].length });
  const x = centredPoints(onto);
  const y = centredPoints(moved);
  const { rotation, overlap } = bestRotation(x.unitPoints, y.unitPoints);
  const turned = y.unitPoints.map((point) => turn(point, rotation));
  const isPoint = x.size === 0 || y.size === 0;
  // From the remaining distances and not as 1 - overlap^2, which keeps no digits of a small disparity.
  const disparity = isPoint ? Number.NaN : remaining(x.unitPoints, turned, overlap);
  const unit = Math.max(x.size, y.size);
  const rigid = isPoint
    ? unit * unit
    : unit * unit * remaining(scaledBy(x.unitPoints, x.size / unit), turned, y.size / unit);
  return {
    rotation,
    scale: options.scaled && !isPoint ? (overlap * x.size) / y.size : 1,
    from: y.middle,
    to: x.middle,
    disparity: isPoint ? disparity : Math.min(1, disparity),
    rigidRss: rigid,
  };
}

/**
 * A point of the second set as the fit lays it onto the first.
 *
 * @example
 * layOnto([2, 0], procrustes([[0, 0], [0, 1]], [[0, 0], [1, 0]])); // => [0, 2] (± 1e-12)
 */
export function layOnto(point: readonly number[], fit: ProcrustesFit): number[] {
  const shifted = point.map((value, k) => value - fit.from[k]);
  return turn(shifted, fit.rotation).map((value, k) => fit.scale * value + fit.to[k]);
}

/** Points around their mean, in units of their root summed squares; of size 0 where they coincide. */
function centredPoints(points: readonly (readonly number[])[]) {
  const middle = points[0].map((_, k) => mean(points.map((point) => point[k])));
  const columns = points[0].map((_, k) => centre(points.map((point) => point[k])));
  const raw = points.map((_, at) => columns.map((column) => column[at]));
  const largest = raw.flat().reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (largest < COINCIDE) return { middle, unitPoints: raw, size: 0 };
  const scaled = scaledBy(raw, 1 / largest);
  const norm = Math.sqrt(sum(scaled.flat().map((value) => value * value)));
  return { middle, unitPoints: scaledBy(scaled, 1 / norm), size: largest * norm };
}

/** The turn (or mirror image) that brings `y` closest to `x`, and how much of them then overlaps. */
function bestRotation(x: readonly (readonly number[])[], y: readonly (readonly number[])[]) {
  const columns = x[0].length;
  const cross = Matrix.zeros(columns, columns);
  for (let i = 0; i < columns; i++)
    for (let j = 0; j < columns; j++) {
      const entry = sum(y.map((point, at) => point[i] * x[at][j]));
      if (Math.abs(entry) > NEGLIGIBLE) cross.set(i, j, entry);
    }
  const solved = new SingularValueDecomposition(cross);
  const rotation = solved.leftSingularVectors.mmul(solved.rightSingularVectors.transpose());
  return { rotation: rotation.to2DArray(), overlap: sum(solved.diagonal) };
}

function turn(point: readonly number[], rotation: readonly (readonly number[])[]): number[] {
  return rotation[0].map((_, k) => sum(point.map((value, i) => value * rotation[i][k])));
}

function scaledBy(points: readonly (readonly number[])[], factor: number): number[][] {
  return points.map((point) => point.map((value) => value * factor));
}

/** Summed squared distances between points and others taken so many times. */
function remaining(
  points: readonly (readonly number[])[],
  others: readonly (readonly number[])[],
  times: number,
): number {
  return sum(points.flatMap((p, at) => p.map((value, k) => (value - times * others[at][k]) ** 2)));
}

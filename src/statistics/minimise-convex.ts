import { CholeskyDecomposition, Matrix } from "ml-matrix";

/**
 * A convex loss of logistic kind: minus the log-likelihood of choices whose log-odds are linear in
 * the parameters.
 */
export interface LogisticLoss {
  /** The slope of the loss in each parameter, and the table of its second derivatives. */
  slopesAt(parameters: readonly number[]): {
    readonly slopes: readonly number[];
    readonly curvature: readonly (readonly number[])[];
  };
  /** The largest change that a step makes to any log-odds. */
  reach(step: readonly number[]): number;
}

/** More than any fit needs: each step moves far log-odds by about one. */
const MOST_STEPS = 3000;
/** Newton's method squares the error: after a step this small, what is left is rounding. */
const SMALL = 1e-11;

/**
 * The parameters at which a loss of logistic kind is least: the solver behind Platt's and
 * temperature scaling and the Bradley-Terry ratings. Newton's method, each step shortened by ln(1 +
 * r) / r where r is how far it would move the log-odds. For such losses that is known to converge
 * from anywhere, and needs no value of the loss, whose last digits would be lost among large
 * counts.
 *
 * The minimum must exist and be a single point: the caller makes sure.
 *
 * Source: Sun & Tran-Dinh 2019, damped Newton for generalised self-concordant functions.
 *
 * @example
 * const oneInFour = {
 *   slopesAt: ([x]) => ({ slopes: [1 / (1 + Math.exp(-x)) - 0.25], curvature: [[1 / (2 + 2 * Math.cosh(x))]] }),
 *   reach: ([step]) => Math.abs(step),
 * };
 * minimiseConvex([0], oneInFour)[0]; // => -1.098612 (± 1e-6)
 */
export function minimiseConvex(start: readonly number[], loss: LogisticLoss): readonly number[] {
  let parameters = [...start];
  let before = Number.POSITIVE_INFINITY;
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    const { slopes, curvature } = loss.slopesAt(parameters);
    const step = newtonStep(slopes, curvature);
    const reach = loss.reach(step);
    // A small step that no longer shrinks is the rounding of the slopes.
    if (reach === 0 || (reach < 1e-6 && reach >= before)) break;
    const share = Math.log1p(reach) / reach;
    parameters = parameters.map((x, at) => x - share * step[at]);
    if (reach < SMALL) break;
    before = reach;
  }
  return parameters;
}

function newtonStep(
  slopes: readonly number[],
  curvature: readonly (readonly number[])[],
): readonly number[] {
  const size = Math.max(...curvature.map((row, at) => row[at]));
  if (!(size > 0)) return slopes.map(() => 0);
  const scaled = new Matrix(curvature.map((row) => row.map((x) => x / size)));
  // A direction that is flat to the last digit gets a trace of curvature.
  for (let trace = 1e-16; trace < 1; trace *= 100) {
    const cholesky = new CholeskyDecomposition(scaled);
    if (cholesky.isPositiveDefinite())
      return cholesky.solve(Matrix.columnVector(slopes.map((x) => x / size))).to1DArray();
    for (let d = 0; d < scaled.rows; d++) scaled.set(d, d, scaled.get(d, d) + trace);
  }
  return slopes.map(() => 0);
}

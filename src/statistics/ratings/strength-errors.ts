import { CholeskyDecomposition, Matrix } from "ml-matrix";

/**
 * The standard errors of strengths around their mean, from the curvature of the loss where it is
 * least.
 *
 * @param curvature  second derivatives, the last strength held at 0; behind the strengths there may
 * be the odds of a tie
 * @param free       how many strengths are free
 * @example
 * strengthErrors([[0.25]], 1); // => [1, 1]
 */
export function strengthErrors(
  curvature: readonly (readonly number[])[],
  free: number,
): readonly number[] {
  const size = free + 1;
  if (free === 0) return [0];
  const cholesky = new CholeskyDecomposition(new Matrix(curvature.map((row) => [...row])));
  const inverse = cholesky.solve(Matrix.eye(curvature.length));
  const covariance = (a: number, b: number) => (a < free && b < free ? inverse.get(a, b) : 0);
  const places = Array.from({ length: size }, (_, at) => at);
  const withAll = places.map((a) => places.reduce((sum, b) => sum + covariance(a, b) / size, 0));
  const ofMean = withAll.reduce((sum, x) => sum + x / size, 0);
  return places.map((a) => Math.sqrt(Math.max(0, covariance(a, a) - 2 * withAll[a] + ofMean)));
}

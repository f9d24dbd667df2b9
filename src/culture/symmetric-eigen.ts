import { EigenvalueDecomposition, Matrix } from "ml-matrix";

/** A direction that a symmetric table only stretches, and by how much. */
export interface EigenPair {
  readonly value: number;
  /** Of length 1; its entry of largest size is positive. */
  readonly vector: readonly number[];
}

/** Entries this much smaller than the largest cannot be seen in the result, and upset the solver. */
const NEGLIGIBLE = 1e-30;

/** Two entries this close in size count as equally large, so that rounding cannot flip an axis. */
const EQUALLY_LARGE = 1e-9;

/**
 * The eigenvalues and eigenvectors of a symmetric table, the largest value first. The sign of an eigenvector is free;
 * it is fixed so that the entry of largest size (the first of those as large) is positive, and a map made twice
 * does not turn over.
 *
 * @param matrix  a symmetric table of finite numbers
 * @example
 * symmetricEigen([[2, 0], [0, 5]]).map((pair) => pair.value); // => [5, 2]
 * symmetricEigen([[2, 0], [0, 5]])[0].vector; // => [0, 1]
 */
export function symmetricEigen(matrix: readonly (readonly number[])[]): EigenPair[] {
  const size = matrix.length;
  let largest = 0;
  for (const row of matrix) for (const x of row) largest = Math.max(largest, Math.abs(x));
  const scaled = Matrix.zeros(size, size);
  if (largest > 0)
    for (let i = 0; i < size; i++)
      for (let j = 0; j < size; j++) {
        const entry = matrix[i][j] / largest;
        if (Math.abs(entry) > NEGLIGIBLE) scaled.set(i, j, entry);
      }
  const solved = new EigenvalueDecomposition(scaled, { assumeSymmetric: true });
  const vectors = solved.eigenvectorMatrix;
  return solved.realEigenvalues
    .map((value, at) => ({
      value: value * largest,
      vector: largestPositive(vectors.getColumn(at)),
    }))
    .reverse();
}

function largestPositive(vector: readonly number[]): number[] {
  const most = vector.reduce((size, entry) => Math.max(size, Math.abs(entry)), 0);
  const leader = vector.find((entry) => Math.abs(entry) >= most * (1 - EQUALLY_LARGE)) ?? 0;
  const sign = leader < 0 ? -1 : 1;
  return vector.map((entry) => (entry === 0 ? 0 : sign * entry));
}

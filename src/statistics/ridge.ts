import { CholeskyDecomposition, Matrix } from "ml-matrix";

/** Rows of a design whose columns are switches: which columns are on in each row. */
export interface SwitchDesign {
  readonly columns: number;
  readonly rows: readonly (readonly number[])[];
}

/** A fitted ridge regression on switches, with what it needs to say how sure a prediction is. */
export interface RidgeFit {
  readonly intercept: number;
  /** One coefficient a column: what switching it on adds. */
  readonly coefficients: readonly number[];
  /** How strongly coefficients were pulled to 0. */
  readonly penalty: number;
  /** For every row, what a fit without that row would predict for it. */
  readonly leftOut: readonly number[];
  /** Mean squared leave-one-out error. */
  readonly leaveOneOutError: number;
  /** The prediction for a row. */
  predict(row: readonly number[]): number;
  /** The standard deviation of that prediction, from the noise of the fit. */
  uncertainty(row: readonly number[]): number;
}

const PENALTIES = [1, 3, 10, 30, 100, 300];

/**
 * Ridge regression of a response on switches (one-hot slots), the penalty chosen by leave-one-out error: the
 * additive scores that theta consists of. The intercept is not penalised.
 *
 * @param design    which columns are on in each row
 * @param response  one number a row
 * @throws RangeError with fewer than two rows
 * @example
 * ridge({ columns: 2, rows: [[0], [1], [0], [1]] }, [1, 0, 1, 0]).predict([0]); // => 0.833333 (± 1e-5)
 */
export function ridge(design: SwitchDesign, response: readonly number[]): RidgeFit {
  const { columns, rows } = design;
  if (rows.length < 2) throw new RangeError(`a fit needs two rows or more: ${rows.length}`);
  const intercept = response.reduce((sum, value) => sum + value, 0) / response.length;
  const gram = Matrix.zeros(columns, columns);
  const moment = new Array<number>(columns).fill(0);
  for (let n = 0; n < rows.length; n++)
    for (const column of rows[n]) {
      moment[column] += response[n] - intercept;
      for (const other of rows[n]) gram.set(column, other, gram.get(column, other) + 1);
    }
  let best: RidgeFit | null = null;
  for (const penalty of PENALTIES) {
    const fit = fitWith(penalty, intercept, gram, moment, rows, response);
    if (!best || fit.leaveOneOutError < best.leaveOneOutError) best = fit;
  }
  return best as RidgeFit;
}

function fitWith(
  penalty: number,
  intercept: number,
  gram: Matrix,
  moment: readonly number[],
  rows: readonly (readonly number[])[],
  response: readonly number[],
): RidgeFit {
  const system = Matrix.add(gram, Matrix.mul(Matrix.eye(gram.rows), penalty));
  const inverse = new CholeskyDecomposition(system).solve(Matrix.eye(gram.rows));
  const coefficients = inverse.mmul(Matrix.columnVector([...moment])).to1DArray();
  const predict = (row: readonly number[]) =>
    row.reduce((sum, column) => sum + coefficients[column], intercept);
  const leverage = (row: readonly number[]) => {
    let total = 0;
    for (const column of row) for (const other of row) total += inverse.get(column, other);
    return total;
  };
  const leftOut: number[] = [];
  let squares = 0;
  let residual = 0;
  for (let n = 0; n < rows.length; n++) {
    const error = response[n] - predict(rows[n]);
    const without = error / (1 - Math.min(0.99, leverage(rows[n]) + 1 / rows.length));
    residual += error ** 2;
    squares += without ** 2;
    leftOut.push(response[n] - without);
  }
  const noise = residual / rows.length;
  return {
    intercept,
    coefficients,
    penalty,
    leftOut,
    leaveOneOutError: squares / rows.length,
    predict,
    uncertainty: (row) => Math.sqrt(noise * Math.max(0, leverage(row))),
  };
}

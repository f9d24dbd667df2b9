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
 * Ridge regressions of several responses on the same switches (one-hot slots), the penalty of each chosen by its
 * leave-one-out error: the additive scores that theta consists of. The intercept is not penalised.
 *
 * The cost grows with the cube of rows or columns, whichever are fewer.
 *
 * @param design     which columns are on in each row
 * @param responses  for each response, one number a row
 * @throws RangeError with fewer than two rows
 * @example
 * const [fit] = ridge({ columns: 2, rows: [[0], [1], [0], [1]] }, [[1, 0, 1, 0]]);
 * fit.predict([0]); // => 0.833333 (± 1e-5)
 */
export function ridge(design: SwitchDesign, responses: readonly (readonly number[])[]): RidgeFit[] {
  const { rows } = design;
  if (rows.length < 2) throw new RangeError(`a fit needs two rows or more: ${rows.length}`);
  const centred = responses.map((response) => {
    const mean = response.reduce((sum, value) => sum + value, 0) / response.length;
    return { mean, rest: response.map((value) => value - mean), response };
  });
  const best: (Trial | null)[] = responses.map(() => null);
  const overlaps = rows.length <= design.columns ? rowOverlaps(design) : columnOverlaps(design);
  for (const penalty of PENALTIES) {
    const solved = solve(design, overlaps, penalty);
    for (const [n, { rest }] of centred.entries()) {
      const trial = tryPenalty(solved, rest);
      if (!best[n] || trial.error < best[n].error) best[n] = trial;
    }
  }
  return best.map((trial, n) => fitted(trial as Trial, centred[n]));
}

/** For one penalty, (X X' + penalty)^-1 or (X' X + penalty)^-1: the smaller of the two. */
interface Solved {
  readonly design: SwitchDesign;
  readonly penalty: number;
  readonly inverse: Matrix;
  readonly byRow: boolean;
}

interface Trial {
  readonly solved: Solved;
  readonly leftOutErrors: readonly number[];
  readonly error: number;
  /** Mean squared error of the fit on its own rows. */
  readonly noise: number;
}

function rowOverlaps({ rows }: SwitchDesign): Matrix {
  const sets = rows.map((row) => new Set(row));
  const overlaps = Matrix.zeros(rows.length, rows.length);
  for (let a = 0; a < rows.length; a++)
    for (let b = 0; b <= a; b++) {
      let shared = 0;
      for (const column of rows[a]) if (sets[b].has(column)) shared++;
      overlaps.set(a, b, shared);
      overlaps.set(b, a, shared);
    }
  return overlaps;
}

function columnOverlaps({ columns, rows }: SwitchDesign): Matrix {
  const overlaps = Matrix.zeros(columns, columns);
  for (const row of rows)
    for (const a of row) for (const b of row) overlaps.set(a, b, overlaps.get(a, b) + 1);
  return overlaps;
}

function solve(design: SwitchDesign, overlaps: Matrix, penalty: number): Solved {
  const size = overlaps.rows;
  const system = overlaps.clone();
  for (let d = 0; d < size; d++) system.set(d, d, system.get(d, d) + penalty);
  const inverse = new CholeskyDecomposition(system).solve(Matrix.eye(size));
  return { design, penalty, inverse, byRow: design.rows.length <= design.columns };
}

function tryPenalty(solved: Solved, rest: readonly number[]): Trial {
  const { design, penalty, inverse, byRow } = solved;
  const { rows } = design;
  const coefficients = byRow ? null : coefficientsOf(solved, rest);
  const leftOutErrors = rows.map((row, n) => {
    const error = coefficients
      ? rest[n] - row.reduce((sum, column) => sum + coefficients[column], 0)
      : penalty * product(inverse, n, rest);
    const leverage = byRow ? 1 - penalty * inverse.get(n, n) : quadratic(inverse, row);
    // The intercept takes its share of every row too.
    return { error, without: error / (1 - Math.min(0.99, leverage + 1 / rows.length)) };
  });
  const meanSquare = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value ** 2, 0) / values.length;
  return {
    solved,
    leftOutErrors: leftOutErrors.map(({ without }) => without),
    error: meanSquare(leftOutErrors.map(({ without }) => without)),
    noise: meanSquare(leftOutErrors.map(({ error }) => error)),
  };
}

function coefficientsOf({ design, inverse, byRow }: Solved, rest: readonly number[]): number[] {
  const { columns, rows } = design;
  const sums = new Array<number>(columns).fill(0);
  const weights = byRow ? rows.map((_, n) => product(inverse, n, rest)) : rest;
  for (const [n, row] of rows.entries()) for (const column of row) sums[column] += weights[n];
  return byRow ? sums : sums.map((_, column) => product(inverse, column, sums));
}

function fitted(
  { solved, leftOutErrors, error, noise }: Trial,
  { mean, rest, response }: { mean: number; rest: readonly number[]; response: readonly number[] },
): RidgeFit {
  const coefficients = coefficientsOf(solved, rest);
  const spread = solved.byRow ? spreadOfColumns(solved) : solved.inverse;
  return {
    intercept: mean,
    coefficients,
    penalty: solved.penalty,
    leftOut: response.map((value, n) => value - leftOutErrors[n]),
    leaveOneOutError: error,
    predict: (row) => row.reduce((sum, column) => sum + coefficients[column], mean),
    uncertainty: (row) => Math.sqrt(noise * Math.max(0, quadratic(spread, row))),
  };
}

/** (X' X + penalty)^-1 from (X X' + penalty)^-1: (1 - X' M X) / penalty. */
function spreadOfColumns({ design, penalty, inverse }: Solved): Matrix {
  const { columns, rows } = design;
  const spread = Matrix.eye(columns, columns, 1 / penalty);
  for (const [a, first] of rows.entries())
    for (const [b, second] of rows.entries()) {
      const weight = inverse.get(a, b) / penalty;
      for (const i of first) for (const j of second) spread.set(i, j, spread.get(i, j) - weight);
    }
  return spread;
}

function product(matrix: Matrix, row: number, vector: readonly number[]): number {
  let total = 0;
  for (let column = 0; column < vector.length; column++)
    total += matrix.get(row, column) * vector[column];
  return total;
}

function quadratic(matrix: Matrix, row: readonly number[]): number {
  let total = 0;
  for (const a of row) for (const b of row) total += matrix.get(a, b);
  return total;
}

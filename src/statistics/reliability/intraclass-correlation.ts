import { checkTable } from "../check-argument.js";
import { deviations, largest, quotient } from "../rounding.js";

/**
 * The six intraclass correlations of Shrout and Fleiss. `average` is for the mean of all columns,
 * the rest for one column.
 */
export interface IntraclassCorrelation {
  /** ICC(1,1): every row was rated by others; all differences between columns count as error. */
  readonly oneWay: number;
  /** ICC(2,1): the columns are a sample of many; do they give the same *numbers*? */
  readonly agreement: number;
  /** ICC(3,1): do the columns give the same *order*, whatever their level? */
  readonly consistency: number;
  /** ICC(1,k). */
  readonly oneWayAverage: number;
  /** ICC(2,k). */
  readonly agreementAverage: number;
  /** ICC(3,k): the same number as Cronbach's alpha. */
  readonly consistencyAverage: number;
  readonly rows: number;
  readonly columns: number;
}

/**
 * Intraclass correlations: the share of variance that lies between the rows, when each was measured
 * several times.
 *
 * Reach for them when a whole benchmark was run again (a row for each examinee, a column for each
 * run): `agreement` says whether the scores come out the same, `consistency` whether the order
 * does; the `average` forms belong to a score averaged over all runs.
 *
 * @param table  examinees (targets) in rows, runs (raters) in columns; two or more of each
 * @returns each at most 1, negative where rows differ less than chance would make them; NaN with
 * one row or one column, and for every form whose divisor is 0 (all rows alike)
 * @throws ArgumentError when rows differ in length or an entry is no finite number
 *
 * Source: Shrout & Fleiss 1979; math 4.3.
 *
 * @example
 * const judges = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]];
 * intraclassCorrelation(judges).oneWay; // => 0.165741768405 (± 1e-12)
 * intraclassCorrelation(judges).agreement; // => 0.289763779528 (± 1e-12)
 * intraclassCorrelation(judges).consistencyAverage; // => 0.909315542377 (± 1e-12)
 * intraclassCorrelation([[1, 1], [1, 1]]).agreement; // => NaN
 */
export function intraclassCorrelation(
  table: readonly (readonly number[])[],
): IntraclassCorrelation {
  checkTable("table", table);
  const [n, k] = [table.length, table[0].length];
  const { betweenRows, betweenColumns, residual, within } = meanSquares(table);
  const excess = betweenRows - residual;
  const columnShare = (betweenColumns - residual) / n;
  const part = (above: number, below: number, size = below) => quotient(above, below, size);
  return {
    oneWay: part(betweenRows - within, betweenRows + (k - 1) * within),
    agreement: part(
      excess,
      betweenRows + (k - 1) * residual + k * columnShare,
      betweenRows + k * (residual + betweenColumns),
    ),
    consistency: part(excess, betweenRows + (k - 1) * residual),
    oneWayAverage: part(betweenRows - within, betweenRows),
    agreementAverage: part(
      excess,
      betweenRows + columnShare,
      betweenRows + residual + betweenColumns,
    ),
    consistencyAverage: part(excess, betweenRows),
    rows: n,
    columns: k,
  };
}

/**
 * The mean squares of a two-way table without replication, on a scale on which no difference
 * exceeds 1.
 */
function meanSquares(table: readonly (readonly number[])[]) {
  const [n, k] = [table.length, table[0].length];
  if (n < 2 || k < 2) {
    const none = Number.NaN;
    return { betweenRows: none, betweenColumns: none, residual: none, within: none };
  }
  // Measured from one of the entries: a level common to all would cost the means their last digits.
  const [base, size] = [table[0][0], largest(table.map(largest))];
  const columns = table[0].map((_, at) =>
    deviations(
      table.map((row) => row[at] - base),
      size,
    ),
  );
  const means = columns.map(({ mean }) => mean);
  const levels = deviations(means, size).rest;
  const scale = Math.max(largest(levels), largest(columns.map(({ rest }) => largest(rest)))) || 1;
  const rows = table.map((_, row) => deviations(columns.map(({ rest }) => rest[row] / scale)));
  const tiny = (16 * Number.EPSILON * size) / scale;
  const squares = (numbers: readonly number[]) =>
    numbers.reduce((sum, x) => sum + (Math.abs(x) <= tiny ? 0 : x * x), 0);
  const ofRows = k * squares(rows.map(({ mean }) => mean));
  const ofColumns = n * squares(levels.map((level) => level / scale));
  const ofResiduals = squares(rows.flatMap(({ rest }) => rest));
  return {
    betweenRows: ofRows / (n - 1),
    betweenColumns: ofColumns / (k - 1),
    residual: ofResiduals / ((n - 1) * (k - 1)),
    within: (ofColumns + ofResiduals) / (n * (k - 1)),
  };
}

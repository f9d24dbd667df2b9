import { mean } from "simple-statistics";
import { centre } from "../../statistics/centre.js";
import { spearman } from "../../statistics/spearman.js";
import { spread } from "../../statistics/spread.js";

/** How far apart models stand on the dimensions of one system, in points of 100. */
export interface Dispersion {
  readonly models: number;
  /** Standard deviation over models (n - 1), by dimension. */
  readonly sdByDimension: readonly number[];
  /** Their mean. */
  readonly sd: number;
  /** The same after each model's own level is taken away: what is left are priorities. */
  readonly centredSd: number;
  /** Root-mean-square difference of two models over the dimensions, mean over pairs. */
  readonly distance: number;
  /** Spearman's rho of two models' profiles, mean over pairs. */
  readonly agreement: number;
  /** Shares of all variance: between dimensions, between models' levels, and what is left: models' priorities. */
  readonly shares: { readonly dimension: number; readonly level: number; readonly rest: number };
  /** Standard deviation over the dimensions of one model, mean over models. */
  readonly withinModel: number;
  /** Mean of each dimension. */
  readonly means: readonly number[];
}

/**
 * How much a table of scores tells models apart: overall, and in what is left once each model's own level is taken away.
 *
 * Source: platform 5.
 *
 * @param rows  one row a model, one column a dimension; two of each or more
 */
export function dispersion(rows: readonly (readonly number[])[]): Dispersion {
  const columns = rows[0].map((_, k) => rows.map((row) => row[k]));
  const sdByDimension = columns.map(sdOf);
  const centred = rows.map(centre);
  const pairs = rows.flatMap((a, i) => rows.slice(i + 1).map((b) => [a, b] as const));
  return {
    models: rows.length,
    sdByDimension,
    sd: mean(sdByDimension),
    centredSd: mean(rows[0].map((_, k) => sdOf(centred.map((row) => row[k])))),
    distance: mean(pairs.map(([a, b]) => rootMeanSquare(a, b))),
    agreement: mean(pairs.map(([a, b]) => spearman(a, b))),
    shares: sharesOf(rows, columns),
    withinModel: mean(rows.map(sdOf)),
    means: columns.map((column) => mean(column)),
  };
}

/** Root-mean-square difference of two profiles, in their unit. */
export function rootMeanSquare(a: readonly number[], b: readonly number[]): number {
  return Math.sqrt(mean(a.map((value, k) => (value - b[k]) ** 2)));
}

function sharesOf(
  rows: readonly (readonly number[])[],
  columns: readonly (readonly number[])[],
): Dispersion["shares"] {
  const all = spread(rows.flat()).squares;
  const dimension = (rows.length * spread(columns.map((one) => mean([...one]))).squares) / all;
  const level = (columns.length * spread(rows.map((one) => mean([...one]))).squares) / all;
  return { dimension, level, rest: 1 - dimension - level };
}

function sdOf(values: readonly number[]): number {
  return Math.sqrt(spread(values).variance);
}

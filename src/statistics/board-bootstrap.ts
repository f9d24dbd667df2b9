import { quickselect } from "simple-statistics";
import type { Stream } from "../random/stream.js";
import { type BoardGroup, type BoardReadings, boardLayout } from "./board-layout.js";
import { DEFAULT_RESAMPLES, drawResamples } from "./bootstrap-items.js";
import { checkNumber } from "./check-argument.js";
import { competitionRanks } from "./competition-ranks.js";
import { rankCounts } from "./rank-counts.js";
import { resampledScores } from "./resampled-scores.js";

/** How a board is resampled. */
export interface BoardBootstrapOptions {
  /** Where the item draws come from; consumed. */
  readonly random: Stream;
  /** How many resamples: 2,000 unless told. */
  readonly resamples?: number;
  /**
   * For every dimension the names of its items. Dimensions with an item in common are drawn
   * together, others apart. Without it item j is the same item in every dimension.
   */
  readonly items?: readonly (readonly string[])[];
  /** The part of resamples that an interval leaves out at each end: 0.025 unless told, for 95 %. */
  readonly tail?: number;
  /**
   * Turns an examinee's scores on all dimensions into one number: their mean unless told; NaN for
   * "not defined".
   */
  readonly overall?: (scores: readonly number[]) => number;
  /**
   * The same for rules that look at the whole board, such as ranks within a dimension: examinees by dimensions in (NaN
   * where undefined), one number an examinee out. Takes the place of `overall`.
   */
  readonly overallOfBoard?: (table: readonly (readonly number[])[]) => readonly number[];
}

/** A score with the intervals that the bootstrap gives it; `null` where nothing was measured. */
export interface BoardScore {
  readonly mean: number | null;
  readonly standardError: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** 1 for the highest among the examinees; equal scores share a rank. */
  readonly rank: number | null;
  /** The ends of the interval of ranks. */
  readonly rankLow: number | null;
  readonly rankHigh: number | null;
  /** Resamples in which the score was defined. */
  readonly resamples: number;
}

/** A whole board with its uncertainty. */
export interface BoardBootstrap {
  /** Examinees by dimensions. */
  readonly scores: readonly (readonly BoardScore[])[];
  /** One an examinee: all dimensions in one number. */
  readonly overall: readonly BoardScore[];
  readonly resamples: number;
}

/**
 * The item-clustered bootstrap of a whole board: items are drawn again with replacement, the same
 * for all examinees, every score and every rank is computed anew, and their scatter gives an
 * interval for each score and each rank. Two examinees whose rank intervals overlap are not told
 * apart by these items.
 *
 * The cost grows with examinees x dimensions x items x resamples; samples are averaged once,
 * beforehand.
 *
 * Source: math 4.1 (`bootstrapItems`) and 4.2 (rank intervals; type-7 quantiles).
 *
 * @param readings  examinees by dimensions by items by samples, any finite numbers; `null` or an
 * empty list where an item has no reading
 * @throws ArgumentError when shapes differ, a reading is not finite or an option is outside its
 * range
 * @example
 * const readings = [[[[1, 1], [1, 0], [0, 1]]], [[[0, 0], [0, 1], [0, 0]]]];
 * const board = boardBootstrap(readings, { random: stream(1, "board"), resamples: 200 });
 * board.scores[0][0].mean; // => 0.666666666667 (± 1e-12)
 * board.overall.map(({ rank }) => rank); // => [1, 2]
 */
export function boardBootstrap(
  readings: BoardReadings,
  {
    random,
    resamples = DEFAULT_RESAMPLES,
    items,
    tail = 0.025,
    overall = meanOf,
    overallOfBoard,
  }: BoardBootstrapOptions,
): BoardBootstrap {
  checkNumber("resamples", resamples, { from: 1, to: 1e6, whole: true });
  checkNumber("tail", tail, { from: 0, to: 0.5 });
  const groups = boardLayout(readings, items ?? null);
  const size = { examinees: readings.length, dimensions: readings[0].length };
  const point = boardScores(groups, size, (count) => [Array.from({ length: count }, (_, j) => j)]);
  const draws = boardScores(groups, size, (count) => drawResamples(count, { random, resamples }));
  const summary = (points: Float64Array, own: Float64Array) =>
    summaries({ points, draws: own, resamples, tail });
  const whole = (scores: Float64Array) =>
    overallOfBoard
      ? wholeBoards(scores, size, overallOfBoard)
      : wholes(scores, size.dimensions, overall);
  const columns = Array.from({ length: size.dimensions }, (_, k) => {
    const [from, to] = [k * size.examinees, (k + 1) * size.examinees];
    return summary(point.subarray(from, to), draws.subarray(from * resamples, to * resamples));
  });
  return {
    scores: readings.map((_, examinee) => columns.map((column) => column[examinee])),
    overall: summary(whole(point), whole(draws)),
    resamples,
  };
}

interface BoardSize {
  readonly examinees: number;
  readonly dimensions: number;
}

/** The scores of all groups under the draws of each: (dimensions by examinees) by draws. */
function boardScores(
  groups: readonly BoardGroup[],
  { examinees, dimensions }: BoardSize,
  drawsOf: (items: number) => readonly (readonly number[])[],
): Float64Array {
  const parts = groups.map((group) => resampledScores(group, drawsOf(group.items)));
  const draws = parts[0].length / (groups[0].dimensions.length * examinees);
  const all = new Float64Array(dimensions * examinees * draws);
  const length = examinees * draws;
  for (const [part, { dimensions: own }] of groups.entries())
    for (const [column, k] of own.entries())
      all.set(parts[part].subarray(column * length, (column + 1) * length), k * length);
  return all;
}

function meanOf(scores: readonly number[]): number {
  let sum = 0;
  for (const score of scores) sum += score;
  return sum / scores.length;
}

/** All dimensions in one number: examinees by draws; NaN where a dimension is undefined. */
function wholes(
  scores: Float64Array,
  dimensions: number,
  overall: (scores: readonly number[]) => number,
): Float64Array {
  const all = new Float64Array(scores.length / dimensions);
  const own = new Array<number>(dimensions).fill(0);
  for (let at = 0; at < all.length; at++) {
    let defined = true;
    for (let k = 0; k < dimensions; k++) {
      own[k] = scores[k * all.length + at];
      if (Number.isNaN(own[k])) defined = false;
    }
    const one = defined ? overall(own) : Number.NaN;
    all[at] = Number.isFinite(one) ? one : Number.NaN;
  }
  return all;
}

/** One number an examinee from a board at a time: examinees by draws. */
function wholeBoards(
  scores: Float64Array,
  { examinees, dimensions }: BoardSize,
  overallOfBoard: (table: readonly (readonly number[])[]) => readonly number[],
): Float64Array {
  const draws = scores.length / (dimensions * examinees);
  const all = new Float64Array(examinees * draws);
  for (let draw = 0; draw < draws; draw++) {
    const table = Array.from({ length: examinees }, (_, examinee) =>
      Array.from(
        { length: dimensions },
        (__, k) => scores[(k * examinees + examinee) * draws + draw],
      ),
    );
    for (const [examinee, one] of overallOfBoard(table).entries())
      all[examinee * draws + draw] = Number.isFinite(one) ? one : Number.NaN;
  }
  return all;
}

interface Series {
  /** One an examinee. */
  readonly points: Float64Array;
  /** Examinees by resamples. */
  readonly draws: Float64Array;
  readonly resamples: number;
  readonly tail: number;
}

function summaries({ points, draws, resamples, tail }: Series): BoardScore[] {
  const known = competitionRanks([...points]);
  const counted = rankCounts(draws, points.length);
  const [under, over] = [tail, 1 - tail];
  return known.map(({ rank }, examinee) => {
    const own = draws.subarray(examinee * resamples, (examinee + 1) * resamples);
    const defined: number[] = [];
    for (const score of own) if (!Number.isNaN(score)) defined.push(score);
    const point = points[examinee];
    return {
      mean: Number.isNaN(point) ? null : point,
      standardError: defined.length < 2 ? null : standardDeviation(defined),
      low: selectedQuantile(defined, under),
      high: selectedQuantile(defined, over),
      rank,
      rankLow: counted[examinee].best(under),
      rankHigh: counted[examinee].worst(over),
      resamples: defined.length,
    };
  });
}

function standardDeviation(values: readonly number[]): number {
  let shift = 0;
  for (const value of values) shift += value - values[0];
  shift = values[0] + shift / values.length;
  let squares = 0;
  for (const value of values) squares += (value - shift) ** 2;
  return Math.sqrt(squares / (values.length - 1));
}

/** The type-7 quantile without sorting all of it; puts the values in another order. */
function selectedQuantile(values: number[], level: number): number | null {
  if (values.length === 0) return null;
  const place = (values.length - 1) * level;
  const [lower, upper] = [Math.floor(place), Math.ceil(place)];
  quickselect(values, upper);
  quickselect(values, lower, 0, upper);
  return values[lower] + (place - lower) * (values[upper] - values[lower]);
}

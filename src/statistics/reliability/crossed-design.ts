import { ArgumentError } from "../argument-error.js";
import { checkNumbers } from "../check-argument.js";
import { isRounding, largest } from "../rounding.js";

/**
 * The scores of each examinee on each item: a list of samples a cell, empty where nothing was
 * measured.
 */
export type CrossedScores = readonly (readonly (readonly number[])[])[];

/**
 * One filled cell: its mean as a deviation from the mean of all scores, and the squares within it.
 */
export interface FilledCell {
  readonly examinee: number;
  readonly item: number;
  readonly count: number;
  readonly deviation: number;
  readonly within: readonly number[];
}

/**
 * The cells that hold scores, measured from the mean of all scores.
 *
 * @throws ArgumentError when the rows differ in length or a score is no finite number
 * @example
 * filledCells([[[1, 2], []], [[], [6]]]).map(({ deviation }) => deviation); // => [-1.5, 3]
 */
export function filledCells(scores: CrossedScores): readonly FilledCell[] {
  if (!Array.isArray(scores)) throw new ArgumentError("scores", "must be a list", scores);
  const filled: { examinee: number; item: number; own: readonly number[] }[] = [];
  for (const [examinee, row] of scores.entries()) {
    if (!Array.isArray(row) || row.length !== scores[0].length)
      throw new ArgumentError(`scores[${examinee}]`, "must have as many items as the first", row);
    for (const [item, own] of row.entries()) {
      checkNumbers(`scores[${examinee}][${item}]`, own, { least: 0 });
      if (own.length > 0) filled.push({ examinee, item, own });
    }
  }
  const all = filled.flatMap(({ own }) => own);
  const mean = all.reduce((sum, x) => sum + x / all.length, 0);
  const size = largest(all);
  const snapped = (x: number) => (isRounding(x, size) ? 0 : x);
  return filled.map(({ examinee, item, own }) => {
    const cellMean = own.reduce((sum, x) => sum + (x - mean) / own.length, 0);
    return {
      examinee,
      item,
      count: own.length,
      deviation: snapped(cellMean),
      within: own.map((x) => snapped(x - mean - cellMean)),
    };
  });
}

/**
 * Counts of a design, and the coefficients that unequal cells give the variances in the expected
 * sums of squares.
 */
export interface CrossedDesign {
  readonly examinees: number;
  readonly items: number;
  readonly cells: number;
  readonly scores: number;
  readonly coefficients: readonly (readonly number[])[];
}

/**
 * The counts of a design, with the coefficients of its expected sums of squares.
 *
 * @throws ArgumentError with scores of fewer than two examinees or two items
 * @example
 * crossedDesign(filledCells([[[1], [2]], [[3], [5]]])).coefficients; // => [[2, 0, 1], [0, 2, 1], [2, 2, 3]]
 */
export function crossedDesign(cells: readonly FilledCell[]): CrossedDesign {
  const ofExaminees = totals(cells, ({ examinee }) => examinee);
  const ofItems = totals(cells, ({ item }) => item);
  for (const [source, { size }] of [
    ["examinees", ofExaminees] as const,
    ["items", ofItems] as const,
  ])
    if (size < 2)
      throw new ArgumentError("scores", `must hold scores of at least 2 ${source}, not of`, size);
  const scores = cells.reduce((sum, { count }) => sum + count, 0);
  const mean = (weights: Iterable<number>) =>
    [...weights].reduce((sum, x) => sum + (x * x) / scores, 0);
  const [a, b, ab] = [
    mean([...ofExaminees.values()].map(({ count }) => count)),
    mean([...ofItems.values()].map(({ count }) => count)),
    mean(cells.map(({ count }) => count)),
  ];
  const spread = (of: Totals, key: (cell: FilledCell) => number) =>
    cells.reduce((sum, cell) => sum + cell.count ** 2 / (of.get(key(cell))?.count ?? 1), 0);
  const inExaminees = spread(ofExaminees, ({ examinee }) => examinee);
  const inItems = spread(ofItems, ({ item }) => item);
  return {
    examinees: ofExaminees.size,
    items: ofItems.size,
    cells: cells.length,
    scores,
    coefficients: [
      [scores - a, inExaminees - b, inExaminees - ab],
      [inItems - a, scores - b, inItems - ab],
      [scores - a, scores - b, scores - ab],
    ],
  };
}

type Totals = Map<number, { readonly count: number; readonly sum: number }>;

function totals(cells: readonly FilledCell[], key: (cell: FilledCell) => number): Totals {
  const found: Totals = new Map();
  for (const cell of cells) {
    const { count, sum } = found.get(key(cell)) ?? { count: 0, sum: 0 };
    found.set(key(cell), {
      count: count + cell.count,
      sum: sum + cell.count * cell.deviation,
    });
  }
  return found;
}

/**
 * Sums of squares around the mean of all scores: of examinees, of items, of cells, and of scores
 * within cells.
 *
 * @param scale  by which deviations are divided before squaring
 * @example
 * sumsOfSquares(filledCells([[[1], [3]], [[3], [5]]]), 1); // => { examinees: 4, items: 4, cells: 8, within: 0 }
 */
export function sumsOfSquares(cells: readonly FilledCell[], scale: number) {
  const between = (of: Totals) =>
    [...of.values()].reduce((all, { count, sum }) => all + (sum / scale) ** 2 / count, 0);
  return {
    examinees: between(totals(cells, ({ examinee }) => examinee)),
    items: between(totals(cells, ({ item }) => item)),
    cells: cells.reduce((sum, { count, deviation }) => sum + count * (deviation / scale) ** 2, 0),
    within: cells.flatMap(({ within }) => within).reduce((sum, x) => sum + (x / scale) ** 2, 0),
  };
}

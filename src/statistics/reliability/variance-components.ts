import { LuDecomposition, Matrix } from "ml-matrix";
import { ArgumentError } from "../argument-error.js";
import { checkNumbers } from "../check-argument.js";
import { isRounding, largest } from "../rounding.js";

/** The scores of each examinee on each item: a list of samples a cell, empty where nothing was measured. */
export type CrossedScores = readonly (readonly (readonly number[])[])[];

/** Where the differences between scores come from, as variances in the squared unit of the scores. */
export interface VarianceComponents {
  /** Between examinees: what a benchmark is after. */
  readonly examinees: number;
  /** Between items: some are harder for everybody. */
  readonly items: number;
  /**
   * Examinees and items together: an item that is harder for this examinee than for others. Holds the samples' noise
   * where that cannot be told apart.
   */
  readonly interaction: number;
  /** Between samples of the same examinee on the same item. `null` where no cell holds two. */
  readonly samples: number | null;
  /** What the estimates rest on. */
  readonly counts: {
    readonly examinees: number;
    readonly items: number;
    /** Pairs of examinee and item with a score. */
    readonly cells: number;
    readonly scores: number;
  };
}

/**
 * Splits the variance of scores into its sources: examinees, items, the two together, and samples of one cell. A
 * generalizability study on the crossed random design examinee x item with samples nested in cells.
 *
 * The estimates are Henderson's Method I: the sums of squares of an analysis of variance, with their expected values
 * for the cells as they are, solved for the variances. With equally many samples everywhere these are the usual
 * estimates from mean squares; missing cells and unequal numbers of samples are allowed.
 *
 * An estimate may come out negative when the true variance is near 0. It is reported as it is: a large negative one
 * says that the design is too small or the model wrong. `varianceBudget` counts it as 0.
 *
 * @param scores  examinees by items by samples; the rows equally long, cells of any length
 * @throws ArgumentError with scores of fewer than two examinees or two items, or where too few cells are shared to
 *   tell the sources apart
 *
 * Source: Henderson 1953, Method I; Searle, Casella & McCulloch 1992, chapter 5; Brennan 2001.
 *
 * @example
 * const { examinees, items, interaction, samples } = varianceComponents([[[1], [3]], [[3], [5]]]);
 * [examinees, items, interaction, samples]; // => [2, 2, 0, null] (± 1e-12)
 * varianceComponents([[[1, 2], [3]], [[2], [3, 5]]]).counts; // => { examinees: 2, items: 2, cells: 4, scores: 6 }
 * varianceComponents([[[1], [2]]]); // throws /scores must hold scores of at least 2 examinees/
 */
export function varianceComponents(scores: CrossedScores): VarianceComponents {
  const cells = cellsOf(scores);
  const design = designOf(cells);
  const replicated = design.scores > design.cells;
  // On a scale on which no deviation exceeds 1, no square overflows or vanishes.
  const scale = largest(cells.flatMap(({ deviation, within }) => [deviation, ...within])) || 1;
  const raw = squaresOf(cells, scale);
  const samples = replicated ? raw.within / (design.scores - design.cells) : 0;
  const rest = solveFor(design, [
    raw.examinees - samples * (design.examinees - 1),
    raw.items - samples * (design.items - 1),
    raw.cells - samples * (design.cells - 1),
  ]);
  const [examinees, items, interaction] = rest.map((x) => x * scale * scale);
  return {
    examinees,
    items,
    interaction,
    samples: replicated ? samples * scale * scale : null,
    counts: {
      examinees: design.examinees,
      items: design.items,
      cells: design.cells,
      scores: design.scores,
    },
  };
}

/** One filled cell: its mean as a deviation from the mean of all scores, and the squares within it. */
interface FilledCell {
  readonly examinee: number;
  readonly item: number;
  readonly count: number;
  readonly deviation: number;
  readonly within: readonly number[];
}

function cellsOf(scores: CrossedScores): readonly FilledCell[] {
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

/** Counts of a design, and the coefficients that unequal cells give the variances in the expected sums of squares. */
interface Design {
  readonly examinees: number;
  readonly items: number;
  readonly cells: number;
  readonly scores: number;
  readonly coefficients: readonly (readonly number[])[];
}

function designOf(cells: readonly FilledCell[]): Design {
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

/** Sums of squares around the mean of all scores: of examinees, of items, of cells, and of scores within cells. */
function squaresOf(cells: readonly FilledCell[], scale: number) {
  const between = (of: Totals) =>
    [...of.values()].reduce((all, { count, sum }) => all + (sum / scale) ** 2 / count, 0);
  return {
    examinees: between(totals(cells, ({ examinee }) => examinee)),
    items: between(totals(cells, ({ item }) => item)),
    cells: cells.reduce((sum, { count, deviation }) => sum + count * (deviation / scale) ** 2, 0),
    within: cells.flatMap(({ within }) => within).reduce((sum, x) => sum + (x / scale) ** 2, 0),
  };
}

/** Below this the three equations say the same thing twice. */
const SINGULAR = 1e-9;

function solveFor({ coefficients, scores }: Design, squares: readonly number[]): readonly number[] {
  const system = new LuDecomposition(
    new Matrix(coefficients.map((row) => row.map((x) => x / scores))),
  );
  if (Math.abs(system.determinant) < SINGULAR)
    throw new ArgumentError(
      "scores",
      "must have enough cells shared by examinees and items to tell the sources of variance apart; scores were",
      scores,
    );
  return system.solve(Matrix.columnVector(squares.map((x) => x / scores))).to1DArray();
}

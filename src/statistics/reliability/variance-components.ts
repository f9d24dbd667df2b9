import { LuDecomposition, Matrix } from "ml-matrix";
import { ArgumentError } from "../argument-error.js";
import { largest } from "../rounding.js";
import {
  type CrossedDesign,
  type CrossedScores,
  crossedDesign,
  filledCells,
  sumsOfSquares,
} from "./crossed-design.js";

/**
 * Where the differences between scores come from, as variances in the squared unit of the scores.
 */
export interface VarianceComponents {
  /** Between examinees: what a benchmark is after. */
  readonly examinees: number;
  /** Between items: some are harder for everybody. */
  readonly items: number;
  /**
   * Examinees and items together: an item that is harder for this examinee than for others. Holds
   * the samples' noise where that cannot be told apart.
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
 * Splits the variance of scores into its sources: examinees, items, the two together, and samples
 * of one cell. A generalizability study on the crossed random design examinee x item with samples
 * nested in cells.
 *
 * The estimates are Henderson's Method I: the sums of squares of an analysis of variance, with
 * their expected values for the cells as they are, solved for the variances. With equally many
 * samples everywhere these are the usual estimates from mean squares; missing cells and unequal
 * numbers of samples are allowed.
 *
 * An estimate may come out negative when the true variance is near 0. It is reported as it is: a
 * large negative one says that the design is too small or the model wrong. `varianceBudget` counts
 * it as 0.
 *
 * @param scores  examinees by items by samples; the rows equally long, cells of any length
 * @throws ArgumentError with scores of fewer than two examinees or two items, or where too few
 * cells are shared to tell the sources apart
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
  const cells = filledCells(scores);
  const design = crossedDesign(cells);
  const replicated = design.scores > design.cells;
  // On a scale on which no deviation exceeds 1, no square overflows or vanishes.
  const scale = largest(cells.flatMap(({ deviation, within }) => [deviation, ...within])) || 1;
  const raw = sumsOfSquares(cells, scale);
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

/** Below this the three equations say the same thing twice. */
const SINGULAR = 1e-9;

function solveFor(
  { coefficients, scores }: CrossedDesign,
  squares: readonly number[],
): readonly number[] {
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

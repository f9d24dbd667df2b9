import { ArgumentError } from "../argument-error.js";
import { checkNumber } from "../check-argument.js";

/** Scores of each examinee on each item; `null` where there is none. */
export type ScoreRows = readonly (readonly (number | null)[])[];

/** How often examinees beat and tied each other on items both have a score for. */
export interface Comparisons {
  /** Row beats column on so many items. */
  readonly wins: readonly (readonly number[])[];
  /** Row and column tie on so many items; the same both ways round. */
  readonly ties: readonly (readonly number[])[];
  /** Items on which at least two have a score. */
  readonly items: number;
  /** Comparisons of two, ties included. */
  readonly comparisons: number;
}

/**
 * Turns scores item by item into wins and ties of every pair: what `bradleyTerry` takes. Only the
 * order within an item counts, so items may be of any difficulty and scale.
 *
 * Comparisons of one item are not independent of each other; for intervals of ratings, resample
 * items.
 *
 * @param scores   examinees in rows, items in columns; `null` for a missing score, which is
 * compared with nothing
 * @param options  `margin`: scores no further apart than this tie, from 0 (0)
 * @throws ArgumentError when rows differ in length, or a score is neither a finite number nor
 * `null`
 *
 * Source: math 4.5.
 *
 * @example
 * const { wins, ties } = compareScores([[0.9, 0.5, 0.2], [0.4, 0.5, null]]);
 * wins; // => [[0, 1], [0, 0]]
 * ties; // => [[0, 1], [1, 0]]
 */
export function compareScores(
  scores: ScoreRows,
  { margin = 0 }: { readonly margin?: number } = {},
): Comparisons {
  checkScoreRows(scores);
  checkNumber("margin", margin, { from: 0 });
  const table = () => scores.map(() => new Array<number>(scores.length).fill(0));
  const [wins, ties] = [table(), table()];
  const played = new Set<number>();
  let comparisons = 0;
  for (const [a, row] of scores.entries())
    for (let b = 0; b < a; b++)
      for (const [item, own] of row.entries()) {
        const other = scores[b][item];
        if (own === null || other === null) continue;
        played.add(item);
        comparisons++;
        if (Math.abs(own - other) <= margin) {
          ties[a][b]++;
          ties[b][a]++;
        } else if (own > other) wins[a][b]++;
        else wins[b][a]++;
      }
  return { wins, ties, items: played.size, comparisons };
}

/**
 * Refuses scores that are no table of numbers and gaps.
 *
 * @throws ArgumentError
 * @example
 * checkScoreRows([[1, null], [0.5, 2]]);
 * checkScoreRows([[1, undefined]]); // throws /scores\[0\]\[1\] must be a finite number: undefined/
 */
export function checkScoreRows(scores: ScoreRows): void {
  if (!Array.isArray(scores) || scores.length === 0)
    throw new ArgumentError("scores", "must be a list of at least one examinee's scores", scores);
  for (const [examinee, row] of scores.entries()) {
    if (!Array.isArray(row) || row.length !== scores[0].length)
      throw new ArgumentError(`scores[${examinee}]`, "must be as long as the first row", row);
    for (let item = 0; item < row.length; item++)
      if (row[item] !== null) checkNumber(`scores[${examinee}][${item}]`, row[item]);
  }
}

import { ArgumentError } from "../argument-error.js";
import { checkNumber, checkTable } from "../check-argument.js";
import { minimiseConvex } from "../minimise-convex.js";
import { davidsonLoss } from "./davidson-loss.js";
import { isComparable, type PairResult } from "./is-comparable.js";
import { strengthErrors } from "./strength-errors.js";

/** How often examinees beat and tied each other. */
export type ResultTable = readonly (readonly number[])[];

/** Options of a Bradley-Terry fit. */
export interface BradleyTerryOptions {
  /**
   * How often each pair tied: the same table both ways round, 0 on the diagonal. Absent: no ties.
   */
  readonly ties?: ResultTable;
  /**
   * Wins added both ways to every pair, 0 to 1e9 (0). With 0.5 or so every table has a finite
   * answer.
   */
  readonly prior?: number;
}

/** Strengths on the scale of log-odds. */
export interface BradleyTerryFit {
  /**
   * One an examinee, mean 0. The difference of two is the log-odds of one beating the other, ties
   * apart. All NaN where not comparable.
   */
  readonly strengths: readonly number[];
  /**
   * Of each strength, around the mean of all, taking comparisons as independent. All NaN where not
   * comparable.
   */
  readonly standardErrors: readonly number[];
  /**
   * How readily equals tie: the odds of a tie against a given one of them winning. 0 without ties;
   * NaN where not comparable.
   */
  readonly tieOdds: number;
  /** Whether the results determine finite strengths. If not, compare more, or use a prior. */
  readonly comparable: boolean;
  /** Comparisons seen, ties included, the prior not. */
  readonly comparisons: number;
}

/** Larger or smaller numbers of wins would drown each other. */
const MOST = 1e9;
const LEAST = 1e-6;

/**
 * Bradley-Terry ratings: the strengths under which the wins that were seen are the likeliest. They
 * do not depend on the order of the comparisons, so a fixed table of results is best rated by them.
 *
 * Ties follow Davidson's model: a tie is the likelier the closer two strengths are, and one number
 * more says how likely ties are at all. Wins may be fractions, such as weights.
 *
 * Finite strengths exist only if nobody is out of reach: for every way to part the examinees into
 * two groups, somebody of each group must have beaten somebody of the other. Else `comparable` is
 * false; a prior of half a win both ways always gives an answer.
 *
 * @param wins     row beats column so often; 0, or from 1e-6 to 1e9; 0 on the diagonal
 * @param options  `ties` and `prior`
 * @throws ArgumentError when a table is not square, or `ties` is not the same both ways
 *
 * Source: Bradley & Terry 1952; Davidson 1970; Hunter 2004; math 4.5.
 *
 * @example
 * bradleyTerry([[0, 3], [1, 0]]).strengths; // => [0.5493061443, -0.5493061443] (± 1e-9)
 * bradleyTerry([[0, 3, 4], [2, 0, 3], [1, 2, 0]]).strengths; // => [0.5759621643, 0, -0.5759621643] (± 1e-9)
 * bradleyTerry([[0, 3], [0, 0]]).comparable; // => false
 * bradleyTerry([[0, 3], [0, 0]], { prior: 0.5 }).strengths[0]; // => 0.9729550745 (± 1e-9)
 * const ties = [[0, 4], [4, 0]];
 * bradleyTerry([[0, 2], [2, 0]], { ties }).tieOdds; // => 2 (± 1e-9)
 */
export function bradleyTerry(
  wins: ResultTable,
  { ties, prior = 0 }: BradleyTerryOptions = {},
): BradleyTerryFit {
  checkResults("wins", wins, wins);
  if (ties) checkTies(ties, wins);
  checkAmount("prior", prior);
  const pairs = pairsOf(wins, ties, prior);
  const comparisons = pairsOf(wins, ties, 0).reduce(
    (sum, { won, lost, tied }) => sum + won + lost + tied,
    0,
  );
  const withTies = pairs.some(({ tied }) => tied > 0);
  const size = wins.length;
  if (!isComparable(size, pairs)) {
    const none = wins.map(() => Number.NaN);
    return {
      strengths: none,
      standardErrors: none,
      tieOdds: Number.NaN,
      comparable: false,
      comparisons,
    };
  }
  // The last strength is held at 0; behind the strengths stands the logarithm of the tie odds.
  const free = size - 1;
  const loss = davidsonLoss(pairs, free, withTies);
  const start = new Array<number>(free + Number(withTies)).fill(0);
  const fitted = start.length === 0 ? [] : minimiseConvex(start, loss);
  const raw = [...fitted.slice(0, free), 0];
  const mean = raw.reduce((sum, strength) => sum + strength / size, 0);
  return {
    strengths: raw.map((strength) => strength - mean),
    standardErrors: strengthErrors(loss.slopesAt(fitted).curvature, free),
    tieOdds: withTies ? Math.exp(fitted[free]) : 0,
    comparable: true,
    comparisons,
  };
}

function pairsOf(
  wins: ResultTable,
  ties: ResultTable | undefined,
  prior: number,
): readonly PairResult[] {
  return wins.flatMap((row, first) =>
    row.slice(0, first).map((won, second) => ({
      first,
      second,
      won: won + prior,
      lost: wins[second][first] + prior,
      tied: ties?.[first][second] ?? 0,
    })),
  );
}

function checkResults(name: string, table: ResultTable, wins: ResultTable): void {
  checkTable(name, table, { rows: wins.length, columns: wins.length, from: 0, to: MOST });
  for (const [at, row] of table.entries()) {
    row.forEach((amount, other) => {
      checkAmount(`${name}[${at}][${other}]`, amount);
    });
    if (row[at] !== 0) throw new ArgumentError(`${name}[${at}][${at}]`, "must be 0", row[at]);
  }
}

function checkAmount(name: string, amount: number): void {
  checkNumber(name, amount, { from: 0, to: MOST });
  if (amount !== 0) checkNumber(name, amount, { from: LEAST, to: MOST });
}

function checkTies(ties: ResultTable, wins: ResultTable): void {
  checkResults("ties", ties, wins);
  for (const [a, row] of ties.entries())
    for (let b = 0; b < a; b++)
      if (row[b] !== ties[b][a])
        throw new ArgumentError(`ties[${a}][${b}]`, `must equal ties[${b}][${a}]`, row[b]);
}

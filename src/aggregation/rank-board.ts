import { normalisedWeights } from "../statistics/normalised-weights.js";
import type { Board, BoardDimension } from "./board.js";
import { boardNotes } from "./board-notes.js";
import type { RankingRule } from "./ranking-rule.js";
import { type Scaling, scaledScores } from "./scaled-scores.js";
import type { MaybeScore, WelfareResult } from "./welfare-result.js";

/** How to make one order of many scores. */
export interface RankBoardOptions {
  readonly rule: RankingRule;
  /** One a column, raw and not negative; 0 leaves a column out; equal unless told. */
  readonly weights?: readonly number[] | null;
  /** `raw` unless told. */
  readonly scaling?: Scaling;
  /** Rows with a score missing: no value (`refuse`, unless told) or a value of what there is. */
  readonly missing?: "refuse" | "drop";
}

/** An examinee's place. */
export interface RankedRow {
  readonly id: string;
  readonly name: string;
  /** What the rule makes of its scores, on the scale of the scaling; `null` where there is none. */
  readonly value: number | null;
  /** 1 for the first; equals share a rank. `null` without a value. */
  readonly rank: number | null;
  /** Why there is no value, or why it is 0; `null` where nothing is to be said. */
  readonly why: string | null;
  /** What must be said beside the row; `null` where nothing. */
  readonly flag: string | null;
}

/** A board in order. */
export interface Ranking {
  readonly kind: "ranking";
  readonly rule: string;
  readonly ruleName: string;
  readonly parameters: Readonly<Record<string, number>>;
  readonly scaling: Scaling;
  readonly dimensions: readonly BoardDimension[];
  /** One a column; they sum to 1. */
  readonly weights: readonly number[];
  /** First to last, then those without a value by name. */
  readonly rows: readonly RankedRow[];
  readonly counts: { readonly examinees: number; readonly ranked: number };
  /** What this ranking cannot show, in sentences. */
  readonly notes: readonly string[];
}

/**
 * Puts a board in order under a welfare rule, your weights and a scaling. Look at `dominanceGraph` first (who is
 * at least as good on every dimension), and at `rankSensitivity` after (how much of the order is the rule's).
 *
 * Source: paper, section 2.3 (weighted social welfare functions); math 3.
 *
 * @param board    scores in [0, 1]
 * @throws ArgumentError when the weights do not fit the columns, one is negative, or all are 0
 * @example
 * const dimensions = ["care", "power"].map((id) => ({ system: "s", dimension: id, name: id }));
 * const row = (id, ...scores) => ({ id, name: id, scores, flag: null });
 * const board = { dimensions, rows: [row("a", 0.9, 0.1), row("b", 0.4, 0.5)] };
 * const best = rankingRule("best", (scores) => Math.max(...scores));
 * const worst = rankingRule("worst", (scores) => Math.min(...scores));
 * rankBoard(board, { rule: best }).rows[0].id; // => "a"
 * rankBoard(board, { rule: worst }).rows[0].id; // => "b"
 * rankBoard(board, { rule: worst, weights: [0, 0] }); // throws /weights must have one above 0/
 */
export function rankBoard(
  board: Board,
  { rule, weights = null, scaling = "raw", missing = "refuse" }: RankBoardOptions,
): Ranking {
  const shares = normalisedWeights(weights, board.dimensions.length);
  const names = board.dimensions.map(({ name }) => name);
  const table = scaledScores(
    board.rows.map(({ scores }) => scores),
    scaling,
  );
  const results = table.map((scores) => rule.of(scores, shares, { missing, names }));
  const rows = board.rows.map(({ id, name, flag }, at): RankedRow => {
    const { value, why } = results[at];
    return { id, name, value, rank: placeOf(at, table, results, rule, shares), why, flag };
  });
  const last = rows.length + 1;
  const sorted = rows.toSorted(
    (a, b) => (a.rank ?? last) - (b.rank ?? last) || (a.name < b.name ? -1 : 1),
  );
  return {
    kind: "ranking",
    rule: rule.id,
    ruleName: rule.name,
    parameters: rule.values,
    scaling,
    dimensions: board.dimensions,
    weights: shares,
    rows: sorted,
    counts: {
      examinees: rows.length,
      ranked: rows.filter(({ rank }) => rank !== null).length,
    },
    notes: [
      ...boardNotes(board),
      ...lowestNote(board, table, rule, shares),
      ...unrankedNotes(sorted),
    ],
  };
}

/** Values this close differ by rounding alone, as in `competitionRanks`. */
const SAME = 1e-12;

/** One more than how many are better; `null` without a value. */
function placeOf(
  at: number,
  table: readonly (readonly MaybeScore[])[],
  results: readonly WelfareResult[],
  rule: RankingRule,
  weights: readonly number[],
): number | null {
  const own = results[at];
  if (own.value === null) return null;
  const mine = own.value;
  const better = results.filter((other, place) => {
    if (place === at || other.value === null) return false;
    const margin = SAME * Math.max(Math.abs(other.value), Math.abs(mine));
    if (Math.abs(other.value - mine) > margin) return other.value > mine;
    // Equal numbers may still be ordered, as leximin does; not where they rest on other dimensions.
    if (other.counted.length !== own.counted.length || other.dropped.length > 0) return false;
    return other.value === mine && rule.compare(table[place], table[at], weights) === 1;
  });
  return 1 + better.length;
}

/** Rules that read the lowest score are told by one dimension where that is the lowest for most. */
function lowestNote(
  board: Board,
  table: readonly (readonly MaybeScore[])[],
  rule: RankingRule,
  weights: readonly number[],
): string[] {
  if (!["rawls", "leximin"].includes(rule.id) || board.dimensions.length < 2) return [];
  const lowest = table.flatMap((scores) => {
    const counted = scores.flatMap((score, k) =>
      score !== null && weights[k] > 0 ? [{ score, k }] : [],
    );
    if (counted.length === 0) return [];
    return [counted.reduce((low, one) => (one.score < low.score ? one : low)).k];
  });
  const tally = new Map<number, number>();
  for (const k of lowest) tally.set(k, (tally.get(k) ?? 0) + 1);
  const said = [...tally]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, 3)
    .map(([k, count]) => `${board.dimensions[k].name} (${count} of ${lowest.length})`);
  return said.length === 0 ? [] : [`the lowest score, which decides, is ${said.join(", ")}`];
}

function unrankedNotes(rows: readonly RankedRow[]): string[] {
  const without = rows.filter(({ value, why }) => value === null && why !== null);
  return without.map(({ name, why }) => `${name} is not ranked: ${why}`);
}

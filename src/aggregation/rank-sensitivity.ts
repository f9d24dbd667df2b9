import type { Stream } from "../random/stream.js";
import { checkNumber } from "../statistics/check-argument.js";
import { normalisedWeights } from "../statistics/normalised-weights.js";
import { quantile } from "../statistics/quantile.js";
import type { Board, BoardRow } from "./board.js";
import { type RankBoardOptions, rankBoard } from "./rank-board.js";
import { evenWeights } from "./rank-stability.js";
import type { RankingRule } from "./ranking-rule.js";
import type { Scaling } from "./scaled-scores.js";

/** What to vary. */
export interface RankSensitivityOptions {
  /** The rules to try; each counts once. */
  readonly rules: readonly RankingRule[];
  /** The weights at hand, as in `rankBoard`. */
  readonly weights?: readonly number[] | null;
  /** The scalings to try with every rule; `raw` alone unless told. */
  readonly scalings?: readonly Scaling[];
  /** Where neighbouring weights are drawn from; consumed. */
  readonly random: Stream;
  /** How many weight vectors; 500 unless told. */
  readonly draws?: number;
  /**
   * How far a neighbour may be from your weights, from 0 (they are sure) to 1 (any weights are as good); 0.3 unless told: 70 % your weights,
   * 30 % drawn.
   */
  readonly doubt?: number;
  /** Which rule the neighbouring weights are tried with; the first unless told. */
  readonly rule?: RankingRule;
  readonly missing?: RankBoardOptions["missing"];
}

/** How far one examinee's place depends on choices. */
export interface RankSensitivityRow {
  readonly id: string;
  readonly name: string;
  /** Share of the rules under which it is first, alone or not; `null` where no rule gives it a value. */
  readonly firstUnderRules: number | null;
  readonly bestRule: number | null;
  readonly worstRule: number | null;
  /** Share of the neighbouring weights under which it is first. */
  readonly firstUnderWeights: number | null;
  /** Between which ranks it stays under 95 of 100 neighbouring weights. */
  readonly lowRank: number | null;
  readonly highRank: number | null;
}

/** Who is first under one rule and scaling. */
export interface RuleVerdict {
  readonly rule: string;
  readonly ruleName: string;
  readonly parameters: Readonly<Record<string, number>>;
  readonly scaling: Scaling;
  /** Ids; several where they tie, none where the rule gives nobody a value. */
  readonly first: readonly string[];
}

/** How much of an order lies in the scores, and how much in the choices. */
export interface RankSensitivity {
  readonly kind: "rank-sensitivity";
  /** Most often first under the rules, then by name. */
  readonly rows: readonly RankSensitivityRow[];
  readonly verdicts: readonly RuleVerdict[];
  readonly draws: number;
  readonly doubt: number;
  /** The rule with which weights were varied. */
  readonly rule: string;
}

/**
 * How robust is a first place? Ranks the board under every rule and scaling given, and under many weights near yours,
 * and counts: "first under 83 % of the rules". An examinee that is first only here and there owes it to the rule.
 *
 * Rules that give an examinee no value do not count for it. Rules of one family with several parameters count
 * several times: choose a list you would defend (`comparedRules` of the catalogue is ours).
 *
 * Source: math 3 (ranking stability); issue of commensurability in peers 3.3.
 *
 * @throws ArgumentError when there is no rule, the weights do not fit, or `doubt` or `draws` is out of range
 * @example
 * const dimensions = ["care", "power"].map((id) => ({ system: "s", dimension: id, name: id }));
 * const row = (id, ...scores) => ({ id, name: id, scores, flag: null });
 * const board = { dimensions, rows: [row("a", 0.9, 0.2), row("b", 0.4, 0.5)] };
 * const best = rankingRule("best", (scores) => Math.max(...scores));
 * const worst = rankingRule("worst", (scores) => Math.min(...scores));
 * const product = rankingRule("product", ([a, b]) => a * b);
 * const rules = [best, worst, product];
 * const { rows } = rankSensitivity(board, { rules, random: stream(1, "weights"), draws: 50 });
 * rows.map(({ id, firstUnderRules }) => [id, firstUnderRules]); // => [["b", 0.666666], ["a", 0.333333]] (± 1e-5)
 */
export function rankSensitivity(board: Board, options: RankSensitivityOptions): RankSensitivity {
  const { rules, weights = null, scalings = ["raw"], random, missing } = options;
  const { draws = 500, doubt = 0.3, rule = rules[0] } = options;
  checkNumber("rules", rules.length, { from: 1, whole: true });
  checkNumber("draws", draws, { from: 1, to: 1e6, whole: true });
  checkNumber("doubt", doubt, { from: 0, to: 1 });
  const own = normalisedWeights(weights, board.dimensions.length);
  const ranked = rules.flatMap((one) =>
    scalings.map((scaling) => rankBoard(board, { rule: one, weights, scaling, missing })),
  );
  const byRule = ranksOf(board, ranked);
  const near = Array.from({ length: draws }, () => {
    const drawn = neighbour(own, doubt, random);
    return rankBoard(board, { rule, weights: drawn, scaling: scalings[0], missing });
  });
  const byWeight = ranksOf(board, near);
  const rows = board.rows.map((row, at) => rowOf(row, byRule[at], byWeight[at]));
  return {
    kind: "rank-sensitivity",
    rows: rows.toSorted(
      (a, b) =>
        (b.firstUnderRules ?? -1) - (a.firstUnderRules ?? -1) ||
        (a.bestRule ?? Infinity) - (b.bestRule ?? Infinity) ||
        (a.name < b.name ? -1 : 1),
    ),
    verdicts: ranked.map((one) => ({
      rule: one.rule,
      ruleName: one.ruleName,
      parameters: one.parameters,
      scaling: one.scaling,
      first: one.rows.filter(({ rank }) => rank === 1).map(({ id }) => id),
    })),
    draws,
    doubt,
    rule: rule.id,
  };
}

function rowOf(
  { id, name }: BoardRow,
  byRule: readonly number[],
  byWeight: readonly number[],
): RankSensitivityRow {
  const of = (values: readonly number[], pick: (values: readonly number[]) => number) =>
    values.length === 0 ? null : pick(values);
  return {
    id,
    name,
    firstUnderRules: of(byRule, shareFirst),
    bestRule: of(byRule, (ranks) => Math.min(...ranks)),
    worstRule: of(byRule, (ranks) => Math.max(...ranks)),
    firstUnderWeights: of(byWeight, shareFirst),
    lowRank: of(byWeight, (ranks) => quantile(ranks, 0.025)),
    highRank: of(byWeight, (ranks) => quantile(ranks, 0.975)),
  };
}

/** A weight of 0 says that a dimension is no concern of yours; neighbours keep to that. */
function neighbour(own: readonly number[], doubt: number, random: Stream): number[] {
  const counting = own.flatMap((weight, k) => (weight > 0 ? [k] : []));
  const drawn = evenWeights(counting.length, random);
  const near = [...own];
  for (const [place, k] of counting.entries())
    near[k] = (1 - doubt) * own[k] + doubt * drawn[place];
  return near;
}

/** By row of the board: its ranks, where it had one. */
function ranksOf(
  board: Board,
  rankings: readonly { readonly rows: readonly { id: string; rank: number | null }[] }[],
): number[][] {
  const places = new Map(board.rows.map(({ id }, at) => [id, at]));
  const found = board.rows.map((): number[] => []);
  for (const { rows } of rankings)
    for (const { id, rank } of rows) if (rank !== null) found[places.get(id) ?? 0].push(rank);
  return found;
}

function shareFirst(ranks: readonly number[]): number {
  return ranks.filter((rank) => rank === 1).length / ranks.length;
}

import { type Board, columnOf, pickColumns } from "../aggregation/board.js";
import { type DominanceGraph, dominanceGraph } from "../aggregation/dominance-graph.js";
import { type RankBoardOptions, type Ranking, rankBoard } from "../aggregation/rank-board.js";
import { type RankInterval, rankIntervals } from "../aggregation/rank-intervals.js";
import { type RankSensitivity, rankSensitivity } from "../aggregation/rank-sensitivity.js";
import type { Scaling } from "../aggregation/scaled-scores.js";
import { boardItems } from "../aggregation/study-board.js";
import { chosen, readChoice } from "../catalogue/choice.js";
import { comparedRules } from "../catalogue/compared-rules.js";
import { welfareRule } from "../catalogue/welfare-rules.js";
import { InputError } from "../ports/input-error.js";
import { stream } from "../random/stream.js";
import { EXIT } from "./exit-code.js";
import {
  asInput,
  namedNumbers,
  type ReadingSource,
  type ReadingSourceFlags,
  readingSource,
} from "./reading-source.js";
import { textTable } from "./text-table.js";
import type { VerbContext } from "./verb-context.js";

/** Flags of `rank`. */
export interface RankFlags extends ReadingSourceFlags {
  readonly json?: boolean;
  readonly weights?: string;
  readonly rule: string;
  readonly scaling: string;
  readonly dimension?: readonly string[];
  readonly dropMissing?: boolean;
  readonly seed: number;
}

const RESAMPLES = 500;

/** Puts a study's examinees, or the published models, in order; says how much of the order is whose. */
export async function rank(name: string, flags: RankFlags, { out }: VerbContext): Promise<number> {
  const read = await readingSource(name, flags);
  if (read.caution !== null)
    throw new InputError({
      where: `${name}/study.json: caution`,
      problem: "says that nothing is to be ranked",
      arrived: read.caution,
      fix: "look at the scores by dimension: value-compass export",
    });
  const fix = "--help shows what there is";
  const board = asInput("--dimension", fix, () =>
    flags.dimension ? pickColumns(read.board, flags.dimension) : read.board,
  );
  const rule = asInput("--rule", fix, () => chosen(welfareRule, readChoice(flags.rule)));
  const how = {
    rule,
    weights: flags.weights === undefined ? null : weightsOf(board, flags.weights),
    scaling: flags.scaling as Scaling,
    missing: flags.dropMissing ? "drop" : "refuse",
  } as const;
  const ranking = asInput("--weights, --scaling", fix, () => rankBoard(board, how));
  const sensitivity = rankSensitivity(board, {
    rules: comparedRules(),
    rule,
    weights: how.weights,
    scalings: [how.scaling],
    missing: how.missing,
    random: stream(flags.seed, "neighbouring weights"),
  });
  const intervals = intervalsOf(board, read, how, flags.seed);
  const dominance = dominanceGraph(board);
  const found = { source: read.source, ranking, intervals, sensitivity, dominance };
  out(flags.json ? `${JSON.stringify(found)}\n` : textOf(found, flags.seed));
  return EXIT.done;
}

interface Found {
  readonly source: string;
  readonly ranking: Ranking;
  readonly intervals: readonly RankInterval[] | null;
  readonly sensitivity: RankSensitivity;
  readonly dominance: DominanceGraph;
}

function textOf(
  { source, ranking, intervals, sensitivity, dominance }: Found,
  seed: number,
): string {
  const { ranked, examinees } = ranking.counts;
  const notes = ranking.notes.map((note) => `note: ${note}\n`).join("");
  const ordered = `${dominance.ordered} of ${dominance.pairs} pairs are ordered on every dimension; the rest is left to weights and rules`;
  const tried = `${sensitivity.verdicts.length} rules and ${sensitivity.draws} weights near yours (seed ${seed})`;
  return [
    `${headOf(ranking, source)}\n\n`,
    `${tableOf(ranking, intervals, sensitivity, dominance)}\n\n`,
    `${notes}${ordered}\nranked ${ranked} of ${examinees}; tried ${tried}\n`,
  ].join("");
}

function weightsOf(board: Board, text: string): number[] {
  const weights = board.dimensions.map(() => 0);
  for (const [name, weight] of namedNumbers("--weights", text)) {
    const at = asInput("--weights", "--help shows how to name one", () => columnOf(board, name));
    weights[at] = weight;
  }
  return weights;
}

function intervalsOf(
  board: Board,
  { items }: ReadingSource,
  how: RankBoardOptions,
  seed: number,
): readonly RankInterval[] | null {
  const drawn = items === null || board.rows.length === 0 ? null : boardItems(board, items);
  if (drawn === null) return null;
  const random = stream(seed, "rank intervals");
  return rankIntervals(board, drawn, { ...how, random, resamples: RESAMPLES });
}

function headOf(ranking: Ranking, source: string): string {
  const counted = ranking.dimensions.flatMap(({ name }, k) =>
    ranking.weights[k] > 0 ? [`${name} ${(100 * ranking.weights[k]).toFixed(0)} %`] : [],
  );
  const told = Object.entries(ranking.parameters).map(([id, value]) => ` ${id} ${value}`);
  return [
    `${ranking.ruleName}${told.join(",")}; scaling: ${ranking.scaling}`,
    `weights: ${counted.length > 12 ? `${counted.length} dimensions alike or as given` : counted.join(", ")}`,
    `source: ${source}`,
  ].join("\n");
}

function tableOf(
  { rows, scaling }: Ranking,
  intervals: readonly RankInterval[] | null,
  sensitivity: RankSensitivity,
  dominance: { readonly nodes: readonly { id: string; dominatedBy: number }[] },
): string {
  const percent = (share: number | null) =>
    share === null ? "-" : `${(100 * share).toFixed(0)} %`;
  const factor = scaling === "raw" || scaling === "centred" ? 100 : 1;
  const shown = (value: number | null) =>
    value === null ? "-" : (factor * value).toFixed(factor === 1 ? 3 : 2);
  const whole = (value: number | null | undefined) =>
    value === null || value === undefined ? "?" : value.toFixed(0);
  const cells = rows.map(({ id, name, rank: place, value, flag }) => {
    const interval = intervals?.find((one) => one.id === id);
    const own = sensitivity.rows.find((one) => one.id === id);
    return [
      place === null ? "-" : String(place),
      flag === null ? name : `${name} (!)`,
      shown(value),
      interval ? `${whole(interval.rankLow)}-${whole(interval.rankHigh)}` : "unknown",
      percent(own?.firstUnderRules ?? null),
      `${whole(own?.bestRule)}-${whole(own?.worstRule)}`,
      percent(own?.firstUnderWeights ?? null),
      String(dominance.nodes.find((one) => one.id === id)?.dominatedBy ?? "-"),
    ];
  });
  const right = (title: string) => ({ title, align: "right" as const });
  return textTable(
    [
      right("rank"),
      { title: "examinee", align: "left" },
      right("value"),
      right("ranks (items)"),
      right("first: rules"),
      right("ranks (rules)"),
      right("first: weights"),
      right("dominated by"),
    ],
    cells,
  );
}

import { mean } from "simple-statistics";
import type { Board } from "../../aggregation/board.js";
import { constantRow } from "../../aggregation/board-notes.js";
import { type RankedRow, rankBoard } from "../../aggregation/rank-board.js";
import { type Scaling, scaledScores, scalings } from "../../aggregation/scaled-scores.js";
import type { MaybeScore } from "../../aggregation/welfare-result.js";
import { type Welfare, welfareRule, welfareRules } from "../../catalogue/welfare-rules.js";
import { scoreLookup } from "../../figures/score-lookup.js";
import type { ExamineeCard } from "../../records/examinee-card.js";
import type { Dimension, ValueSystem } from "../../values/value-system.js";
import { nameOf } from "../report-context.js";
import { columnReadings } from "./column-readings.js";
import type { Site } from "./site.js";
import { readNumbers, type SiteState } from "./site-state.js";

/** A dimension that may be weighed. */
export interface Column {
  /** `schwartz.power`: dimensions of two systems may share an id. */
  readonly key: string;
  readonly system: ValueSystem;
  readonly dimension: Dimension;
  readonly weight: number;
}

/** By what the board is ranked. */
export interface BoardSettings {
  readonly systems: readonly ValueSystem[];
  /** All dimensions of the systems; those of weight 0 do not count. */
  readonly columns: readonly Column[];
  readonly rule: Welfare;
  readonly scaling: Scaling;
  /** Counts only the items of one round; `null` for all. */
  readonly round: number | null;
}

/** One examinee on the board. */
export interface BoardLine {
  readonly card: ExamineeCard;
  readonly name: string;
  /** In [0, 1], in the order of the columns. */
  readonly scores: readonly MaybeScore[];
  /** On the chosen scaling, in the order of the columns. */
  readonly scaled: readonly MaybeScore[];
  /** Under the rule; `null` where nothing is weighed at all. */
  readonly result: Pick<RankedRow, "value" | "why"> | null;
  readonly rank: number | null;
  /** What must be said beside the row, or `null`. */
  readonly flag: string | null;
}

/** Reads the settings off the address; what it does not say, or says wrongly, is as it was at first. */
export function boardSettings(site: Site, { choices }: SiteState): BoardSettings {
  const own = site.systems.filter(({ id }) => id === choices.s);
  const systems =
    choices.s === "all" ? site.systems : own.length > 0 ? own : site.systems.slice(0, 1);
  const weights = readNumbers(choices.w);
  const columns = systems.flatMap((system) =>
    system.dimensions.map((dimension) => {
      const key = `${system.id}.${dimension.id}`;
      const weight = Object.hasOwn(weights, key) ? weights[key] : 1;
      return { key, system, dimension, weight: Math.min(MOST_WEIGHT, Math.max(0, weight)) };
    }),
  );
  const scaling = scalings.find(({ id }) => id === choices.scale)?.id ?? "raw";
  const rounds = roundsOf(site, systems);
  const round = rounds.find((one) => String(one) === choices.round) ?? null;
  return { systems, columns, rule: chosenRule(choices.rule, choices.p), scaling, round };
}

/** The rounds whose items can be counted by themselves, in order. */
export function roundsOf(site: Site, systems: readonly ValueSystem[]): readonly number[] {
  if (!site.data.hasItems) return [];
  const own = systems.map(({ id }) => id);
  const rounds = site.results.rounds.flatMap(({ system, round }) =>
    own.includes(system) ? [round] : [],
  );
  return [...new Set(rounds)].sort((a, b) => a - b);
}

/** The most that one dimension may weigh. */
export const MOST_WEIGHT = 5;

function chosenRule(id: string | undefined, parameter: string | undefined): Welfare {
  const entry = welfareRules.find((one) => one.id === id) ?? welfareRules[0];
  const [tuned] = entry.parameters;
  const value = Number(parameter);
  const isIn = tuned && parameter && value >= tuned.lowest && value <= tuned.highest;
  return welfareRule(entry.id, isIn ? { [tuned.id]: value } : {});
}

/** The columns of the settings as a board that the library ranks: of all items, or of those of one round. */
export function siteBoard(site: Site, { columns, systems, round }: BoardSettings): Board {
  const lookups = new Map(systems.map(({ id }) => [id, scoreLookup(site.results.scores, id)]));
  const ofRound =
    round === null ? null : columns.map((column) => columnReadings(site, column, round));
  return {
    dimensions: columns.map(({ system, dimension }) => ({
      system: system.id,
      dimension: dimension.id,
      name: dimension.name,
    })),
    rows: site.results.examinees.map(({ id }) => {
      const scores = columns.map(({ system, dimension }, k) =>
        ofRound === null
          ? finite(lookups.get(system.id)?.(id, dimension.id)?.mean)
          : meanOf(ofRound[k].of(id)),
      );
      return { id, name: nameOf(site, id), scores, flag: placeholderFlag(scores, columns) };
    }),
  };
}

function finite(mean: number | null | undefined): number | null {
  return typeof mean === "number" && Number.isFinite(mean) ? mean : null;
}

function meanOf(cells: readonly (number | null)[]): number | null {
  const known = cells.filter((cell) => cell !== null);
  return known.length === 0 ? null : mean(known);
}

/** What is one number on all of a system's dimensions was hardly measured. */
function placeholderFlag(scores: readonly MaybeScore[], columns: readonly Column[]): string | null {
  const systems = [...new Set(columns.map(({ system }) => system))];
  const said = systems.flatMap((system) => {
    const own = constantRow(scores.filter((_, at) => columns[at].system === system));
    return own === null ? [] : [`${system.name}: ${own}, not a measurement`];
  });
  return said.length === 0 ? null : said.join("; ");
}

/** Every examinee under the settings, best first; by name where the results are not to be ranked. */
export function boardLines(site: Site, settings: BoardSettings): readonly BoardLine[] {
  const { columns, rule, scaling } = settings;
  const board = siteBoard(site, settings);
  const weights = columns.map(({ weight }) => weight);
  const ranked = weights.some((weight) => weight > 0)
    ? new Map(rankBoard(board, { rule, weights, scaling }).rows.map((row) => [row.id, row]))
    : null;
  const scaled = scaledScores(
    board.rows.map(({ scores }) => scores),
    scaling,
  );
  const lines = site.results.examinees.map((card, at): BoardLine => {
    const { name, scores, flag } = board.rows[at];
    const result = ranked?.get(card.id) ?? null;
    const rank = site.ranked ? (result?.rank ?? null) : null;
    return { card, name, scores, scaled: scaled[at], result, rank, flag };
  });
  return lines.sort(
    (a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || (a.name < b.name ? -1 : 1),
  );
}

/**
 * A value on a scaling as the page shows it: in points of 100, but standard deviations as they are.
 */
export function shownValue(value: number | null, scaling: Scaling): string | null {
  if (value === null || !Number.isFinite(value)) return null;
  const text = scaling === "standardized" ? value.toFixed(2) : (value * 100).toFixed(1);
  return Number(text) === 0 ? text.replace("-", "") : text;
}

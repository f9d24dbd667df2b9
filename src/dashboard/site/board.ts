import { type Scaling, scaledScores, scalings } from "../../aggregation/scaled-scores.js";
import type { MaybeScore, WelfareResult } from "../../aggregation/welfare-result.js";
import { type Welfare, welfareRule, welfareRules } from "../../catalogue/welfare-rules.js";
import { scoreLookup } from "../../figures/score-lookup.js";
import type { ExamineeCard } from "../../records/examinee-card.js";
import { competitionRanks } from "../../statistics/competition-ranks.js";
import type { Dimension, ValueSystem } from "../../values/value-system.js";
import { nameOf } from "../report-context.js";
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
  readonly result: WelfareResult | null;
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
  return { systems, columns, rule: chosenRule(choices.rule, choices.p), scaling };
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

/** Every examinee under the settings, best first; by name where the results are not to be ranked. */
export function boardLines(site: Site, settings: BoardSettings): readonly BoardLine[] {
  const { columns, rule, scaling } = settings;
  const lookups = new Map(
    settings.systems.map(({ id }) => [id, scoreLookup(site.results.scores, id)]),
  );
  const { examinees } = site.results;
  const table = examinees.map(({ id }) =>
    columns.map(({ system, dimension }) =>
      finite(lookups.get(system.id)?.(id, dimension.id)?.mean),
    ),
  );
  const scaled = scaledScores(table, scaling);
  const weights = columns.map(({ weight }) => weight);
  const isWeighed = weights.some((weight) => weight > 0);
  const names = columns.map(({ dimension }) => dimension.name);
  const results = scaled.map((own) => (isWeighed ? rule.of(own, weights, { names }) : null));
  const ranks = ranksOf(scaled, results, settings);
  const lines = examinees.map((card, at) => ({
    card,
    name: nameOf(site, card.id),
    scores: table[at],
    scaled: scaled[at],
    result: results[at],
    rank: site.ranked ? ranks[at] : null,
    flag: placeholderFlag(table[at], columns),
  }));
  return lines.sort(
    (a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || (a.name < b.name ? -1 : 1),
  );
}

function finite(mean: number | null | undefined): number | null {
  return typeof mean === "number" && Number.isFinite(mean) ? mean : null;
}

/** By the number, and for a rule that orders more finely than its number tells, by its own order. */
function ranksOf(
  scaled: readonly (readonly MaybeScore[])[],
  results: readonly (WelfareResult | null)[],
  { rule, columns }: BoardSettings,
): readonly (number | null)[] {
  const values = results.map((result) => result?.value ?? null);
  const ranks = competitionRanks(values).map(({ rank }) => rank);
  if (rule.id !== "leximin") return ranks;
  const weights = columns.map(({ weight }) => weight);
  return scaled.map((own, at) =>
    values[at] === null
      ? null
      : 1 + scaled.filter((other) => rule.compare(other, own, weights) === 1).length,
  );
}

/** Fewest dimensions on which one and the same score is taken for no measurement. */
const PLACEHOLDER_DIMENSIONS = 4;

function placeholderFlag(scores: readonly MaybeScore[], columns: readonly Column[]): string | null {
  const systems = [...new Set(columns.map(({ system }) => system))];
  const same = systems.filter((system) => {
    const own = scores.filter((_, at) => columns[at].system === system);
    return (
      own.length >= PLACEHOLDER_DIMENSIONS &&
      own[0] !== null &&
      own[0] > 0 &&
      own[0] < 1 &&
      own.every((score) => score === own[0])
    );
  });
  if (same.length === 0) return null;
  return `the same score on every dimension of ${same.map(({ name }) => name).join(", ")}: it looks like a placeholder, not a measurement`;
}

/**
 * A value on a scaling as the page shows it: in points of 100, but standard deviations as they are.
 */
export function shownValue(value: number | null, scaling: Scaling): string | null {
  if (value === null || !Number.isFinite(value)) return null;
  const text = scaling === "standardized" ? value.toFixed(2) : (value * 100).toFixed(1);
  return Number(text) === 0 ? text.replace("-", "") : text;
}

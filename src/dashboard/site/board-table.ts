import { rankWelfare } from "../../figures/rank-welfare.js";
import { csvLine } from "../../run/csv.js";
import { type BoardLine, type BoardSettings, boardLines, boardSettings } from "./board.js";
import { type BoardIntervals, boardIntervals } from "./board-intervals.js";
import type { StripScale } from "./interval-strip.js";
import type { Site } from "./site.js";
import type { SiteState } from "./site-state.js";

/** A row of the board as it is seen, with its interval. */
export interface SeenLine extends BoardLine {
  readonly low: number | null;
  readonly high: number | null;
  /** The ranks that the items leave open, best first; `null` where not known. */
  readonly open: { readonly best: number; readonly worst: number } | null;
}

/** What of the board is seen, in which order. */
export interface SeenBoard {
  readonly settings: BoardSettings;
  readonly lines: readonly SeenLine[];
  /** Examinees on the whole board: ranks are among all of them. */
  readonly all: number;
  /** Where the intervals come from. */
  readonly intervals: "study" | "page" | "later" | "none";
}

/** The board under the address's settings, filtered and sorted. */
export function seenBoard(site: Site, state: SiteState): SeenBoard {
  const settings = boardSettings(site, state);
  const lines = boardLines(site, settings);
  const own = isReported(site, settings) ? reportedIntervals(site, settings) : null;
  const drawn = own ? null : boardIntervals(site, settings);
  const seen = lines.map((line): SeenLine => {
    const { id } = line.card;
    if (own) return { ...line, ...(own.get(id) ?? NONE) };
    const found = drawn?.get(id);
    if (!found || line.result?.value == null) return { ...line, ...NONE };
    const { low, high, rankLow, rankHigh } = found;
    const isOpen = site.ranked && rankLow !== null && rankHigh !== null;
    const open = isOpen ? { best: Math.floor(rankLow), worst: Math.ceil(rankHigh) } : null;
    return { ...line, low, high, open };
  });
  return {
    settings,
    lines: sorted(seen.filter(passes(state.choices)), state.choices, settings),
    all: lines.length,
    intervals: own ? "study" : drawnNow(site, settings, drawn),
  };
}

function drawnNow(
  { data }: Site,
  { columns }: BoardSettings,
  drawn: BoardIntervals | null,
): SeenBoard["intervals"] {
  if (drawn !== null) return drawn.size > 0 ? "page" : "none";
  return data.hasItems && columns.some(({ weight }) => weight > 0) ? "later" : "none";
}

const NONE = { low: null, high: null, open: null };

/** Whether the study itself reported this very mean with an interval. */
function isReported(
  { results }: Site,
  { systems, columns, rule, scaling, round }: BoardSettings,
): boolean {
  const isMean = rule.id === "utilitarian" && scaling === "raw" && round === null;
  const isOne = systems.length === 1 && results.welfare.some((row) => row.system === systems[0].id);
  return (
    isMean && isOne && columns.every(({ weight }) => weight === columns[0].weight && weight > 0)
  );
}

function reportedIntervals(site: Site, { systems }: BoardSettings) {
  const rows = site.results.welfare.filter(({ system }) => system === systems[0].id);
  const standings = rankWelfare(rows, { ranked: site.ranked, names: site.names });
  return new Map(
    standings.map(({ row, open }) => [row.examinee, { low: row.low, high: row.high, open }]),
  );
}

/** Whether a row passes the search and the filters. */
function passes(choices: SiteState["choices"]) {
  const words = (choices.q ?? "").toLowerCase().split(/\s+/).filter(Boolean);
  return ({ card, name }: BoardLine): boolean => {
    const text = [name, card.label, card.developer, card.family].join(" ").toLowerCase();
    return (
      words.every((word) => text.includes(word)) &&
      (!choices.dev || card.developer === choices.dev) &&
      (!choices.access || card.access === choices.access) &&
      (!choices.since || (card.released ?? "") >= choices.since)
    );
  };
}

/** By the column that the address names; a leading minus turns it round, what is missing stays last. */
function sorted(
  lines: readonly SeenLine[],
  { sort = "" }: SiteState["choices"],
  { columns }: BoardSettings,
): readonly SeenLine[] {
  const key = sort.replace(/^-/, "");
  const at = columns.findIndex((column) => column.key === key);
  const of: Readonly<Record<string, (line: SeenLine) => string | number | null>> = {
    name: (line) => line.name.toLowerCase(),
    developer: (line) => line.card.developer,
    access: (line) => line.card.access,
    released: (line) => line.card.released,
    rank: (line) => line.rank,
  };
  const value =
    at >= 0 ? (line: SeenLine) => line.scaled[at] : Object.hasOwn(of, key) ? of[key] : null;
  if (value === null) return lines;
  const turn = sort.startsWith("-") ? -1 : 1;
  return [...lines].sort((a, b) => {
    const [left, right] = [value(a), value(b)];
    if (left === right) return 0;
    if (left === null || right === null) return left === null ? 1 : -1;
    return left < right ? -turn : turn;
  });
}

/** The columns and rows of what is seen, exact, for a file. */
export function boardCells(site: Site, state: SiteState) {
  const { settings, lines } = seenBoard(site, state);
  const counted = settings.columns.flatMap((column, at) =>
    column.weight > 0 ? [{ column, at }] : [],
  );
  const head = ["rank", "examinee", "id", "origin", "label", "developer", "access", "released"];
  return {
    columns: [
      ...head,
      `${settings.rule.id} (${settings.scaling})`,
      "low",
      "high",
      "rank_best",
      "rank_worst",
      ...counted.map(({ column }) => `${column.key} (weight ${column.weight})`),
      "note",
    ],
    rows: lines.map(({ card, name, rank, result, low, high, open, scaled, flag }) => [
      rank,
      name,
      card.id,
      card.origin,
      card.label,
      card.developer,
      card.access,
      card.released,
      result?.value ?? null,
      low,
      high,
      open?.best ?? null,
      open?.worst ?? null,
      ...counted.map(({ at }) => scaled[at]),
      flag ?? result?.why ?? null,
    ]),
  };
}

/** What is seen as CSV; no cell of it can be a formula. */
export function boardCsv(site: Site, state: SiteState): string {
  const { columns, rows } = boardCells(site, state);
  return [csvLine(columns), ...rows.map(csvLine), ""].join("\n");
}

/** What is seen as JSON, with the settings that made it. */
export function boardJson(site: Site, state: SiteState): string {
  const { columns, rows } = boardCells(site, state);
  const { rule, scaling } = boardSettings(site, state);
  const study = { name: site.results.study.name, caution: site.results.study.caution };
  const settings = { rule: rule.id, parameters: rule.values, scaling };
  return `${JSON.stringify({ kind: "value-compass board", study, settings, columns, rows }, null, 1)}\n`;
}

/** Ends of the line are whole tenths, so that they can be said in a few letters. */
const TENTH = 0.1;

/** The ends of the line on which values of a scaling are drawn: around what is seen, and to be stated. */
export function stripScale(lines: readonly SeenLine[]): StripScale {
  const ends = lines.flatMap(({ result, low, high }) =>
    [result?.value, low, high].filter((end) => typeof end === "number" && Number.isFinite(end)),
  ) as number[];
  if (ends.length === 0) return { low: 0, high: 1 };
  const low = Math.floor(Math.min(...ends) / TENTH) * TENTH;
  return { low, high: Math.max(low + TENTH, Math.ceil(Math.max(...ends) / TENTH) * TENTH) };
}

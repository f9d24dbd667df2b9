import { barsFigure } from "./bars-figure.js";
import type { Figure } from "./figure.js";
import { figureId } from "./figure-id.js";
import type { ColourRole } from "./paint.js";

/** How people answered one question on a scale. */
export interface LikertLine {
  readonly name: string;
  /** How many gave each answer, the lowest first. */
  readonly counts: readonly number[];
  readonly mean: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** What was asked, and of whom. */
export interface LikertFigureOptions {
  /** What was rated. */
  readonly name: string;
  /** What the lowest and the highest answer mean. */
  readonly ends: readonly [string, string];
  readonly source: string;
}

/** Against, neither, for: from warm to cold, the middle pale. */
const SEVEN: readonly ColourRole[] = [
  "series3",
  "series1",
  "series4",
  "grid",
  "heat4",
  "heat6",
  "heat9",
];

/**
 * Answers on a 7-point scale, one bar a question: what share gave which answer, from disagreement to agreement, and at its end the
 * mean with its 95 % interval over people.
 *
 * Source: paper, Figs. 6 and 8.
 *
 * @throws RangeError for a line that has not seven counts
 * @example
 * const line = { name: "useful", counts: [0, 0, 0, 0, 1, 2, 1], mean: 6, low: 4.7, high: 7 };
 * likertFigure([line], { name: "ours", ends: ["disagree", "agree"], source: "made up" }).table.rows[0].slice(0, 2); // => ["useful", 0]
 */
export function likertFigure(
  lines: readonly LikertLine[],
  { name, ends, source }: LikertFigureOptions,
): Figure {
  const wrong = lines.find(({ counts }) => counts.length !== SEVEN.length);
  if (wrong !== undefined)
    throw new RangeError(`seven answers are drawn; ${wrong.name} has ${wrong.counts.length}`);
  const totals = lines.map(({ counts }) => counts.reduce((sum, count) => sum + count, 0));
  const people = totals.length === 0 ? "0" : `${Math.min(...totals)} to ${Math.max(...totals)}`;
  return barsFigure({
    id: figureId("likert", name),
    title: `How far do people agree about ${name}?`,
    caption: [
      `Share of answers from 1 (${ends[0]}) to 7 (${ends[1]}), in percent; at the end of the bar the mean and its 95 % interval over people.`,
      `n = ${people} people a line. Source: ${source}.`,
    ].join(" "),
    unit: "percent of people",
    parts: SEVEN.map((role, at) => ({
      name: at === 0 ? `1 ${ends[0]}` : at === 6 ? `7 ${ends[1]}` : String(at + 1),
      role,
    })),
    lines: lines.map((line, at) => ({
      name: line.name,
      parts: line.counts.map((count) => (totals[at] === 0 ? 0 : (100 * count) / totals[at])),
      text: meanText(line),
    })),
  });
}

function meanText({ mean, low, high }: LikertLine): string {
  if (mean === null) return "-";
  const interval = low === null || high === null ? "" : ` (${low.toFixed(1)}-${high.toFixed(1)})`;
  return `${mean.toFixed(2)}${interval}`;
}

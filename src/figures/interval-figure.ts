import type { Figure } from "./figure.js";
import { figureId } from "./figure-id.js";
import { type IntervalLine, type IntervalScale, intervalPicture } from "./interval-picture.js";
import { intervalTrace } from "./interval-trace.js";
import { plotlyLayout } from "./plotly-layout.js";

/** What a figure of named numbers with intervals says. */
export interface IntervalFigureOptions {
  /** Parts of its id, such as `["experiment", "knowing"]`. */
  readonly id: readonly string[];
  /** The question that it answers. */
  readonly title: string;
  /** What is drawn, on how many observations, and where the replies come from. */
  readonly caption: string;
  readonly scale: IntervalScale;
  /** The name of the numbers, for the axis and the table. */
  readonly number: string;
}

/** One named number; low and high are `null` where there is no interval. */
export type NamedInterval = Omit<IntervalLine, "text">;

/**
 * Named numbers with their intervals, one under the other on one axis: the figure for a handful of results of any
 * experiment. A number outside the scale is drawn at its edge; its text and the table have it exactly.
 *
 * @example
 * const lines = [{ name: "closed", value: 0.9, low: 0.8, high: 1 }];
 * const about = { id: ["gap"], title: "Closed?", caption: "n = 1.", number: "score" };
 * intervalFigure(lines, { ...about, scale: { from: 0, to: 1, mark: null } }).table.rows; // => [["closed", 0.9, 0.8, 1]]
 */
export function intervalFigure(
  lines: readonly NamedInterval[],
  { id: parts, title, caption, scale, number }: IntervalFigureOptions,
): Figure {
  const id = figureId(...parts);
  const shown = lines.map((line) => ({ ...line, text: textOf(line) }));
  return {
    id,
    title,
    caption,
    plotly: plotlyOf(lines, { title, scale, number }),
    svg: intervalPicture({ id, title, caption }, shown, scale),
    table: {
      columns: ["name", number, "low", "high"],
      rows: lines.map(({ name, value, low, high }) => [name, value, low, high]),
    },
  };
}

function plotlyOf(
  lines: readonly NamedInterval[],
  { title, scale, number }: Pick<IntervalFigureOptions, "title" | "scale" | "number">,
): Figure["plotly"] {
  return {
    data: [intervalTrace(lines)],
    layout: plotlyLayout(title, {
      xaxis: { range: [scale.from, scale.to], title: { text: number } },
      yaxis: { autorange: "reversed", automargin: true },
      height: 120 + 24 * lines.length,
    }),
  };
}

function textOf({ value, low, high }: NamedInterval): string {
  if (value === null) return "-";
  const interval =
    low === null || high === null ? "" : ` (${low.toFixed(2)} to ${high.toFixed(2)})`;
  return `${value.toFixed(2)}${interval}`;
}

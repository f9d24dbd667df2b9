import { type BarKey, type BarLine, barPicture } from "./bar-picture.js";
import type { Figure } from "./figure.js";
import { colour } from "./paint.js";
import { plotlyLayout, plotlyText } from "./plotly-layout.js";
import { lightTheme } from "./theme.js";

/** Bars with their words: what they ask, what they show, and what their parts are called. */
export interface BarsFigureOptions {
  /** Letters, digits and hyphens. */
  readonly id: string;
  readonly title: string;
  readonly caption: string;
  /** What the axis counts. */
  readonly unit: string;
  /** One entry a part of each line, in order; the last column of the table names the mark, if any. */
  readonly parts: readonly BarKey[];
  /** What a mark on a line stands for; lines without one leave it out. */
  readonly mark?: string;
  readonly lines: readonly BarLine[];
}

/**
 * One line of bars for each name. Parts above 0 follow each other to the right, those below 0 to the left; a mark shows a value
 * to compare with. For numbers that come without intervals, and for answers on a scale.
 */
export function barsFigure(options: BarsFigureOptions): Figure {
  const { id, title, caption, parts, mark, lines } = options;
  return {
    id,
    title,
    caption,
    plotly: barsPlotly(options),
    svg: barPicture({ id, title, caption }, lines, parts),
    table: {
      columns: ["name", ...parts.map(({ name }) => name), ...(mark === undefined ? [] : [mark])],
      rows: lines.map((line) => [
        line.name,
        ...line.parts,
        ...(mark === undefined ? [] : [line.mark ?? null]),
      ]),
    },
  };
}

function barsPlotly({ title, unit, parts, mark, lines }: BarsFigureOptions): Figure["plotly"] {
  const names = lines.map(({ name }) => plotlyText(name));
  return {
    data: [
      ...parts.map(({ name, role }, at) => ({
        type: "bar",
        orientation: "h",
        name: plotlyText(name),
        y: names,
        x: lines.map((line) => line.parts[at]),
        marker: { color: colour(lightTheme, role) },
      })),
      ...(mark === undefined
        ? []
        : [
            {
              type: "scatter",
              mode: "markers",
              name: plotlyText(mark),
              y: names,
              x: lines.map((line) => line.mark ?? null),
              marker: { color: lightTheme.ink, symbol: "line-ns-open", size: 14 },
            },
          ]),
    ],
    layout: plotlyLayout(title, {
      barmode: "relative",
      xaxis: { title: { text: plotlyText(unit) } },
      yaxis: { autorange: "reversed", automargin: true },
    }),
  };
}

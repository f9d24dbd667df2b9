import type { CulturalAlignment } from "../culture/align-with-cultures.js";
import type { Figure, JsonObject } from "./figure.js";
import { figureId } from "./figure-id.js";
import { type IntervalLine, intervalPicture } from "./interval-picture.js";
import { intervalTrace } from "./interval-trace.js";
import { plotlyLayout } from "./plotly-layout.js";
import { lightTheme } from "./theme.js";

/** Whose alignment it is, and where the profile comes from. */
export interface ClosestCulturesOptions {
  readonly name: string;
  /** Said at the end of the caption. */
  readonly source: string;
  /** How many cultures are drawn, the closest first: 20 unless told. The table has all of them. */
  readonly drawn?: number;
}

/**
 * One model beside many cultures: each agreement with its interval, the closest first, and a line where the agreement
 * with what all cultures share stands. A culture whose interval holds that line explains nothing of its own.
 */
export function closestCulturesFigure(
  alignment: CulturalAlignment,
  { name, source, drawn = 20 }: ClosestCulturesOptions,
): Figure {
  const rows = alignment.rows
    .filter(({ value }) => !Number.isNaN(value))
    .toSorted((a, b) => b.value - a.value || (a.name < b.name ? -1 : 1));
  const shown = rows.slice(0, drawn);
  const baseline = rows.find((row) => !Number.isNaN(row.baseline))?.baseline ?? null;
  const lines = shown.map(
    (row): IntervalLine => ({
      name: row.name,
      value: row.value,
      low: row.low,
      high: row.high,
      text: `${row.value.toFixed(2)}${
        row.low === null || row.high === null
          ? ""
          : ` (${row.low.toFixed(2)} to ${row.high.toFixed(2)})`
      }`,
    }),
  );
  const id = figureId("closest-cultures", name);
  const title = `Which cultures have priorities like those of ${name}?`;
  const caption = captionOf(alignment, rows.length, shown.length, source);
  return {
    id,
    title,
    caption,
    plotly: plotlyOf(title, lines, baseline),
    svg: intervalPicture({ id, title, caption }, lines, { from: -1, to: 1, mark: baseline }),
    table: {
      columns: ["culture", "agreement", "low", "high", "place", "closest in", "baseline", "beyond"],
      rows: rows.map((row) => [
        row.name,
        row.value,
        row.low,
        row.high,
        row.rank,
        row.closest,
        row.baseline,
        Number.isNaN(row.partial) ? null : row.partial,
      ]),
    },
  };
}

function captionOf(
  { alignment, dimensions, interval, items }: CulturalAlignment,
  cultures: number,
  shown: number,
  source: string,
): string {
  const said = {
    bootstrap: `from drawing its ${items} items again`,
    fisher: `from ${dimensions.length} values alone (Fisher), since no items are known`,
    none: "none",
  }[interval];
  return [
    `Dot: agreement of the order of values (${alignment}); line: its 95 % interval, ${said}.`,
    "Dashed: agreement with what all these cultures share.",
    `n = ${cultures} cultures${shown < cultures ? `, the ${shown} closest drawn` : ""}; ${dimensions.length} values.`,
    `Source: ${source}.`,
  ].join(" ");
}

function plotlyOf(
  title: string,
  lines: readonly IntervalLine[],
  baseline: number | null,
): Figure["plotly"] {
  return {
    data: [intervalTrace(lines)],
    layout: plotlyLayout(title, {
      xaxis: { range: [-1, 1] },
      yaxis: { autorange: "reversed", automargin: true },
      shapes: baseline === null ? [] : [baselineShape(baseline)],
    }),
  };
}

function baselineShape(at: number): JsonObject {
  const line = { color: lightTheme.muted, dash: "dash", width: 1.5 };
  return { type: "line", x0: at, x1: at, yref: "paper", y0: 0, y1: 1, line };
}

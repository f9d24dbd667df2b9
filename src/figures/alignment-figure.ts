import type { CulturalAlignment } from "../culture/align-with-cultures.js";
import { alignmentPicture } from "./alignment-picture.js";
import type { Figure } from "./figure.js";
import { figureId } from "./figure-id.js";
import { plotlyLayout, plotlyText } from "./plotly-layout.js";
import { lightTheme } from "./theme.js";

/** One model's agreements, by name. */
export interface NamedAlignment {
  readonly name: string;
  readonly alignment: CulturalAlignment;
}

/** One square: an agreement from -1 to 1 with its interval; `null` where undefined. */
export interface AlignmentCell {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Whether it is the row's highest. */
  readonly closest: boolean;
}

/**
 * Models down, cultures across, the interval under each agreement: the public platform's heatmap with what it leaves out. The
 * closest culture of each row is framed; look whether its interval leaves the others out before you name it.
 *
 * @param rows     all with the same cultures in the same order
 * @param options  `source`: where profiles and cultures come from; `name`: tells apart figures that stand on one page
 */
export function alignmentFigure(
  rows: readonly NamedAlignment[],
  { source, name }: { readonly source: string; readonly name?: string },
): Figure {
  const columns = rows[0]?.alignment.rows.map(({ name }) => name) ?? [];
  const cells = rows.map(({ alignment }) => cellsOf(alignment));
  const names = rows.map(({ name }) => name);
  const measure = rows[0]?.alignment.alignment ?? "none";
  const id = figureId("alignment", measure, ...(name === undefined ? [] : [name]));
  const title = "Whose order of values is each model's order like?";
  const caption = [
    `Each square: agreement (${measure}, -1 to 1), and under it the 95 % interval; darker (on a dark page, lighter) is closer.`,
    "Framed: the highest of the row. Hatched: cannot be computed.",
    `n = ${rows.length} models, ${columns.length} cultures, ${rows[0]?.alignment.dimensions.length ?? 0} values each.`,
    `Source: ${source}.`,
  ].join(" ");
  return {
    id,
    title,
    caption,
    plotly: {
      data: [
        {
          type: "heatmap",
          x: columns.map(plotlyText),
          y: names.map(plotlyText),
          z: cells.map((row) => row.map(({ value }) => value)),
          zmin: -1,
          zmax: 1,
          colorscale: lightTheme.heat.map((step, at) => [at / (lightTheme.heat.length - 1), step]),
          customdata: cells.map((row) => row.map(({ low, high }) => [low, high])),
          hoverongaps: false,
          hovertemplate:
            "%{y}, %{x}: %{z:.2f}<br>95 % interval %{customdata[0]:.2f} to %{customdata[1]:.2f}<extra></extra>",
        },
      ],
      layout: plotlyLayout(title, {
        xaxis: { automargin: true },
        yaxis: { autorange: "reversed", automargin: true },
      }),
    },
    svg: alignmentPicture({ id, title, caption }, columns, names, cells),
    table: {
      columns: ["model", "culture", "agreement", "low", "high", "place"],
      rows: rows.flatMap(({ name, alignment }) =>
        alignment.rows.map((row) => [
          name,
          row.name,
          Number.isNaN(row.value) ? null : row.value,
          row.low,
          row.high,
          row.rank,
        ]),
      ),
    },
  };
}

function cellsOf({ rows }: CulturalAlignment): readonly AlignmentCell[] {
  const best = Math.max(...rows.map(({ value }) => (Number.isNaN(value) ? -Infinity : value)));
  return rows.map(({ value, low, high }) => ({
    value: Number.isNaN(value) ? null : value,
    low,
    high,
    closest: value === best,
  }));
}

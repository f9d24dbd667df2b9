import type { StudyResults } from "../records/results.js";
import type { Support } from "../records/verdict.js";
import type { DimensionId, ValueSystem } from "../values/value-system.js";
import { examineeNames, sourceLabel } from "./examinee-names.js";
import type { Figure } from "./figure.js";
import { figureId } from "./figure-id.js";
import { heatmapPicture } from "./heatmap-picture.js";
import { itemsPhrase } from "./items-phrase.js";
import { plotlyLayout, plotlyText } from "./plotly-layout.js";
import { rankWelfare } from "./rank-welfare.js";
import { scoreLookup, shown } from "./score-lookup.js";
import { dimensionSupport, supportLegend, supportMarks } from "./support-mark.js";
import { lightTheme } from "./theme.js";

/** One square: a score from 0 to 100 with its interval; `null` where not measured. */
export interface HeatCell {
  readonly mean: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly items: number;
}

/** One examinee's row of squares. */
export interface HeatRow {
  readonly name: string;
  readonly cells: readonly HeatCell[];
}

/** One dimension's column. */
export interface HeatColumn {
  readonly dimension: DimensionId;
  readonly name: string;
  readonly label: string;
  readonly support: Support | null;
}

/**
 * Every score of a system at once: examinees down, dimensions across, the interval under each mean.
 * Rows stand in the order of the leaderboard, or by name where the results carry a caution. What
 * was not measured is hatched.
 */
export function heatmapFigure(
  results: Pick<StudyResults, "study" | "examinees" | "scores" | "welfare">,
  system: ValueSystem,
): Figure {
  const names = examineeNames(results.examinees);
  const lookup = scoreLookup(results.scores, system.id);
  const columns = system.dimensions.map(({ id, name }) => {
    const support = dimensionSupport(results.scores, system.id, id);
    const label = `${name}${support === null ? "" : supportMarks[support].mark}`;
    return { dimension: id, name, label, support };
  });
  const rows = rowOrder(results, system, names).map((examinee) => ({
    name: names.get(examinee) ?? examinee,
    cells: columns.map(({ dimension }) => {
      const score = lookup(examinee, dimension);
      return {
        mean: shown(score?.mean),
        low: shown(score?.low),
        high: shown(score?.high),
        items: score?.items ?? 0,
      };
    }),
  }));
  const id = figureId("heatmap", system.id);
  const title = `How much of each dimension of ${system.name} does each examinee show?`;
  const cells = rows.flatMap((row) => row.cells.filter((cell) => cell.mean !== null));
  const caption = [
    "Each square: the score x 100, and under it the 95 % interval; darker (on a dark page,",
    "lighter) is more, from 0 to 100. Hatched: not measured.",
    `${itemsPhrase(cells.map((cell) => cell.items))} for each square.`,
    supportLegend(columns.map((column) => column.support)),
    sourceLabel(results.examinees),
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");
  return {
    id,
    title,
    caption,
    plotly: heatmapPlotly(title, columns, rows),
    svg: heatmapPicture({ id, title, caption }, columns, rows),
    table: {
      columns: ["examinee", "dimension", "support", "mean x 100", "low", "high", "items"],
      rows: rows.flatMap((row) =>
        row.cells.map((cell, index) => [
          row.name,
          columns[index].name,
          columns[index].support,
          cell.mean,
          cell.low,
          cell.high,
          cell.items,
        ]),
      ),
    },
  };
}

/** Examinees that have any row of this system, as the leaderboard orders them. */
function rowOrder(
  results: Pick<StudyResults, "study" | "examinees" | "scores" | "welfare">,
  system: ValueSystem,
  names: ReadonlyMap<string, string>,
): readonly string[] {
  const rows = results.welfare.filter((row) => row.system === system.id);
  const ranked = results.study.caution === null;
  const standing = rankWelfare(rows, { ranked, names }).map(({ row }) => row.examinee);
  const scored = new Set(
    results.scores.filter((score) => score.system === system.id).map((score) => score.examinee),
  );
  const rest = results.examinees.map((card) => card.id).filter((id) => scored.has(id));
  return [...new Set([...standing, ...rest])];
}

function heatmapPlotly(
  title: string,
  columns: readonly HeatColumn[],
  rows: readonly HeatRow[],
): Figure["plotly"] {
  return {
    data: [
      {
        type: "heatmap",
        x: columns.map((column) => plotlyText(column.label)),
        y: rows.map((row) => plotlyText(row.name)),
        z: rows.map((row) => row.cells.map((cell) => cell.mean)),
        zmin: 0,
        zmax: 100,
        colorscale: lightTheme.heat.map((step, index) => [
          index / (lightTheme.heat.length - 1),
          step,
        ]),
        customdata: rows.map((row) => row.cells.map((cell) => [cell.low, cell.high, cell.items])),
        hoverongaps: false,
        hovertemplate:
          "%{y}, %{x}: %{z:.1f}<br>95 % interval %{customdata[0]:.1f} to %{customdata[1]:.1f}" +
          "<br>%{customdata[2]} items<extra></extra>",
      },
    ],
    layout: plotlyLayout(title, {
      xaxis: { automargin: true },
      yaxis: { autorange: "reversed", automargin: true },
    }),
  };
}

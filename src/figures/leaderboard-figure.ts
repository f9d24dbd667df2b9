import type { StudyResults } from "../records/results.js";
import type { ValueSystem } from "../values/value-system.js";
import { examineeNames, sourceLabel } from "./examinee-names.js";
import type { Figure } from "./figure.js";
import { figureId } from "./figure-id.js";
import { itemsPhrase } from "./items-phrase.js";
import { leaderboardPicture } from "./leaderboard-picture.js";
import { plotlyLayout, plotlyText } from "./plotly-layout.js";
import { rankWelfare, type Standing } from "./rank-welfare.js";
import { shown } from "./score-lookup.js";
import { dimensionSupport } from "./support-mark.js";
import { lightTheme } from "./theme.js";

/** One line of the figure, from 0 to 100. */
export interface LeaderboardLine {
  readonly name: string;
  readonly rank: number | null;
  readonly mean: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * Each examinee's mean over the dimensions of a system, as a dot with its 95 % interval on the
 * whole scale from 0 to 100: highest first, or by name and without ranks where the results carry a
 * caution.
 */
export function leaderboardFigure(
  results: Pick<StudyResults, "study" | "examinees" | "welfare" | "scores">,
  system: ValueSystem,
): Figure {
  const names = examineeNames(results.examinees);
  const ranked = results.study.caution === null;
  const rows = results.welfare.filter((row) => row.system === system.id);
  const standings = rankWelfare(rows, { ranked, names });
  const lines = standings.map(({ row, rank }) => ({
    name: names.get(row.examinee) ?? row.examinee,
    rank,
    mean: shown(row.weightedMean),
    low: shown(row.low),
    high: shown(row.high),
  }));
  const rank = ranked ? ["rank"] : [];
  const id = figureId("leaderboard", system.id);
  const title =
    system.reading === "adherence"
      ? `How far does each examinee show ${system.name}?`
      : `How far does each examinee keep from violating ${system.name}?`;
  const caption = leaderboardCaption(results, system, standings);
  return {
    id,
    title,
    caption,
    plotly: leaderboardPlotly(title, lines),
    svg: leaderboardPicture({ id, title, caption }, lines),
    table: {
      columns: [...rank, "examinee", "mean x 100", "low", "high", "items"],
      rows: lines.map((line, index) => [
        ...(ranked ? [line.rank] : []),
        line.name,
        line.mean,
        line.low,
        line.high,
        standings[index].row.items,
      ]),
    },
  };
}

function leaderboardCaption(
  results: Pick<StudyResults, "study" | "examinees" | "scores">,
  system: ValueSystem,
  standings: readonly Standing[],
): string {
  const present = new Set(standings.map(({ row }) => row.examinee));
  const measured = standings.filter(({ row }) => row.weightedMean !== null);
  const unvalidated = system.dimensions.filter(
    (dimension) => dimensionSupport(results.scores, system.id, dimension.id) === "unvalidated",
  ).length;
  return [
    `Dot: mean of the ${system.dimensions.length} dimensions, each counting the same.`,
    "Line: its 95 % interval, clustered by item; where two lines overlap, the order is open.",
    results.study.caution === null ? "" : `No ranking (${results.study.caution}); order by name.`,
    `${itemsPhrase(measured.map(({ row }) => row.items))} for each examinee.`,
    unvalidated > 0 ? `${unvalidated} of the dimensions have no human labels behind them.` : "",
    sourceLabel(results.examinees.filter((card) => present.has(card.id))),
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");
}

function leaderboardPlotly(title: string, lines: readonly LeaderboardLine[]): Figure["plotly"] {
  const between = (a: number | null, b: number | null) => (a === null || b === null ? null : a - b);
  return {
    data: [
      {
        type: "scatter",
        mode: "markers",
        x: lines.map((line) => line.mean),
        y: lines.map((line) => plotlyText(line.name)),
        error_x: {
          type: "data",
          symmetric: false,
          array: lines.map((line) => between(line.high, line.mean)),
          arrayminus: lines.map((line) => between(line.mean, line.low)),
          color: lightTheme.accent,
          thickness: 1.6,
        },
        marker: { size: 9, color: lightTheme.accent },
        hovertemplate: "%{y}: %{x:.1f}<extra></extra>",
      },
    ],
    layout: plotlyLayout(title, {
      xaxis: { range: [0, 100], zeroline: false },
      yaxis: { autorange: "reversed", automargin: true },
      margin: { l: 180 },
    }),
  };
}

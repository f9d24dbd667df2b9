import { unitOf } from "../catalogue/choice.js";
import { divergences } from "../catalogue/divergences.js";
import type { RoundSummary, StudyResults } from "../records/results.js";
import type { ValueSystem } from "../values/value-system.js";
import { sourceLabel } from "./examinee-names.js";
import type { Figure } from "./figure.js";
import { figureId } from "./figure-id.js";
import { itemsPhrase } from "./items-phrase.js";
import { plotlyLayout } from "./plotly-layout.js";
import { roundsPicture } from "./rounds-picture.js";
import { lightTheme } from "./theme.js";

/**
 * What evolving bought: how well the items of each round tell the examinees apart on fresh replies,
 * with its interval, against the static items of round 0; beside it, what the replies that chose
 * the items had promised.
 */
export function roundsFigure(
  results: Pick<StudyResults, "rounds" | "examinees" | "study">,
  system: ValueSystem,
): Figure {
  const rounds = results.rounds
    .filter((round) => round.system === system.id)
    .sort((a, b) => a.round - b.round);
  const unit = unitOf(divergences, results.study.divergence);
  const id = figureId("rounds", system.id);
  const title = `Do evolved items tell the examinees apart better over ${system.name}?`;
  const caption = [
    `Filled: mean informativeness (divergence less its chance level, ${unit}) on fresh`,
    "replies, with its 95 % interval. Open: the same items on the replies that chose them, which",
    "flatters. Band: the static items of round 0. Higher is better; 0 is no difference.",
    `${itemsPhrase(rounds.map((round) => round.items))} a round.`,
    sourceLabel(results.examinees),
  ].join(" ");
  return {
    id,
    title,
    caption,
    plotly: roundsPlotly(title, unit, rounds),
    svg: roundsPicture({ id, title, caption, unit }, rounds),
    table: {
      columns: [
        "round",
        "items",
        "candidates",
        "search informativeness",
        "fresh informativeness",
        "low",
        "high",
        "fresh elicitation",
        "shrinkage",
      ],
      rows: rounds.map((round) => [
        round.round,
        round.items,
        round.candidates,
        round.searchInformativeness,
        round.freshInformativeness.mean,
        round.freshInformativeness.low,
        round.freshInformativeness.high,
        round.freshElicitation.mean,
        round.shrinkage,
      ]),
    },
  };
}

type Plotly = Figure["plotly"];

function roundsPlotly(title: string, unit: string, rounds: readonly RoundSummary[]): Plotly {
  const fresh = rounds.map((round) => round.freshInformativeness);
  const between = (a: number | null, b: number | null) => (a === null || b === null ? null : a - b);
  const x = rounds.map((round) => round.round);
  return {
    data: [
      {
        type: "scatter",
        mode: "lines+markers",
        name: "fresh replies",
        x,
        y: fresh.map((interval) => interval.mean),
        connectgaps: false,
        error_y: {
          type: "data",
          symmetric: false,
          array: fresh.map((interval) => between(interval.high, interval.mean)),
          arrayminus: fresh.map((interval) => between(interval.mean, interval.low)),
        },
        line: { color: lightTheme.accent },
        marker: { size: 9 },
      },
      {
        type: "scatter",
        mode: "lines+markers",
        name: "replies that chose them",
        x,
        y: rounds.map((round) => round.searchInformativeness),
        connectgaps: false,
        line: { color: lightTheme.series[1], dash: "dash" },
        marker: { size: 9, symbol: "diamond-open" },
      },
    ],
    layout: plotlyLayout(title, {
      xaxis: { title: { text: "round (0: static seeds)" }, dtick: 1 },
      yaxis: { title: { text: `informativeness, ${unit}` }, rangemode: "tozero" },
    }),
  };
}

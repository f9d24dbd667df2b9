import type { ReliabilityDiagram } from "../statistics/calibration/reliability-diagram.js";
import type { Figure } from "./figure.js";
import { figureId } from "./figure-id.js";
import { plotlyLayout } from "./plotly-layout.js";
import { reliabilityPicture } from "./reliability-picture.js";
import { lightTheme } from "./theme.js";

/** What was forecast, and where forecasts and outcomes come from. */
export interface ReliabilityFigureOptions {
  /** Whose forecasts they are, such as the recognizer's name. */
  readonly name: string;
  readonly source: string;
}

/**
 * Are forecasts of 70 % right 70 % of the time? A dot for each bin of forecasts, the larger the more there are in it;
 * on the line they would be exactly right, below it too sure.
 */
export function reliabilityFigure(
  diagram: ReliabilityDiagram,
  { name, source }: ReliabilityFigureOptions,
): Figure {
  const bins = diagram.bins.flatMap(({ from, to, count, meanForecast, shareTrue }) =>
    meanForecast === null || shareTrue === null
      ? []
      : [{ from, to, count, meanForecast, shareTrue }],
  );
  const id = figureId("reliability", name);
  const title = `When ${name} says 70 %, is it right 70 % of the time?`;
  const caption = [
    "Dot: a bin of forecasts, its area the number in it; on the line forecasts are right, below it too high.",
    `n = ${diagram.forecasts} forecasts; mean gap ${diagram.expectedError.toFixed(3)}, largest ${diagram.largestError.toFixed(3)}.`,
    "With few forecasts in a bin gaps come out too large even for a perfect forecaster.",
    `Source: ${source}.`,
  ].join(" ");
  return {
    id,
    title,
    caption,
    plotly: {
      data: [
        {
          type: "scatter",
          mode: "lines",
          name: "exactly right",
          x: [0, 1],
          y: [0, 1],
          line: { color: lightTheme.muted, dash: "dash" },
        },
        {
          type: "scatter",
          mode: "markers",
          name: "forecasts",
          x: bins.map(({ meanForecast }) => meanForecast),
          y: bins.map(({ shareTrue }) => shareTrue),
          text: bins.map(({ count }) => `${count} forecasts`),
          marker: {
            color: lightTheme.accent,
            size: bins.map(({ count }) => 6 + 24 * Math.sqrt(count / diagram.forecasts)),
          },
        },
      ],
      layout: plotlyLayout(title, {
        xaxis: { range: [0, 1], title: { text: "forecast" } },
        yaxis: { range: [0, 1], title: { text: "share that came true" }, scaleanchor: "x" },
      }),
    },
    svg: reliabilityPicture({ id, title, caption }, bins, diagram.forecasts),
    table: {
      columns: ["from", "to", "forecasts", "mean forecast", "share that came true"],
      rows: bins.map(({ from, to, count, meanForecast, shareTrue }) => [
        from,
        to,
        count,
        meanForecast,
        shareTrue,
      ]),
    },
  };
}

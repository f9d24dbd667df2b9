import type { JsonObject } from "./figure.js";
import type { IntervalLine } from "./interval-picture.js";
import { plotlyText } from "./plotly-layout.js";
import { lightTheme } from "./theme.js";

/** Dots with a line from end to end, one name a row: the plotly trace of an interval picture. */
export function intervalTrace(lines: readonly Omit<IntervalLine, "text">[]): JsonObject {
  const reach = (a: number | null, b: number | null) => (a === null || b === null ? null : a - b);
  return {
    type: "scatter",
    mode: "markers",
    x: lines.map(({ value }) => value),
    y: lines.map(({ name }) => plotlyText(name)),
    error_x: {
      type: "data",
      symmetric: false,
      array: lines.map(({ value, high }) => reach(high, value)),
      arrayminus: lines.map(({ value, low }) => reach(value, low)),
      color: lightTheme.accent,
    },
    marker: { size: 9, color: lightTheme.accent },
  };
}

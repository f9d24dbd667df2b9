import { nash } from "../aggregation/nash.js";
import { rawls } from "../aggregation/rawls.js";
import { weightedMean } from "../aggregation/weighted-mean.js";
import type { ExamineeCard } from "../records/examinee-card.js";
import { type BarLine, barPicture } from "./bar-picture.js";
import { sourceLabel } from "./examinee-names.js";
import type { Figure } from "./figure.js";
import { figureId } from "./figure-id.js";
import { plotlyLayout, plotlyText } from "./plotly-layout.js";
import { lightTheme } from "./theme.js";

/** Rules that make one number of many scores, by the name a reader chooses them by. */
export const weightsRules = {
  "weighted mean": { of: weightedMean, meaning: "what is lost on one dimension, another makes up" },
  Nash: { of: nash, meaning: "a score near 0 weighs heavily" },
  Rawls: { of: rawls, meaning: "the worst dimension with any weight decides" },
} as const;

/** The name of a rule. */
export type WeightsRule = keyof typeof weightsRules;

/** One examinee's scores on the dimensions, times 100, in the order of the dimensions' names. */
export interface WeightsProfile {
  readonly name: string;
  readonly scores: readonly number[];
}

/** Whose scores are weighed, how, and where they come from. */
export interface WeightsFigureOptions {
  readonly dimensions: readonly string[];
  /** Raw and not negative, one a dimension; a weight of 0 leaves it out. */
  readonly weights: readonly number[];
  readonly rule?: WeightsRule;
  readonly examinees: readonly Pick<ExamineeCard, "origin">[];
}

/**
 * Who is first if these values matter to you this much? One number an examinee under your weights, and a mark
 * where it would stand if every dimension counted the same.
 *
 * @throws RangeError when the weights do not fit the dimensions, or all are 0
 * @example
 * const profiles = [{ name: "a", scores: [80, 20] }, { name: "b", scores: [30, 60] }];
 * const rest = { dimensions: ["power", "care"], examinees: [] };
 * weightsFigure(profiles, { ...rest, weights: [1, 1] }).table.rows[0][1]; // => "a"
 * weightsFigure(profiles, { ...rest, weights: [0, 1] }).table.rows[0][1]; // => "b"
 */
export function weightsFigure(
  profiles: readonly WeightsProfile[],
  options: WeightsFigureOptions,
): Figure {
  const { dimensions, weights, rule = "weighted mean" } = options;
  const { of, meaning } = weightsRules[rule];
  const rows = profiles.map(({ name, scores }) => ({
    name,
    value: of(scores, weights),
    equal: of(scores, null),
  }));
  const rankBy = (key: "value" | "equal") => (row: (typeof rows)[number]) =>
    1 + rows.filter((other) => other[key] > row[key]).length;
  const ranked = [...rows].sort((a, b) => b.value - a.value || (a.name < b.name ? -1 : 1));
  const title = "Who is first if these values matter to you this much?";
  const counted = dimensions.filter((_, k) => weights[k] > 0);
  const caption = [
    `Rule: ${rule} (${meaning}); first is ${ranked[0]?.name ?? "nobody"}.`,
    `n = ${profiles.length} examinees. Counted: ${counted.join(", ")}. The mark shows where an examinee would stand if every dimension`,
    "counted the same. No interval is drawn here: look at those of the scores before you say who is first.",
    sourceLabel(options.examinees),
  ].join(" ");
  const id = figureId("weights", dimensions[0] ?? "none");
  const lines = ranked.map(
    ({ name, value, equal }): BarLine => ({
      name,
      parts: [Number.isFinite(value) ? value : 0],
      mark: Number.isFinite(equal) ? equal : 0,
      text: Number.isFinite(value) ? value.toFixed(1) : "undefined",
    }),
  );
  const keys = [{ name: rule, role: "accent" }] as const;
  return {
    id,
    title,
    caption,
    plotly: weightsPlotly(title, ranked),
    svg: barPicture({ id, title, caption }, lines, keys),
    table: {
      columns: ["rank", "examinee", rule, "with equal weights", "rank with equal weights"],
      rows: ranked.map((row) => [
        rankBy("value")(row),
        row.name,
        row.value,
        row.equal,
        rankBy("equal")(row),
      ]),
    },
  };
}

function weightsPlotly(
  title: string,
  rows: readonly { readonly name: string; readonly value: number; readonly equal: number }[],
): Figure["plotly"] {
  const names = rows.map(({ name }) => plotlyText(name));
  return {
    data: [
      {
        type: "bar",
        orientation: "h",
        name: "your weights",
        y: names,
        x: rows.map(({ value }) => value),
        marker: { color: lightTheme.accent },
      },
      {
        type: "scatter",
        mode: "markers",
        name: "equal weights",
        y: names,
        x: rows.map(({ equal }) => equal),
        marker: { symbol: "line-ns-open", size: 16, color: lightTheme.ink },
      },
    ],
    layout: plotlyLayout(title, { yaxis: { autorange: "reversed", automargin: true } }),
  };
}

import { type BarLine, barPicture } from "../figures/bar-picture.js";
import type { Figure, FigureTable, Json } from "../figures/figure.js";
import { objectiveFigure } from "../figures/objective-figure.js";
import { picksFigure } from "../figures/picks-figure.js";
import type { ReadItem } from "../figures/read-item.js";
import { type WeightsProfile, type WeightsRule, weightsFigure } from "../figures/weights-figure.js";
import type { ExamineeCard } from "../records/examinee-card.js";
import type { ExplorerSettings } from "./explorer-control.js";

/** Data of the explorers over items. */
export interface ItemsData {
  readonly items: readonly ReadItem[];
  readonly examinees: readonly Pick<ExamineeCard, "origin">[];
}

/** Data of the explorer of personal weights. */
export interface WeightsData {
  readonly profiles: readonly WeightsProfile[];
  readonly dimensions: readonly string[];
  readonly examinees: readonly Pick<ExamineeCard, "origin">[];
}

/** What a view of one's own gives: a table, and a sentence to go with it. */
export interface ExplorerTable extends FigureTable {
  /** Changes with the controls; a screen reader says it. */
  readonly caption: string;
}

/** The views that come with the package: where the controls stand and the data in, a figure out. */
export const explorerViews = {
  objective: (settings: ExplorerSettings, data: Json): Figure => {
    const { items, examinees } = data as unknown as ItemsData;
    return objectiveFigure(items, {
      alpha: Number(settings.alpha),
      divergence: String(settings.divergence),
      elicitation: String(settings.elicitation),
      examinees,
    });
  },
  picks: (settings: ExplorerSettings, data: Json): Figure => {
    const { items, examinees } = data as unknown as ItemsData;
    const picks = Number(settings.picks);
    return picksFigure(items, { picks, order: String(settings.order), examinees });
  },
  weights: (settings: ExplorerSettings, data: Json): Figure => {
    const { profiles, dimensions, examinees } = data as unknown as WeightsData;
    return weightsFigure(profiles, {
      dimensions,
      weights: dimensions.map((name) => Number(settings[name])),
      rule: settings.rule as WeightsRule,
      examinees,
    });
  },
} as const;

/** The name of a view that comes with the package. */
export type ExplorerViewName = keyof typeof explorerViews;

/**
 * A table as a figure: bars of its last column of numbers, named by its first column.
 *
 * @example
 * const view = { columns: ["who", "n"], rows: [["a", 2]], caption: "" };
 * tableFigure("count", "How many?", view).svg.includes("a"); // => true
 */
export function tableFigure(id: string, title: string, view: ExplorerTable): Figure {
  const { columns, rows, caption } = view;
  const numbers = columns.map((_, k) => rows.every((row) => typeof row[k] !== "string"));
  const drawn = numbers.lastIndexOf(true);
  const lines = rows.map((row): BarLine => {
    const value = drawn < 0 ? null : row[drawn];
    const isNumber = typeof value === "number" && Number.isFinite(value);
    return {
      name: String(row[0] ?? ""),
      parts: [isNumber ? value : 0],
      text: isNumber ? String(Number(value.toPrecision(4))) : "-",
    };
  });
  const keys = [{ name: columns[drawn] ?? "", role: "accent" }] as const;
  return {
    id,
    title,
    caption,
    plotly: { data: [], layout: {} },
    svg: barPicture({ id, title, caption }, lines, keys),
    table: { columns, rows },
  };
}

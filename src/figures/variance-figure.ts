import type { VarianceBudget } from "../statistics/reliability/variance-budget.js";
import { type BarKey, barPicture } from "./bar-picture.js";
import type { Figure } from "./figure.js";
import { figureId } from "./figure-id.js";
import { plotlyLayout, plotlyText } from "./plotly-layout.js";
import { lightTheme } from "./theme.js";

/** The variance budget of one dimension, by name. */
export interface NamedBudget {
  readonly name: string;
  readonly budget: VarianceBudget;
}

const SOURCES = [
  { id: "examinees", name: "between examinees (wanted)", role: "series0" },
  { id: "items", name: "between items", role: "series4" },
  { id: "interaction", name: "both together", role: "series1" },
  { id: "samples", name: "between samples", role: "series5" },
] as const;

/**
 * Where the differences between single scores come from, one bar a dimension: what lies between examinees is what a study is
 * after, the rest is error that more items, or more samples of each, average out.
 *
 * @param options  `source`: where the replies come from
 */
export function varianceFigure(
  budgets: readonly NamedBudget[],
  { source }: { readonly source: string },
): Figure {
  const shares = budgets.map(({ name, budget }) => ({
    name,
    parts: SOURCES.map(({ id }) => finite(budget.shares[id])),
    budget,
  }));
  const id = figureId("variance", budgets[0]?.name ?? "none");
  const title = "Where do the differences between scores come from?";
  const counts = budgets.map(({ budget }) => budget.components.counts);
  const caption = [
    "Shares of the variance of a single score; at the end of the bar, what to buy next.",
    `n = ${counts[0]?.examinees ?? 0} examinees, ${counts[0]?.items ?? 0} items in the first bar.`,
    "Where every cell holds one sample, the noise of samples is in 'both together'.",
    `Source: ${source}.`,
  ].join(" ");
  const keys = SOURCES.map(({ name, role }): BarKey => ({ name, role }));
  const lines = shares.map(({ name, parts, budget }) => ({
    name,
    parts,
    text: budget.buy === null ? "" : `next: ${budget.buy}`,
  }));
  return {
    id,
    title,
    caption,
    plotly: {
      data: SOURCES.map(({ name, role }, at) => ({
        type: "bar",
        orientation: "h",
        name,
        y: shares.map((one) => plotlyText(one.name)),
        x: shares.map(({ parts }) => parts[at]),
        marker: { color: lightTheme.series[Number(role.slice(-1))] },
      })),
      layout: plotlyLayout(title, {
        barmode: "stack",
        xaxis: { range: [0, 1] },
        yaxis: { autorange: "reversed", automargin: true },
      }),
    },
    svg: barPicture({ id, title, caption }, lines, keys),
    table: {
      columns: [
        "dimension",
        ...SOURCES.map(({ name }) => name),
        "reliability now",
        "with another item",
        "buy",
      ],
      rows: shares.map(({ name, budget }) => [
        name,
        ...SOURCES.map((one) => finiteOrNull(budget.shares[one.id])),
        finiteOrNull(budget.now.reliability),
        finiteOrNull(budget.anotherItem.reliability),
        budget.buy,
      ]),
    },
  };
}

function finite(value: number | null): number {
  return finiteOrNull(value) ?? 0;
}

function finiteOrNull(value: number | null): number | null {
  return value === null || !Number.isFinite(value) ? null : value;
}

import { divergence } from "../catalogue/divergences.js";
import { informativeness } from "../information/informativeness.js";
import { DEFAULT_NULL_DEALS } from "../information/item-terms.js";
import { permutationNull } from "../information/permutation-null.js";
import { stream } from "../random/stream.js";
import type { ExamineeCard } from "../records/examinee-card.js";
import { sourceLabel } from "./examinee-names.js";
import type { Figure } from "./figure.js";
import { figureId } from "./figure-id.js";
import { picksPicture } from "./picks-picture.js";
import { plotlyLayout, plotlyText } from "./plotly-layout.js";
import type { ReadItem } from "./read-item.js";
import { lightTheme } from "./theme.js";

/** Which divergences are compared, and how many items each of them picks. */
export interface PicksFigureOptions {
  /** How many items each divergence picks. */
  readonly picks: number;
  /** The id of the divergence whose order the items stand in; the first of those compared unless given. */
  readonly order?: string;
  /** Ids of `divergences`; `comparedDivergences` unless given. */
  readonly divergences?: readonly string[];
  /** Names the deals of the permutation null. */
  readonly seed?: number;
  readonly examinees: readonly Pick<ExamineeCard, "origin">[];
}

/** One divergence's column: its value for every item, and the rank that gives. */
export interface PicksColumn {
  readonly id: string;
  readonly name: string;
  readonly values: readonly number[];
  /** 1 for the largest; ties stand in the order of the items. */
  readonly ranks: readonly number[];
}

/** Divergences that see different things: entropy, distance, spread, the values' circle, and few samples. */
export const comparedDivergences: readonly string[] = [
  "jensen-shannon",
  "total-variation",
  "variance",
  "hellinger",
  "circular-wasserstein-shares",
  "squared-distance",
];

/** How many items are drawn; the table has all of them. */
const DRAWN = 24;

/**
 * Which divergence? The same replies, ranked by each choice for D: which items each of them picks, and how
 * many of its picks it shares with the one that orders the items.
 *
 * @throws RangeError for an unknown divergence or fewer than one pick
 * @example
 * const items = [
 *   { name: "apart", posteriors: [[[1], [1]], [[0], [0]]], baseline: [0] },
 *   { name: "alike", posteriors: [[[1], [1]], [[1], [1]]], baseline: [0] },
 * ];
 * picksFigure(items, { picks: 1, examinees: [] }).table.rows[0][0]; // => "apart"
 */
export function picksFigure(items: readonly ReadItem[], options: PicksFigureOptions): Figure {
  const { picks } = options;
  if (!(Number.isInteger(picks) && picks >= 1))
    throw new RangeError(`picks must be a whole number from 1 up: ${picks}`);
  const ids = options.divergences ?? comparedDivergences;
  const order = options.order ?? ids[0];
  const all = [...new Set([order, ...ids])].map((id) => columnOf(id, items, options.seed ?? 1));
  const lead = all[0];
  const columns = ids.flatMap((id) => all.find((column) => column.id === id) ?? []);
  const places = items.map((_, place) => place).sort((a, b) => lead.ranks[a] - lead.ranks[b]);
  const shared = columns
    .filter((column) => column !== lead)
    .map((column) => `${column.name} ${sharedPicks(column, lead, picks)}`);
  const title = "Which items does each divergence pick?";
  const caption = [
    `Items in the order of ${lead.name}. A number is the item's rank under the divergence of that`,
    `column; filled are the ${picks} it picks. Shared with ${lead.name}:`,
    `${shared.join(", ") || "nothing to compare with"}.`,
    `n = ${items.length} items. The chance level is subtracted under each divergence.`,
    sourceLabel(options.examinees),
  ].join(" ");
  const id = figureId("picks", items[0]?.name ?? "none");
  const rows = places.slice(0, DRAWN).map((place) => ({ name: items[place].name, place }));
  return {
    id,
    title,
    caption,
    plotly: picksPlotly(title, columns, rows, picks),
    svg: picksPicture({ id, title, caption }, columns, rows, picks),
    table: {
      columns: ["item", ...columns.flatMap(({ name }) => [`rank: ${name}`, `D: ${name}`])],
      rows: places.map((place) => [
        items[place].name,
        ...columns.flatMap(({ ranks, values }) => [ranks[place], values[place]]),
      ]),
    },
  };
}

function columnOf(id: string, items: readonly ReadItem[], seed: number): PicksColumn {
  const D = divergence(id);
  const values = items.map(({ name, posteriors }) => {
    const replies = posteriors.reduce((sum, samples) => sum + samples.length, 0);
    const pool = Array.from({ length: replies }, (_, place) => place);
    const random = stream(seed, "null", name);
    const deals = Array.from({ length: DEFAULT_NULL_DEALS }, () => random.shuffle(pool));
    const raw = informativeness(D, posteriors, null);
    return D.ofSamples ? raw : raw - permutationNull(posteriors, deals, D);
  });
  // What is undefined stands last.
  const key = (place: number) => (Number.isFinite(values[place]) ? values[place] : -Infinity);
  const sorted = values.map((_, place) => place).sort((a, b) => key(b) - key(a) || a - b);
  const ranks = new Array<number>(values.length).fill(0);
  for (const [n, place] of sorted.entries()) ranks[place] = n + 1;
  // What stands in brackets explains the name and would crowd a column.
  return { id, name: D.name.replace(/ \(.*\)$/, ""), values, ranks };
}

/** How many of its picks a divergence has in common with another. */
function sharedPicks(one: PicksColumn, other: PicksColumn, picks: number): number {
  return one.ranks.filter((rank, n) => rank <= picks && other.ranks[n] <= picks).length;
}

function picksPlotly(
  title: string,
  columns: readonly PicksColumn[],
  rows: readonly { readonly name: string; readonly place: number }[],
  picks: number,
): Figure["plotly"] {
  return {
    data: [
      {
        type: "heatmap",
        x: columns.map(({ name }) => plotlyText(name)),
        y: rows.map(({ name }) => plotlyText(name)),
        z: rows.map(({ place }) => columns.map(({ ranks }) => (ranks[place] <= picks ? 1 : 0))),
        text: rows.map(({ place }) => columns.map(({ ranks }) => String(ranks[place]))),
        texttemplate: "%{text}",
        hovertemplate: "%{y}, %{x}: rank %{text}<extra></extra>",
        colorscale: [
          [0, lightTheme.heat[0]],
          [1, lightTheme.heat[4]],
        ],
        showscale: false,
      },
    ],
    layout: plotlyLayout(title, {
      yaxis: { autorange: "reversed", automargin: true },
      xaxis: { automargin: true },
    }),
  };
}

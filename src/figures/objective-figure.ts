import { divergence } from "../catalogue/divergences.js";
import { elicitation } from "../catalogue/elicitations.js";
import { itemTerms } from "../information/item-terms.js";
import { DEFAULT_CLIP } from "../information/question-baseline.js";
import { stream } from "../random/stream.js";
import type { ExamineeCard } from "../records/examinee-card.js";
import { type BarLine, barPicture } from "./bar-picture.js";
import { sourceLabel } from "./examinee-names.js";
import type { Figure } from "./figure.js";
import { figureId } from "./figure-id.js";
import { plotlyLayout, plotlyText } from "./plotly-layout.js";
import type { ReadItem } from "./read-item.js";
import { lightTheme } from "./theme.js";

/** How Eq. 1 is set, and whose replies it is computed from. */
export interface ObjectiveFigureOptions {
  /** 0 asks only that examinees differ, 1 only that values are elicited. */
  readonly alpha: number;
  /** An id of `divergences`; Jensen-Shannon unless given. */
  readonly divergence?: string;
  /** An id of `elicitations`; the question baseline unless given. */
  readonly elicitation?: string;
  readonly clip?: number;
  /** Names the deals of the permutation null. */
  readonly seed?: number;
  readonly examinees: readonly Pick<ExamineeCard, "origin">[];
}

/** How many items are drawn; the table has all of them. */
const DRAWN = 16;

/** An item with its terms, each over its maximum and weighed by alpha. */
interface Ranked {
  readonly name: string;
  readonly informativeness: number;
  readonly elicitation: number;
  readonly parts: readonly [number, number];
  readonly objective: number;
}

/**
 * Which items does Eq. 1 prefer? Items in the order of the objective at one alpha, with what each of
 * the two terms contributes drawn apart.
 *
 * @throws RangeError for an alpha outside [0, 1] or an unknown divergence or elicitation
 * @example
 * const items = [{ name: "a", posteriors: [[[1], [1]], [[0], [0]]], baseline: [0] }];
 * objectiveFigure(items, { alpha: 1, examinees: [] }).table.rows[0][6]; // => 0.5 (± 1e-12)
 */
export function objectiveFigure(
  items: readonly ReadItem[],
  options: ObjectiveFigureOptions,
): Figure {
  const D = divergence(options.divergence ?? "jensen-shannon");
  const I = elicitation(options.elicitation ?? "question-baseline");
  const ranked = rankItems(items, options);
  const title = "Which items does Eq. 1 prefer at this alpha?";
  const shown = ranked.slice(0, DRAWN);
  const caption = [
    `alpha ${options.alpha}: first is ${ranked[0]?.name ?? "nothing"}.`,
    `D is ${D.name}, less its chance level; I is ${I.name}. Each is divided by its maximum;`,
    "a bar below 0 means that the examinees differ less than chance would make them.",
    `n = ${items.length} items, of which ${shown.length} are drawn.`,
    sourceLabel(options.examinees),
  ].join(" ");
  const id = figureId("objective", ...items.map(({ name }) => name).slice(0, 1));
  const keys = [
    { name: "(1 - alpha) D", role: "series0" },
    { name: "alpha I", role: "series4" },
  ] as const;
  const lines = shown.map(
    (item): BarLine => ({
      name: item.name,
      parts: item.parts.map((part) => (Number.isFinite(part) ? part : 0)),
      text: Number.isFinite(item.objective) ? item.objective.toFixed(3) : "undefined",
    }),
  );
  return {
    id,
    title,
    caption,
    plotly: objectivePlotly(title, shown),
    svg: barPicture({ id, title, caption }, lines, keys),
    table: {
      columns: ["rank", "item", "D", "I", "(1 - alpha) D / max", "alpha I / max", "objective"],
      rows: ranked.map((item, n) => [
        n + 1,
        item.name,
        item.informativeness,
        item.elicitation,
        ...item.parts,
        item.objective,
      ]),
    },
  };
}

function rankItems(items: readonly ReadItem[], options: ObjectiveFigureOptions): Ranked[] {
  const { alpha, clip = DEFAULT_CLIP, seed = 1 } = options;
  const D = divergence(options.divergence ?? "jensen-shannon");
  const I = elicitation(options.elicitation ?? "question-baseline");
  const rest = { divergence: D, elicitation: I, alpha, clip };
  return items
    .map(({ name, posteriors, baseline }): Ranked => {
      const random = stream(seed, "null", name);
      const terms = itemTerms({ ...rest, posteriors, baseline, random });
      const { informativeness, elicitation, objective } = terms;
      const shape = { examinees: posteriors.length, dimensions: baseline.length };
      const first = alpha === 1 ? 0 : ((1 - alpha) * informativeness) / D.maximum(shape);
      const second = alpha === 0 ? 0 : (alpha * elicitation) / I.maximum(clip, baseline.length);
      return { name, informativeness, elicitation, parts: [first, second], objective };
    })
    .sort((a, b) => standing(b) - standing(a) || (a.name < b.name ? -1 : 1));
}

/** What is undefined stands last. */
function standing({ objective }: Ranked): number {
  return Number.isFinite(objective) ? objective : -Infinity;
}

function objectivePlotly(title: string, items: readonly Ranked[]): Figure["plotly"] {
  const names = items.map(({ name }) => plotlyText(name));
  const bar = (name: string, part: 0 | 1, series: number) => ({
    type: "bar",
    orientation: "h",
    name,
    y: names,
    x: items.map(({ parts }) => parts[part]),
    marker: { color: lightTheme.series[series] },
  });
  return {
    data: [bar("(1 - alpha) D", 0, 0), bar("alpha I", 1, 4)],
    layout: plotlyLayout(title, {
      barmode: "relative",
      yaxis: { autorange: "reversed", automargin: true },
      xaxis: { title: { text: "objective" } },
    }),
  };
}

import { divergences } from "../catalogue/divergences.js";
import { elicitations } from "../catalogue/elicitations.js";
import type { Json } from "../figures/figure.js";
import type { ReadItem } from "../figures/read-item.js";
import type { ExamineeCard } from "../records/examinee-card.js";
import type { Displayable } from "./displayable.js";
import { explorerPage } from "./explorer.js";
import { firstSettings } from "./explorer-control.js";
import { explorerViews, type ItemsData } from "./explorer-view.js";

/** Readings go into the page with so many decimals; here they are rounded in the same way first. */
const DECIMALS = 3;

/**
 * The alpha explorer: items in the order of `(1 - alpha) D + alpha I` while you move alpha and choose D and I. Both
 * terms are drawn apart.
 *
 * @param items      with their readings, rounded to three decimals before anything is computed
 * @param examinees  whose replies they are: the figure says so
 */
export function alphaExplorer(
  items: readonly ReadItem[],
  examinees: readonly Pick<ExamineeCard, "origin">[],
): Displayable {
  const controls = {
    alpha: { kind: "range", label: "alpha", low: 0, high: 1, step: 0.05, value: 0.5 },
    divergence: choice("D", divergences),
    elicitation: choice("I", elicitations),
  } as const;
  const data = itemsData(items, examinees);
  const figure = explorerViews.objective(firstSettings(controls), data);
  return explorerPage({ title: figure.title, controls, data, view: '"objective"', figure });
}

/**
 * The divergence explorer: which items each divergence picks, and how many picks they share, while you choose how
 * many are picked and which divergence orders them.
 *
 * @param items      with their readings, rounded to three decimals before anything is computed
 * @param examinees  whose replies they are: the figure says so
 */
export function divergenceExplorer(
  items: readonly ReadItem[],
  examinees: readonly Pick<ExamineeCard, "origin">[],
): Displayable {
  const most = Math.max(1, items.length);
  const first = Math.min(5, most);
  const controls = {
    picks: { kind: "range", label: "items picked", low: 1, high: most, step: 1, value: first },
    order: choice("ordered by", divergences),
  } as const;
  const data = itemsData(items, examinees);
  const figure = explorerViews.picks(firstSettings(controls), data);
  return explorerPage({ title: figure.title, controls, data, view: '"picks"', figure });
}

function choice(label: string, entries: readonly { readonly id: string }[]) {
  const options = entries.map(({ id }) => id);
  return { kind: "choice", label, options, value: options[0] } as const;
}

function itemsData(
  items: readonly ReadItem[],
  examinees: readonly Pick<ExamineeCard, "origin">[],
): Json {
  const rounded = (value: number) => Number(value.toFixed(DECIMALS));
  const data: ItemsData = {
    items: items.map(({ name, posteriors, baseline }) => ({
      name,
      posteriors: posteriors.map((own) => own.map((reply) => reply.map(rounded))),
      baseline: baseline.map(rounded),
    })),
    examinees: examinees.map(({ origin }) => ({ origin })),
  };
  return data as unknown as Json;
}

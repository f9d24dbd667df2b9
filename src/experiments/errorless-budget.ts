import { expectedReading } from "../examinees/expression.js";
import type { SimulatedExaminee } from "../examinees/simulated.js";
import { stream } from "../random/stream.js";
import { cheapestBudget, type RankOutlook } from "../scoring/rank-budget.js";
import { pearson } from "../statistics/pearson.js";
import { spearman } from "../statistics/spearman.js";
import { spread } from "../statistics/spread.js";
import type { ValueSystem } from "../values/value-system.js";
import { type FoundBudget, MOST_ITEMS } from "./budget-search.js";
import { randomSet } from "./item-sets.js";

/** Items whose exact expectations are looked at. */
const ITEMS = 600;

/**
 * The budget that would recover the planted ranking if replies were read without error and nobody declined. It needs no reply: the
 * simulator knows the exact chance of each, and so the noise of a single one, p (1 - p).
 */
export function errorlessBudget(
  system: ValueSystem,
  panel: readonly SimulatedExaminee[],
  { target, seed }: { readonly target: number; readonly seed: number },
): FoundBudget {
  const open = panel.map(neverDeclining);
  const truth = panel.map(
    ({ card }) => spread(Object.values(card.planted?.[system.id] ?? { none: Number.NaN })).mean,
  );
  const outlook = exactOutlook(system, open, truth, seed);
  return {
    examinees: panel.length,
    outlook,
    exact: outlook.spearman,
    predicted: cheapestBudget(outlook, truth, {
      target,
      itemCost: 0,
      mostItems: MOST_ITEMS,
      stream: () => stream(seed, "budget"),
    }),
    confirmed: null,
    reached: false,
  };
}

function neverDeclining(examinee: SimulatedExaminee): SimulatedExaminee {
  const { setting } = examinee;
  return { ...examinee, setting: { ...setting, style: { ...setting.style, refusal: 0 } } };
}

function exactOutlook(
  system: ValueSystem,
  panel: readonly SimulatedExaminee[],
  truth: readonly number[],
  seed: number,
): RankOutlook {
  const items = randomSet(system, ITEMS, stream(seed, "errorless items", system.id));
  const read = items.map(({ text }) => panel.map((one) => expectedReading(one, text, system.id)));
  const parts = system.dimensions.map(({ id }) => {
    const own = read.filter((_, at) => items[at].targets.includes(id));
    return partOf(own.map((row) => row.map((reading) => reading[id])));
  });
  const [interaction, noise] = [
    spread(parts.map((part) => part.interaction)).mean,
    spread(parts.map((part) => part.noise)).mean,
  ];
  const scores = truth.map((_, e) => spread(parts.map((part) => part.scores[e])).mean);
  const errorOf = (each: (part: ExactPart) => number) =>
    parts.reduce((sum, part) => sum + each(part) / part.items, 0) / parts.length ** 2;
  const byItems = errorOf((part) => part.interaction);
  const signal = Math.max(0, spread(scores).variance - byItems);
  const reliability = signal / (signal + errorOf((part) => part.interaction + part.noise));
  const limit = Math.min(1, pearson(scores, truth) / Math.sqrt(signal / (signal + byItems)));
  return {
    spearman: spearman(scores, truth),
    reliability,
    limit,
    limitHigh: limit,
    interaction,
    noise,
    items: ITEMS,
    samples: 1,
  };
}

interface ExactPart {
  readonly scores: readonly number[];
  readonly interaction: number;
  readonly noise: number;
  readonly items: number;
}

/** @param table  items by examinees: exact chances */
function partOf(table: readonly (readonly number[])[]): ExactPart {
  const scores = table[0].map((_, e) => spread(table.map((row) => row[e])).mean);
  const all = spread(scores).mean;
  const centred = table.flatMap((row) => {
    const item = spread(row).mean;
    return row.map((one, e) => one - item - scores[e] + all);
  });
  const freedom = (table.length - 1) * (scores.length - 1);
  return {
    scores,
    interaction: centred.reduce((sum, one) => sum + one ** 2, 0) / freedom,
    noise: spread(table.flatMap((row) => row.map((p) => p * (1 - p)))).mean,
    items: table.length,
  };
}

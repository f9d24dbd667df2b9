import { checkNumber } from "../check-argument.js";
import type { CrossedScores } from "./crossed-design.js";
import { type DesignQuality, designQuality } from "./design-quality.js";
import { type VarianceComponents, varianceComponents } from "./variance-components.js";

/** What one more item, or one more sample of every item, would change. */
export interface Purchase extends DesignQuality {
  /** What it costs, in replies of each examinee. */
  readonly replies: number;
  /** By what share the relative error variance falls, 0 to 1. */
  readonly saved: number;
}

/** Where variance comes from, and what to buy next. */
export interface VarianceBudget {
  /** The estimates as they are; a negative one counts as 0 below. */
  readonly components: VarianceComponents;
  /** Each source's share of the variance of a single score; they sum to 1. */
  readonly shares: {
    readonly examinees: number;
    readonly items: number;
    readonly interaction: number;
    /** `null` where no cell holds two samples: the noise is then in `interaction`. */
    readonly samples: number | null;
  };
  /**
   * The study as it is. With unequal cells: the mean number of items, the harmonic mean of
   * samples.
   */
  readonly now: DesignQuality;
  readonly anotherItem: Purchase;
  /** `null` where no cell holds two samples. */
  readonly anotherSample: Purchase | null;
  /**
   * Samples of each item at which replies are best spent, 1 at least: sqrt(itemCost x samples /
   * interaction). Infinity where items cost something and show no interaction: then one item would
   * do. `null` where no cell holds two samples.
   */
  readonly bestSamples: number | null;
  /**
   * A sample while there are fewer than `bestSamples`, else an item; `null` where nothing is left
   * to save, or samples are unknown.
   */
  readonly buy: "item" | "sample" | null;
}

/**
 * A variance budget: how much of the differences between scores lies between examinees (wanted),
 * between items, in the two together, and between samples of the same item; and what another item
 * or another sample would buy.
 *
 * Reach for it when a study is too uncertain and the question is what to pay for. New items average
 * out both the interaction and the noise, a new sample only the noise: for the same number of
 * replies, more items with fewer samples are never worse. It is where items are dear (evolved,
 * screened) that samples pay: say so by `itemCost`.
 *
 * @param scores   examinees by items by samples, as many samples in a cell as there are; all of one
 * dimension
 * @param options  `itemCost`: what a new item costs besides its replies, counted in replies of each
 * examinee, from 0 up (0)
 * @returns shares, reliability and dependability are NaN where no source shows a variance above
 * 1e-200; `saved` is 0 where there is no error left
 * @throws ArgumentError with scores of fewer than two examinees or two items, or where too few
 * cells are shared
 *
 * Source: Cronbach et al. 1972 and Brennan 2001 (generalizability theory); Cochran 1977, chapter 10
 * (`bestSamples`).
 *
 * @example
 * const scores = [[[1, 1.2], [0.4, 0.2]], [[0.6, 0.8], [0.4, 0.6]], [[0.2, 0], [0, 0.2]]];
 * const budget = varianceBudget(scores);
 * budget.shares; // => { examinees: 0.327, items: 0.145, interaction: 0.418, samples: 0.109 } (± 1e-3)
 * budget.now.reliability; // => 0.580645 (± 1e-6)
 * budget.anotherItem.reliability; // => 0.675 (± 1e-6)
 * budget.anotherSample?.reliability; // => 0.590164 (± 1e-6)
 * budget.buy; // => "item"
 * varianceBudget(scores, { itemCost: 20 }).buy; // => "sample"
 * varianceBudget([[[1], [2]], [[2], [4]]]).anotherSample; // => null
 */
export function varianceBudget(
  scores: CrossedScores,
  { itemCost = 0 }: { readonly itemCost?: number } = {},
): VarianceBudget {
  checkNumber("itemCost", itemCost, { from: 0 });
  const components = varianceComponents(scores);
  const { counts } = components;
  const filled = scores.flat().filter((cell) => cell.length > 0);
  const inverse = filled.reduce((sum, cell) => sum + 1 / cell.length, 0);
  const [items, samples] = [counts.cells / counts.examinees, counts.cells / inverse];
  const now = designQuality(components, { items, samples });
  const another = (more: { items: number; samples: number }, replies: number) =>
    purchase(now, designQuality(components, more), replies);
  const anotherItem = another({ items: items + 1, samples }, samples + itemCost);
  const anotherSample =
    components.samples === null ? null : another({ items, samples: samples + 1 }, items);
  const bestSamples = bestSamplesOf(components, itemCost);
  return {
    components,
    shares: sharesOf(components),
    now,
    anotherItem,
    anotherSample,
    bestSamples,
    buy:
      now.relativeError === 0 || bestSamples === null
        ? null
        : samples < bestSamples
          ? "sample"
          : "item",
  };
}

/**
 * Where spending a reply on either lowers the error alike: Cochran's rule for sampling in two
 * stages.
 */
function bestSamplesOf(
  { interaction, samples }: VarianceComponents,
  itemCost: number,
): number | null {
  if (samples === null) return null;
  if (itemCost === 0 || samples <= 0) return 1;
  return Math.max(1, Math.sqrt(itemCost * (samples / Math.max(0, interaction))));
}

function purchase(now: DesignQuality, then: DesignQuality, replies: number): Purchase {
  const saved =
    now.relativeError === 0 ? 0 : Math.max(0, 1 - (then.relativeError / now.relativeError) ** 2);
  return { ...then, replies, saved };
}

function sharesOf({ examinees, items, interaction, samples }: VarianceComponents) {
  const parts = [examinees, items, interaction, samples ?? 0].map((x) => Math.max(0, x));
  const largest = Math.max(...parts);
  const total = parts.reduce((sum, part) => sum + part / largest, 0);
  const [ofExaminees, ofItems, ofBoth, ofSamples] = parts.map((part) => part / largest / total);
  return {
    examinees: ofExaminees,
    items: ofItems,
    interaction: ofBoth,
    samples: samples === null ? null : ofSamples,
  };
}

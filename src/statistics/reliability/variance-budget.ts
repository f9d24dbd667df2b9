import { checkNumber } from "../check-argument.js";
import {
  type CrossedScores,
  type VarianceComponents,
  varianceComponents,
} from "./variance-components.js";

/** How good the mean score of an examinee is under some design. */
export interface DesignQuality {
  readonly items: number;
  /** Samples of each item. */
  readonly samples: number;
  /** Standard error of a difference-free comparison: of an examinee's mean relative to the others on the same items. */
  readonly relativeError: number;
  /** Standard error of the mean itself, as an estimate over all items there could be. */
  readonly absoluteError: number;
  /** Generalizability: the share of the variance of means that lies between examinees. 1 is a perfect order. */
  readonly reliability: number;
  /** Dependability: the same for the numbers themselves, items' differences counting as error. */
  readonly dependability: number;
}

/** What one more item, or one more sample of every item, would change. */
export interface Purchase extends DesignQuality {
  /** How many more replies of each examinee it takes. */
  readonly replies: number;
  /** By what share the relative error variance falls, 0 to 1. */
  readonly saved: number;
  /** `saved` for each of those replies. */
  readonly savedPerReply: number;
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
  /** The study as it is. With unequal cells: the mean number of items, the harmonic mean of samples. */
  readonly now: DesignQuality;
  readonly anotherItem: Purchase;
  /** `null` where no cell holds two samples. */
  readonly anotherSample: Purchase | null;
  /** What saves more for each reply; `null` where nothing is left to save, or samples are unknown. */
  readonly buy: "item" | "sample" | null;
}

/**
 * A variance budget: how much of the differences between scores lies between examinees (wanted), between items, in the two together, and
 * between samples of one reply; and what another item or another sample would buy.
 *
 * Reach for it when a study is too uncertain and the question is what to pay for. New items average out both the interaction and the
 * noise, a new sample only the noise: with replies as the only cost an item is never the worse purchase. It is where items are
 * dear (evolved, screened) that samples pay.
 *
 * @param scores   examinees by items by samples, as many samples in a cell as there are; all of one dimension
 * @param options  `itemCost`: what a new item costs besides its replies, counted in replies of each examinee, from 0 up (0)
 * @returns shares, reliability and dependability are NaN where all scores are the same; `saved` is 0 where there is no error left
 * @throws ArgumentError with scores of fewer than two examinees or two items, or where too few cells are shared
 *
 * Source: Cronbach et al. 1972; Brennan 2001 (generalizability theory, p x i design).
 *
 * @example
 * const scores = [[[1, 1.2], [0.4, 0.2]], [[0.6, 0.8], [0.4, 0.6]], [[0.2, 0], [0, 0.2]]];
 * const budget = varianceBudget(scores);
 * budget.shares.examinees; // => 0.637 (± 1e-3)
 * budget.now.reliability; // => 0.851 (± 1e-3)
 * budget.buy; // => "item"
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
  return {
    components,
    shares: sharesOf(components),
    now,
    anotherItem,
    anotherSample,
    buy: betterOf(anotherItem, anotherSample),
  };
}

function betterOf(item: Purchase, sample: Purchase | null): "item" | "sample" | null {
  if (sample === null || (item.saved === 0 && sample.saved === 0)) return null;
  return sample.savedPerReply > item.savedPerReply ? "sample" : "item";
}

function purchase(now: DesignQuality, then: DesignQuality, replies: number): Purchase {
  const saved =
    now.relativeError === 0 ? 0 : Math.max(0, 1 - (then.relativeError / now.relativeError) ** 2);
  return { ...then, replies, saved, savedPerReply: saved / replies };
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

/**
 * How good examinees' mean scores would be with so many items and so many samples of each: the planning half of a variance budget.
 * Negative estimates count as 0. Where the noise of samples is unknown it stands in the interaction, and `samples` changes nothing.
 *
 * @param components  as `varianceComponents` gives them
 * @param design      `items` and `samples`, each above 0
 * @returns reliability and dependability are NaN where there is neither variance between examinees nor error
 * @throws ArgumentError where `items` or `samples` is not above 0
 *
 * Source: Brennan 2001.
 *
 * @example
 * const counts = { examinees: 9, items: 20, cells: 180, scores: 360 };
 * const components = { examinees: 0.04, items: 0.02, interaction: 0.06, samples: 0.08, counts };
 * designQuality(components, { items: 20, samples: 2 }).reliability; // => 0.888889 (± 1e-6)
 * designQuality(components, { items: 20, samples: 2 }).absoluteError; // => 0.0774597 (± 1e-6)
 * designQuality(components, { items: 0, samples: 2 }); // throws /items must be a finite number above 0: 0/
 */
export function designQuality(
  components: VarianceComponents,
  { items, samples }: { readonly items: number; readonly samples: number },
): DesignQuality {
  checkNumber("items", items, { above: 0 });
  checkNumber("samples", samples, { above: 0 });
  const of = (estimate: number | null) => Math.max(0, estimate ?? 0);
  const relative = (of(components.interaction) + of(components.samples) / samples) / items;
  const absolute = relative + of(components.items) / items;
  const wanted = of(components.examinees);
  return {
    items,
    samples,
    relativeError: Math.sqrt(relative),
    absoluteError: Math.sqrt(absolute),
    reliability: wanted / (wanted + relative),
    dependability: wanted / (wanted + absolute),
  };
}

import type { DimensionId, SystemId } from "../values/value-system.js";

/** A reliability with its 95 % interval; NaN where it is not defined. */
export interface ReliabilityEstimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** How far items of one family, rewritten from one another, are answered alike. */
export interface ParaphraseRow {
  /** Families of two items or more, and the items in them. */
  readonly families: number;
  readonly items: number;
  /** Of the variance of items' readings (each examinee's own level taken off), the share inside families: the wording's and chance's. */
  readonly share: number;
  /** Of the pairs of examinees, the share whose order turns from one wording to the next. */
  readonly flips: number;
}

/** What to buy next for a surer order of the examinees. */
export type NextPurchase = "item" | "sample" | "judge";

/** How reliable the scores of one dimension are. */
export interface ReliabilityRow {
  readonly system: SystemId;
  readonly dimension: DimensionId;
  readonly examinees: number;
  readonly items: number;
  /** The least number of samples a cell holds. */
  readonly samples: number;
  /** Cronbach's alpha over items, with Feldt's interval. */
  readonly alpha: ReliabilityEstimate;
  /** Mean over random halves of the items, stepped up; Fisher's interval of the halves' correlation, stepped up. */
  readonly splitHalf: ReliabilityEstimate;
  /** The same items asked again: agreement of the numbers (ICC 2) and of the order (ICC 3) between single samples, and of their mean. */
  readonly retest: {
    readonly agreement: number;
    readonly consistency: number;
    readonly average: number;
  } | null;
  /** Of the variance between scores, the share that is no noise of items. */
  readonly signalShare: number;
  /** How many items the targeted ones are worth, where some say the same and some say nothing. */
  readonly effectiveItems: number;
  /** Shares of the variance of a single reply's reading; `samples` is `null` with one sample a cell. */
  readonly variance: {
    readonly examinees: number;
    readonly items: number;
    readonly interaction: number;
    readonly samples: number | null;
  } | null;
  /** Reliability as it stands, with another item, with another sample of each. */
  readonly now: number;
  readonly anotherItem: number;
  readonly anotherSample: number | null;
  /** The share of the error of a score that is the recognizer's; `null` without a panel or people's labels. */
  readonly recognizerShare: number | null;
  readonly buy: NextPurchase | null;
  /** `null` where the study holds no two wordings of one item. */
  readonly paraphrases: ParaphraseRow | null;
}

/** How well examinees' profiles follow the circle of a system's theory; no cut-off, since people's fit only in part. */
export interface CircleRow {
  readonly system: SystemId;
  /** Median over examinees of the R^2 of a sine wave through the profile. */
  readonly medianFit: number;
  /** Of the comparisons of correlations that the circle orders, agreements less disagreements; p by permuting dimensions. */
  readonly orderIndex: number;
  readonly p: number;
  readonly examinees: number;
}

/** Scores on items older and younger than an examinee. */
export interface ItemAgeRow {
  readonly examinee: string;
  readonly system: SystemId;
  readonly released: string;
  /** Items written before and after it was released. */
  readonly before: number;
  readonly after: number;
  /** Mean reading on those before less those after, and its 95 % interval; items are centred on the panel first. */
  readonly shift: ReliabilityEstimate;
}

/** How reliable the scores of a study are. */
export interface ReliabilityResults {
  readonly rows: readonly ReliabilityRow[];
  readonly circles: readonly CircleRow[];
  /** Empty without dates. */
  readonly ages: readonly ItemAgeRow[];
  /** What could not be computed, and why. */
  readonly missing: readonly string[];
}

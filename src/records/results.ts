import type { DimensionId, SystemId } from "../values/value-system.js";
import type { ExamineeCard } from "./examinee-card.js";
import type { OutcomeCounts } from "./outcome.js";
import type { ReliabilityResults } from "./reliability.js";
import type { Score } from "./score.js";
import type { TrustResults } from "./trust.js";
import type { DimensionVerdict } from "./verdict.js";

/** A mean with its 95 % interval; low and high are `null` where one item or none was seen. */
export interface Interval {
  readonly mean: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** What one round of one system found, on the replies that chose its items and on fresh ones. */
export interface RoundSummary {
  readonly system: SystemId;
  readonly round: number;
  readonly items: number;
  /** Items written and scored in this round before the keeping; 0 for round 0. */
  readonly candidates: number;
  /** Mean null-subtracted D of the kept items on the replies that chose them; `null` for round 0. */
  readonly searchInformativeness: number | null;
  /** The same items on fresh replies, all examinees. */
  readonly freshInformativeness: Interval;
  readonly freshElicitation: Interval;
  /**
   * fresh / search: the part of the chosen score that was real; `null` where the chosen score itself is not
   * clearly above 0.
   */
  readonly shrinkage: number | null;
  /**
   * Items that still tell examinees apart on fresh replies: those whose replies chance would scatter so in at most one
   * of twenty deals. By chance alone it would be a twentieth of the items.
   */
  readonly separating: number;
  readonly counts: OutcomeCounts;
}

/** One reply shown in full for what it did with one dimension. */
export interface CaseStudy {
  readonly system: SystemId;
  readonly dimension: DimensionId;
  readonly examinee: string;
  readonly kind: "aligned" | "misaligned";
  readonly item: string;
  readonly reply: string;
  readonly verdict: DimensionVerdict;
  readonly round: number;
}

/** Single numbers for a whole system, each on the score's own scale; `null` where a score is missing. */
export interface WelfareRow {
  readonly examinee: string;
  readonly system: SystemId;
  readonly weightedMean: number | null;
  /** 95 % interval of the mean over dimensions, clustered by item. */
  readonly low: number | null;
  readonly high: number | null;
  /** What the mean would be if every unmeasured cell had scored 0, and 1; left out where nothing is unmeasured. */
  readonly boundLow?: number | null;
  readonly boundHigh?: number | null;
  readonly rawls: number | null;
  readonly nash: number | null;
  readonly items: number;
  readonly counts: OutcomeCounts;
}

/** How the scores of simulated examinees compare with the truth that was planted. */
export interface RecoveryRow {
  readonly system: SystemId;
  /** Spearman across examinees within a dimension, median over dimensions. */
  readonly spearman: number | null;
  readonly centred: number | null;
  readonly least: { readonly dimension: DimensionId; readonly spearman: number } | null;
  /** What the mere number of expressed values recovers. */
  readonly countOnly: number | null;
  readonly examinees: number;
  readonly items: number;
}

/** How verdicts agree with labels that came with recorded replies. */
export interface AgreementRow {
  readonly system: SystemId;
  readonly dimension: DimensionId;
  readonly labelled: number;
  /** Rows labelled 1, 0 and -1. */
  readonly positive: number;
  readonly absent: number;
  readonly negative: number;
  /** Area under the ROC curve, labelled 1 against the rest, by the system's reading. */
  readonly auroc: number | null;
  /** Share of rows whose most likely class is the labelled one. */
  readonly accuracy: number | null;
  /** What always guessing the commonest label would reach. */
  readonly commonest: number | null;
}

/** Everything a report, a notebook or another program needs; written as results/scores.json. */
export interface StudyResults {
  readonly kind: "value-compass results";
  readonly format: 1;
  readonly study: {
    readonly name: string;
    readonly seed: number;
    readonly alpha: number;
    readonly divergence: string;
    readonly elicitation: string;
    readonly samples: number;
    /** Said before any ranking: "picked cases, not a sample: no ranking", or `null`. */
    readonly caution: string | null;
  };
  readonly systems: readonly SystemId[];
  readonly examinees: readonly ExamineeCard[];
  readonly recognizer: string;
  readonly scores: readonly Score[];
  readonly welfare: readonly WelfareRow[];
  readonly rounds: readonly RoundSummary[];
  readonly cases: readonly CaseStudy[];
  readonly recovery: readonly RecoveryRow[];
  readonly agreement: readonly AgreementRow[];
  readonly counts: OutcomeCounts;
  readonly warnings: readonly string[];
  /** How far the recognizer can be trusted; left out by results of versions that did not tell. */
  readonly trust?: TrustResults;
  /** How reliable the scores are; only where it was asked for. */
  readonly reliability?: ReliabilityResults;
}

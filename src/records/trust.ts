import type { DimensionId, SystemId } from "../values/value-system.js";

/** Whether the recognizer could be talked into a verdict, tried on known replies in the same run. */
export interface CanaryRow {
  readonly system: SystemId;
  readonly verdict: "clean" | "compromised" | "unknown";
  /** Canaries whose P(adhere) an instruction moved by more than 0.25, of those judged. */
  readonly moved: number;
  readonly judged: number;
  readonly unmeasured: number;
  readonly meanShift: number | null;
}

/** An examinee some of whose replies speak to the judge. */
export interface SuspectRow {
  readonly examinee: string;
  readonly replies: number;
  readonly flagged: number;
  /** What was found, by kind. */
  readonly signs: Readonly<Record<string, number>>;
}

/** How far the members of a panel agree on one dimension. */
export interface PanelRow {
  readonly system: SystemId;
  readonly dimension: DimensionId;
  /** Replies that at least two members judged. */
  readonly replies: number;
  /** Krippendorff's alpha of their likeliest stances (nominal); `null` where all said the same or nobody compared. */
  readonly alpha: number | null;
  /** How many independent judges the panel is worth; `null` where their readings do not vary. */
  readonly effective: number | null;
  readonly judges: number;
}

/** A panel's members and their agreement. */
export interface PanelResults {
  readonly members: readonly string[];
  readonly rows: readonly PanelRow[];
}

/** How well the recognizer reads one dimension of replies that people labelled. */
export interface CalibrationRow {
  readonly system: SystemId;
  readonly dimension: DimensionId;
  readonly labelled: number;
  readonly present: number;
  readonly absent: number;
  /** Of the replies that show the value (or do not violate it), the share the recognizer saw; `null` without any. */
  readonly sensitivity: number | null;
  readonly specificity: number | null;
  /** Expected calibration error of the reading, with the middle 95 % of resampled ones. */
  readonly ece: number | null;
  readonly eceLow: number | null;
  readonly eceHigh: number | null;
  /** Ten bins of equal width: forecasts, their mean, and the share that came true. */
  readonly bins: readonly {
    readonly count: number;
    readonly forecast: number | null;
    readonly share: number | null;
  }[];
}

/** A score corrected by people's labels, beside the raw one. All in [0, 1]. */
export interface CorrectedRow {
  readonly examinee: string;
  readonly system: SystemId;
  readonly dimension: DimensionId;
  readonly raw: number | null;
  /** By sensitivity and specificity (Rogan and Gladen); `null` where the labels do not carry it. */
  readonly roganGladen: CorrectedInterval | null;
  /** Prediction-powered: readings corrected by labels of this examinee's own replies; `null` with fewer than two. */
  readonly predictionPowered: CorrectedInterval | null;
}

/** A corrected score with its 95 % interval. */
export interface CorrectedInterval {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** Whether the recognizer's error (reading less label) depends on something it should not depend on. */
export interface BiasRow {
  readonly about: "examinee" | "length" | "hedging";
  /** The examinee, or `per 100 words`, or `per hedge in 100 words`. */
  readonly what: string;
  /** Mean error of the examinee's replies less that of all others; for the rest, how the error grows with it. */
  readonly shift: number;
  readonly low: number;
  readonly high: number;
  readonly readings: number;
  /** p of no dependence, adjusted over all rows of this table (Holm). */
  readonly p: number;
}

/** What people's labels say of the recognizer. */
export interface CalibrationResults {
  readonly recognizer: string;
  readonly labelledReplies: number;
  /** Labelled replies without a verdict. */
  readonly unmeasured: number;
  readonly rows: readonly CalibrationRow[];
  readonly corrected: readonly CorrectedRow[];
  readonly bias: readonly BiasRow[];
}

/** How far the recognizer of a run can be trusted. */
export interface TrustResults {
  readonly canaries: readonly CanaryRow[];
  readonly suspects: readonly SuspectRow[];
  /** `null` unless several recognizers judged. */
  readonly panel: PanelResults | null;
  /** `null` without labels. */
  readonly calibration: CalibrationResults | null;
}

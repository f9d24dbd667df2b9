import type { ControversyCue } from "../facts/reader-cues.js";
import type { Reading } from "../values/value-system.js";

/**
 * The constants of the simulated world: how an item's wording and a planted profile turn into the
 * chance of showing a value. Probabilities and scores are in [0, 1]; spreads are standard
 * deviations.
 *
 * The form and the order of magnitude come from the prototype described in `spec/simulator.md` 5
 * (between its worlds A and B). They were fixed before any search ran on them, and are not fitted
 * to anything; whoever varies them passes another world (design, decision 10).
 */
export interface World {
  /** Names the random effects of words: another key is another world of the same kind. */
  readonly key: string;
  /** How sharply an examinee changes from silent to speaking around its threshold. */
  readonly tau: number;
  /**
   * How strongly an item brings up a dimension: named outright, touched by its topic, or neither.
   */
  readonly affordance: {
    readonly named: number;
    readonly topicalLow: number;
    readonly topicalHigh: number;
    readonly other: number;
  };
  /** The chance, times affordance, of speaking against a value that is not shown, by reading. */
  readonly opposition: Readonly<Record<Reading, number>>;
  readonly controversy: {
    /** Before any cue is seen. */
    readonly base: number;
    /** Added by the first cue of a kind found in the text. */
    readonly cues: Readonly<Record<ControversyCue, number>>;
    /** The share of that which each further cue of the kind adds, up to two more. */
    readonly further: number;
    /** Added when two or more dimensions are named: values in tension. */
    readonly tension: number;
    /** Spread of the effects of single words, together. */
    readonly words: number;
    /** Spread of what no word explains. */
    readonly surprise: number;
    readonly low: number;
    readonly high: number;
  };
  readonly threshold: {
    readonly centre: number;
    /** Spread of the effects of single words, together. */
    readonly words: number;
    /** Spread of what no word explains. */
    readonly surprise: number;
    readonly low: number;
    readonly high: number;
  };
  /** The polite rate at which everybody shows a dimension while an item is not controversial. */
  readonly consensus: {
    readonly mean: number;
    readonly spread: number;
    readonly low: number;
    readonly high: number;
  };
}

/** The world of every demo and of every bench that does not say otherwise. */
export const defaultWorld: World = deepFreeze({
  key: "world-1",
  tau: 0.05,
  affordance: { named: 0.97, topicalLow: 0.3, topicalHigh: 0.8, other: 0.03 },
  // Adherence: spec/simulator.md 2. Non-violation is scored by opposition alone, so there it must
  // be common.
  opposition: { adherence: 0.3, nonViolation: 0.7 },
  controversy: {
    base: 0.19,
    cues: {
      dispute: 0.08,
      twoSides: 0.1,
      stakes: 0.07,
      urgency: 0.06,
      public: 0.06,
      secrecy: 0.06,
      irreversible: 0.07,
      pressure: 0.06,
      hotTopic: 0.1,
      framing: 0.05,
      calm: -0.07,
      factual: -0.12,
    },
    further: 0.4,
    tension: 0.08,
    words: 0.15,
    surprise: 0.04,
    low: 0.05,
    high: 0.95,
  },
  threshold: { centre: 0.5, words: 0.18, surprise: 0.08, low: 0.05, high: 0.95 },
  consensus: { mean: 0.5, spread: 0.1, low: 0.2, high: 0.8 },
});

function deepFreeze<T extends object>(value: T): T {
  for (const part of Object.values(value)) {
    if (typeof part === "object" && part !== null) deepFreeze(part);
  }
  return Object.freeze(value);
}

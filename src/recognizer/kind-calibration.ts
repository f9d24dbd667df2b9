import type { BankWeights } from "./head-bank.js";

/** How the scores of one head become probabilities on one kind of text. */
export interface TextKind {
  /** The head that tells this kind of text from the other kinds. */
  readonly head: number;
  /** On this kind: log-odds = slope x score + offset. */
  readonly slope: number;
  readonly offset: number;
}

/**
 * A head that learned from several kinds of text (assistant replies, chat turns, users' remarks) means another
 * probability by the same score on each. Other heads of the bank tell the kinds apart by the words of the text.
 */
export interface KindCalibration {
  /** The head whose probabilities depend on the kind of text. */
  readonly of: number;
  readonly kinds: readonly TextKind[];
}

/** What every kind keeps of its share, since a text is never surely of one kind. */
const LEAST = 0.1;

/** Share of the kinds' log-odds in the result; the rest is the calibration over all text. */
const SHARE = 0.5;

/** The log-odds of a head by the kind of text, halfway from those over all text. */
export function oddsByKind(
  { of, kinds }: KindCalibration,
  overall: number,
  scores: ArrayLike<number>,
): number {
  let all = 0;
  let mixed = 0;
  for (const { head, slope, offset } of kinds) {
    const share = LEAST + 1 / (1 + Math.exp(-scores[head]));
    all += share;
    mixed += share / (1 + Math.exp(-(slope * scores[of] + offset)));
  }
  const probability = Math.min(1 - 1e-9, Math.max(1e-9, mixed / all));
  return SHARE * Math.log(probability / (1 - probability)) + (1 - SHARE) * overall;
}

/** The calibrated probabilities of all heads of a bank for their raw scores. */
export function calibratedProbabilities(
  { platt, kinds }: Pick<BankWeights, "platt" | "kinds">,
  scores: ArrayLike<number>,
): Float64Array {
  return Float64Array.from(scores, (score, head) => {
    const overall = platt[head * 2] * score + platt[head * 2 + 1];
    const odds = kinds?.of === head ? oddsByKind(kinds, overall, scores) : overall;
    return 1 / (1 + Math.exp(-odds));
  });
}

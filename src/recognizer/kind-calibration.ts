import type { BankWeights } from "./head-bank.js";

/** How a head's question is answered on one kind of text. */
export interface TextKind {
  /** The head that tells this kind of text from the other kinds. */
  readonly gate: number;
  /** The head that learned the question from this kind alone. */
  readonly own: number;
  /** On this kind, for the head that learned from all kinds: log-odds = slope x score + offset. */
  readonly slope: number;
  readonly offset: number;
}

/**
 * A head that learned from several kinds of text (replies to hard prompts, an assistant's answers, chat turns, users' remarks)
 * means another probability by the same score on each, and each kind has signs of its own. Gates tell the kinds apart
 * by the words of the text; on each kind the head is joined by one that learned from that kind alone.
 */
export interface KindCalibration {
  /** The head whose probabilities depend on the kind of text. */
  readonly of: number;
  readonly kinds: readonly TextKind[];
}

/** What every kind keeps of its share, since a text is never surely of one kind. */
const LEAST = 0.04;

/** Share of the kind's own head in the log-odds; the rest is that of the head that learned from all kinds. */
const OWN = 0.4;

/** Calibrated log-odds of one head by the line through all its rows. */
function oddsOf(platt: ArrayLike<number>, scores: ArrayLike<number>, head: number): number {
  return platt[head * 2] * scores[head] + platt[head * 2 + 1];
}

function logistic(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}

/**
 * The probability of a head by the kind of text: a mean over kinds, weighed by how likely the text is of each, of the
 * probability that lies (in log-odds) between the head's and that of the kind's own head.
 */
export function probabilityByKind(
  { of, kinds }: KindCalibration,
  platt: ArrayLike<number>,
  scores: ArrayLike<number>,
): number {
  let all = 0;
  let mixed = 0;
  for (const { gate, own, slope, offset } of kinds) {
    const share = LEAST + logistic(oddsOf(platt, scores, gate));
    const shared = slope * scores[of] + offset;
    all += share;
    mixed += share * logistic((1 - OWN) * shared + OWN * oddsOf(platt, scores, own));
  }
  return mixed / all;
}

/** The calibrated probabilities of all heads of a bank for their raw scores. */
export function calibratedProbabilities(
  { platt, kinds }: Pick<BankWeights, "platt" | "kinds">,
  scores: ArrayLike<number>,
): Float64Array {
  return Float64Array.from(scores, (_, head) =>
    kinds?.of === head
      ? probabilityByKind(kinds, platt, scores)
      : logistic(oddsOf(platt, scores, head)),
  );
}

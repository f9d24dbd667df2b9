import { bradleyTerry } from "../statistics/ratings/bradley-terry.js";
import { compareScores, type ScoreRows } from "../statistics/ratings/compare-scores.js";

/** An examinee's standing among the others on one dimension. */
export interface RelativeScore {
  /** Mean rate over the items, 0 to 1: what others call the absolute score. `null` without any. */
  readonly absolute: number | null;
  /** The chance of showing the value more often than another examinee on an item, mean over the others; 0.5 is average. */
  readonly winRate: number | null;
  /** Bradley-Terry strength in log-odds, mean 0 over the examinees. */
  readonly strength: number | null;
}

/** Wins given both ways to every pair, so that every table has a finite answer. */
const PRIOR = 0.5;

/**
 * Scores by comparison: on each item, who shows the value more often beats who shows it less. What makes an item bring the
 * value out in everybody falls out of it. The mean over examinees is one half by design, so it says nothing about levels.
 *
 * AdAEM rates by TrueSkill; Bradley-Terry needs no order of the items and is not encumbered (math 4.5). Ties count half.
 *
 * Source: methods 1.8, 11 and 12.4; math 4.5.
 *
 * @param rates  examinees in rows, items in columns: how often each showed the value, 0 to 1; `null` where not measured
 * @returns one an examinee, in the order given; win rates are `null` where nobody could be compared
 * @example
 * const [first, second] = relativeScores([[1, 1, 0], [0, 1, 0]]);
 * first.absolute; // => 0.666667 (± 1e-6)
 * first.winRate + second.winRate; // => 1 (± 1e-9)
 * first.winRate > 0.5; // => true
 */
export function relativeScores(rates: ScoreRows): RelativeScore[] {
  const absolute = rates.map((row) => {
    const known = row.filter((rate) => rate !== null);
    return known.length === 0 ? null : known.reduce((sum, rate) => sum + rate, 0) / known.length;
  });
  const { wins, ties, comparisons } = compareScores(rates);
  if (rates.length < 2 || comparisons === 0)
    return absolute.map((mean) => ({ absolute: mean, winRate: null, strength: null }));
  const half = wins.map((row, a) => row.map((won, b) => won + ties[a][b] / 2));
  const { strengths } = bradleyTerry(half, { prior: PRIOR });
  return absolute.map((mean, a) => {
    const against = strengths.filter((_, b) => b !== a);
    const chance = against.map((other) => 1 / (1 + Math.exp(other - strengths[a])));
    const winRate = chance.reduce((sum, one) => sum + one, 0) / chance.length;
    return { absolute: mean, winRate, strength: strengths[a] };
  });
}

/**
 * Ipsative scores: how far each dimension lies above or below the examinee's own mean over dimensions. An examinee that talks
 * more shows every value more; this takes it out, and with it every difference in level (methods 12.4).
 *
 * @param scores  one a dimension; `null` where missing, which stays so
 * @example
 * ipsativeScores([0.5, 0.7, 0.3]); // => [0, 0.2, -0.2] (± 1e-9)
 * ipsativeScores([0.5, null]); // => [0, null]
 */
export function ipsativeScores(scores: readonly (number | null)[]): (number | null)[] {
  const known = scores.filter((score) => score !== null);
  const mean = known.reduce((sum, score) => sum + score, 0) / known.length;
  return scores.map((score) => (score === null ? null : score - mean));
}

/** Rates between which an item can move either way. */
export const EXPRESSION_RATES = { least: 0.1, most: 0.9 } as const;

/**
 * Whether an item belongs into X^v: at least one examinee shows the value neither always nor never. An item on which all are at
 * the floor or the ceiling says nothing about anybody.
 *
 * Source: methods 11.
 *
 * @param rates  one an examinee, 0 to 1; `null` where not measured
 * @example
 * canMove([1, 0.6, null]); // => true
 * canMove([1, 0.95, 0]); // => false
 */
export function canMove(rates: readonly (number | null)[]): boolean {
  const { least, most } = EXPRESSION_RATES;
  return rates.some((rate) => rate !== null && rate >= least && rate <= most);
}

/** What the replies of one examinee to one item came to on one dimension: sums, not means, so that they add. */
export interface ItemTally {
  /** Sum of readings over judged cells. */
  readonly judgedSum: number;
  /** Sum of readings over declined cells, by the system's rule. */
  readonly declinedSum: number;
  readonly judged: number;
  readonly declined: number;
  readonly unmeasured: number;
}

/**
 * The mean over measured cells (judged and declined); `null` when there is none.
 *
 * @example
 * tallyMean({ judgedSum: 1, declinedSum: 0, judged: 1, declined: 1, unmeasured: 3 }); // => 0.5
 * tallyMean({ judgedSum: 0, declinedSum: 0, judged: 0, declined: 0, unmeasured: 3 }); // => null
 */
export function tallyMean(tally: ItemTally): number | null {
  const measured = tally.judged + tally.declined;
  return measured === 0 ? null : (tally.judgedSum + tally.declinedSum) / measured;
}

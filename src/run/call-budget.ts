/** The cap on calls was reached: everything asked so far is kept. */
export class CapReached extends Error {
  override readonly name = "CapReached";
  constructor(readonly calls: number) {
    super(
      `stopped at the cap of ${calls} calls; everything is kept; ` +
        `raise caps.calls in study.json and run again to go on`,
    );
  }
}

/** Counts replies asked for against the cap of a study. */
export interface CallBudget {
  /** How many of these calls may be made; they count as made. */
  take(calls: number): number;
  /** The error that says the cap was reached. */
  reached(): CapReached;
}

/**
 * A budget of calls.
 *
 * @param cap  the most that may be asked in this study, or `null` for no cap
 * @param made  calls that the journal already holds
 * @example
 * callBudget(10, 8).take(5); // => 2
 */
export function callBudget(cap: number | null, made: number): CallBudget {
  let left = cap === null ? Number.POSITIVE_INFINITY : Math.max(0, cap - made);
  return {
    take(calls) {
      const allowed = Math.min(calls, left);
      left -= allowed;
      return allowed;
    },
    reached: () => new CapReached(cap ?? 0),
  };
}

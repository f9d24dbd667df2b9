/** An allowance that refills at a rate and may be overdrawn: who overdraws it waits. */
export interface TokenBucket {
  /** Takes so much at a moment (milliseconds) and says how long to wait before using it. */
  take(amount: number, at: number): number;
  /** Gives back (or, with a negative amount, takes) what an estimate was wrong by. */
  settle(amount: number): void;
}

/**
 * A bucket that refills with `perSecond` and holds at most `burst`; it starts full. A change of the rate counts from
 * the last take.
 *
 * @example
 * tokenBucket(() => 2, 1).take(1, 0); // => 0
 */
export function tokenBucket(perSecond: (at: number) => number, burst: number): TokenBucket {
  let level = burst;
  let last = Number.NEGATIVE_INFINITY;
  return {
    take(amount, at) {
      const rate = perSecond(at);
      if (rate === Number.POSITIVE_INFINITY) {
        level = burst;
        last = at;
        return 0;
      }
      // A clock that went back refills nothing; a long pause refills no more than the burst.
      const seconds = Math.max(0, at - last) / 1000;
      if (last !== Number.NEGATIVE_INFINITY) level = Math.min(burst, level + seconds * rate);
      last = Math.max(last, at);
      level -= amount;
      return level >= 0 ? 0 : Math.ceil((-level / rate) * 1000);
    },
    settle(amount) {
      level = Math.min(burst, level + amount);
    },
  };
}

/** How many calls a second may begin: without bound until an endpoint turns calls away. */
export interface AdaptivePace {
  /** Calls a second at a moment (milliseconds); Infinity before the first cut. */
  rate(at: number): number;
  succeeded(at: number): void;
  /** The endpoint is overloaded: it turned this share of the calls away. */
  cut(at: number, share: number): void;
}

/** What is left of the pace after a cut. */
const CUT = 0.9;
/** Seconds until the old pace is tried again. */
const RETURN_SECONDS = 8;
/** The steepness that follows from both: (1 - CUT) = STEEPNESS * RETURN_SECONDS^3. */
const STEEPNESS = (1 - CUT) / RETURN_SECONDS ** 3;
/** One cut leaves at least this much of the pace to come back to. */
const LEAST_LEFT = 0.5;
/** How old the successes may be by which the pace that an endpoint bears is measured, and how many it takes. */
const REMEMBERED = 4000;
const ENOUGH = 5;
/** They are counted in portions of so many milliseconds. */
const PORTION = 250;

/**
 * A limit on concurrency alone cannot keep to a rate: against a quick endpoint one call at a time may be too many. So
 * after the first cut calls are paced. The pace follows the curve of CUBIC: after a cut quickly back to just below what
 * was too much, a while there, then faster and faster upwards, so that a doubled allowance is found within seconds.
 */
export function adaptivePace(): AdaptivePace {
  let peak = Number.POSITIVE_INFINITY;
  let cutAt = 0;
  /** When a portion began, and its successes. */
  const portions: { readonly from: number; count: number }[] = [];

  const rate = (at: number): number => {
    if (peak === Number.POSITIVE_INFINITY) return peak;
    const seconds = (at - cutAt) / 1000 - RETURN_SECONDS;
    return peak * (1 + STEEPNESS * seconds ** 3);
  };
  const borne = (at: number): number => {
    const recent = portions.filter(({ from }) => from > at - REMEMBERED);
    const count = recent.reduce((sum, portion) => sum + portion.count, 0);
    if (count < ENOUGH) return 0;
    return count / Math.max(1, (at - recent[0].from) / 1000);
  };
  return {
    rate,
    succeeded(at) {
      const last = portions.at(-1);
      if (last && at - last.from < PORTION) last.count++;
      else portions.push({ from: at, count: 1 });
      if (portions.length > REMEMBERED / PORTION) portions.shift();
    },
    cut(at, share) {
      const now = rate(at);
      const measured = borne(at);
      if (now === Number.POSITIVE_INFINITY) peak = Math.max(1, measured);
      // What is borne is measured from below, and only as far as calls were offered: the share bounds it.
      else peak = Math.min(now, Math.max(measured, now * Math.max(LEAST_LEFT, 0.95 - 3 * share)));
      cutAt = at;
    },
  };
}

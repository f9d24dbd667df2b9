/** How many calls a second may begin: without bound until an endpoint turns calls away. */
export interface AdaptivePace {
  /** Calls a second at a moment (milliseconds); Infinity before the first cut. */
  rate(at: number): number;
  succeeded(at: number): void;
  /** The endpoint said "too many"; told once an episode. */
  turnedAway(at: number): void;
}

/** What is left of the pace after a cut. */
const CUT = 0.9;
/** Seconds until the old pace is tried again. */
const RETURN_SECONDS = 8;
/** The steepness that follows from both: (1 - CUT) = STEEPNESS * RETURN_SECONDS^3. */
const STEEPNESS = (1 - CUT) / RETURN_SECONDS ** 3;
/** Successes by which the pace that an endpoint bears is measured, and how old they may be. */
const REMEMBERED = 50;
const REMEMBERED_MILLISECONDS = 10_000;

/**
 * A limit on concurrency alone cannot keep to a rate: against a quick endpoint one call at a time may be too many. So
 * after the first "too many" calls are paced. The pace follows the curve of CUBIC: after a cut quickly back to just below what
 * was too much, a while there, then faster and faster upwards, so that a doubled allowance is found within seconds.
 */
export function adaptivePace(): AdaptivePace {
  let peak = Number.POSITIVE_INFINITY;
  let cutAt = 0;
  const successes: number[] = [];

  const rate = (at: number): number => {
    if (peak === Number.POSITIVE_INFINITY) return peak;
    const seconds = (at - cutAt) / 1000 - RETURN_SECONDS;
    return peak * (1 + STEEPNESS * seconds ** 3);
  };
  const borne = (at: number): number => {
    const recent = successes.filter((time) => time > at - REMEMBERED_MILLISECONDS);
    if (recent.length < 5) return 0;
    const seconds = (at - recent[0]) / 1000;
    return recent.length / Math.max(seconds, 1);
  };
  return {
    rate,
    succeeded(at) {
      successes.push(at);
      if (successes.length > REMEMBERED) successes.shift();
    },
    turnedAway(at) {
      const measured = borne(at);
      const before = rate(at);
      if (before === Number.POSITIVE_INFINITY) peak = Math.max(1, measured);
      // What was borne is known from below only, and only as far as calls were offered.
      else peak = Math.min(before, Math.max(1.1 * measured, 0.5 * before));
      cutAt = at;
    },
  };
}

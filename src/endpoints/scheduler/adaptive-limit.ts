/** How many calls may be under way at once: grows while all goes well, is cut when the endpoint says "too many". */
export interface AdaptiveLimit {
  /** The limit now, a whole number from 1 to the ceiling. */
  now(): number;
  /** A first try went well while so many calls were under way. */
  succeeded(underWay: number): void;
  /** A call begun at `began` was turned away at `at`; true when the limit was cut for it. */
  turnedAway(began: number, at: number): boolean;
}

/** Where it begins, before anything is known. */
const START = 16;
/** What is left of it after a cut. */
const CUT = 0.7;

/**
 * Additive increase, multiplicative decrease, as TCP does it: doubles with every round of calls until the first cut, then grows by
 * one a round. Two gates keep it honest: a limit that nobody used up does not grow, and all calls that were under
 * way when it was cut make one cut together.
 *
 * @param ceiling  the most that the user allows, a whole number from 1
 * @example
 * adaptiveLimit(4).now(); // => 4
 */
export function adaptiveLimit(ceiling: number): AdaptiveLimit {
  let limit = Math.min(START, ceiling);
  let doubling = true;
  let lastCut = Number.NEGATIVE_INFINITY;
  return {
    now: () => Math.floor(limit),
    succeeded(underWay) {
      if (underWay < Math.floor(limit)) return;
      limit = Math.min(ceiling, limit + (doubling ? 1 : 1 / limit));
    },
    turnedAway(began, at) {
      if (began <= lastCut) return false;
      lastCut = at;
      doubling = false;
      limit = Math.max(1, limit * CUT);
      return true;
    },
  };
}

/** How many calls may be under way at once: grows while all goes well, is cut when the endpoint is overloaded. */
export interface AdaptiveLimit {
  /** The limit now, a whole number from 1 to the ceiling. */
  now(): number;
  /** A first try went well at a moment (milliseconds) while so many calls were under way. */
  succeeded(underWay: number, at: number): void;
  /** The endpoint is overloaded. */
  cut(at: number): void;
}

/** Where it begins, before anything is known. */
const START = 16;
/** What is left of it after a cut. */
const CUT = 0.7;
/** Milliseconds after which it is back where it was before a cut, however long calls take. */
const RETURN = 8000;

/**
 * Additive increase, multiplicative decrease, as TCP does it: doubles with every round of calls until the first cut. After a cut it goes
 * back along a curve, quickly at first, to where it was; from there it grows by one a round. A limit that nobody used up
 * does not grow.
 *
 * @param ceiling  the most that the user allows, a whole number from 1
 * @example
 * adaptiveLimit(4).now(); // => 4
 */
export function adaptiveLimit(ceiling: number): AdaptiveLimit {
  let limit = Math.min(START, ceiling);
  let before = limit;
  let cutAt: number | null = null;
  /** Where time alone has brought it back to. */
  const recovered = (at: number): number => {
    if (cutAt === null) return 0;
    const left = Math.min(1, Math.max(0, 1 - (at - cutAt) / RETURN));
    return before * (1 - (1 - CUT) * left ** 3);
  };
  return {
    now: () => Math.floor(limit),
    succeeded(underWay, at) {
      if (underWay < Math.floor(limit)) return;
      const grown = limit + (cutAt === null ? 1 : 1 / limit);
      limit = Math.min(ceiling, Math.max(grown, recovered(at)));
    },
    cut(at) {
      before = limit;
      cutAt = at;
      limit = Math.max(1, limit * CUT);
    },
  };
}

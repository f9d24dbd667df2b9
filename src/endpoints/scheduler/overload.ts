/** Decides whether "too many" is meant: one stray answer is not a limit. */
export interface Overload {
  answered(at: number): void;
  /**
   * A call begun at `began` was turned away at `at`. The share of calls that were, when less must be asked because of
   * it; else `null`.
   */
  turnedAway(began: number, at: number): number | null;
}

/** The share is measured over so many calls, or so many milliseconds where those have more. */
const CALLS = 100;
const SPAN = 4000;
/** Calls are counted in portions of so many milliseconds. */
const PORTION = 250;
/** Fewer than this say nothing. */
const FEW = 3;
/** A share that is no more than stray answers. */
const LIGHT = 0.02;
/** A share at which nobody waits for more evidence. */
export const HEAVY = 0.2;
/** Milliseconds between two cuts for a share between these: by then the last one has been made up for. */
const PATIENCE = 8000;
/** Milliseconds between two cuts in any case: what was let in before the first has to pass. */
export const EPISODE = 1000;

interface Portion {
  readonly from: number;
  calls: number;
  away: number;
}

/**
 * Some endpoints say "too many" now and then whatever they are asked: one node among many is full, a gateway is restarted. Whoever
 * slows down for each of these ends at a crawl. So the share of calls that are turned away counts: up to 2 % is nothing, more makes one cut
 * in 8 s, more than a fifth makes one at once. And where a cut has not helped, because as many are turned away at the lower
 * pace, that share is taken for the endpoint's way. All calls that were under way at a cut belong to it.
 */
export function overload(): Overload {
  const portions: Portion[] = [];
  const afterCut = { calls: 0, away: 0 };
  let lastCut = Number.NEGATIVE_INFINITY;
  let wasHeavy = false;
  const count = (at: number, away: 0 | 1): void => {
    const last = portions.at(-1);
    if (last && at - last.from < PORTION) {
      last.calls++;
      last.away += away;
    } else portions.push({ from: at, calls: 1, away });
    if (at - lastCut > SPAN || wasHeavy) return;
    afterCut.calls++;
    afterCut.away += away;
  };
  const recent = (at: number): Portion => {
    const sum = { from: at, calls: 0, away: 0 };
    let n = portions.length;
    while (n > 0 && (sum.calls < CALLS || portions[n - 1].from > at - SPAN)) {
      n--;
      sum.calls += portions[n].calls;
      sum.away += portions[n].away;
    }
    portions.splice(0, n);
    return sum;
  };
  /** What is borne without a cut: what is light, or what the last cut did not help against. */
  const tolerated = (at: number): number => {
    if (at - lastCut < PATIENCE) return HEAVY;
    const helpless = afterCut.calls < CALLS / 2 ? 0 : afterCut.away / afterCut.calls;
    return Math.min(HEAVY, Math.max(LIGHT, 2 * helpless));
  };
  return {
    answered: (at) => count(at, 0),
    turnedAway(began, at) {
      if (began <= lastCut || at - lastCut < EPISODE) return null;
      count(at, 1);
      const { calls, away } = recent(at);
      const share = away / calls;
      if (away < FEW || share <= tolerated(at)) return null;
      lastCut = at;
      // One cut may not be enough against that much; nothing follows from what comes after it.
      wasHeavy = share > HEAVY;
      afterCut.calls = 0;
      afterCut.away = 0;
      return share;
    },
  };
}

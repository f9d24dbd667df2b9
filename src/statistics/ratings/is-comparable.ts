/** What happened between two examinees, by their places. */
export interface PairResult {
  readonly first: number;
  readonly second: number;
  readonly won: number;
  readonly lost: number;
  readonly tied: number;
}

/**
 * Whether wins and ties determine finite Bradley-Terry strengths (and, with ties, finite odds of a
 * tie).
 *
 * Two things can go wrong. Some group may never have lost or tied against the rest: its lead could
 * grow without end. Or, with ties, wins never run in a circle, so that a ladder of strengths exists
 * on which every win is a step or more and every tie a step or less: stretching the ladder then
 * fits better and better.
 *
 * Source: Ford 1957 for wins; for ties, the recession directions of Davidson's 1970 likelihood.
 *
 * @example
 * isComparable(2, [{ first: 0, second: 1, won: 3, lost: 1, tied: 0 }]); // => true
 * isComparable(2, [{ first: 0, second: 1, won: 3, lost: 0, tied: 0 }]); // => false
 * isComparable(2, [{ first: 0, second: 1, won: 3, lost: 0, tied: 1 }]); // => false
 */
export function isComparable(size: number, pairs: readonly PairResult[]): boolean {
  const edges = pairs.flatMap(({ first, second, won, lost, tied }) => [
    ...(won > 0 ? [{ from: first, to: second, step: -1 }] : []),
    ...(lost > 0 ? [{ from: second, to: first, step: -1 }] : []),
    ...(tied > 0
      ? [
          { from: first, to: second, step: 1 },
          { from: second, to: first, step: 1 },
        ]
      : []),
  ]);
  const reversed = edges.map(({ from, to, step }) => ({ from: to, to: from, step }));
  if (reached(edges) < size || reached(reversed) < size) return false;
  return !pairs.some(({ tied }) => tied > 0) || !hasLadder(size, edges);
}

interface Edge {
  readonly from: number;
  readonly to: number;
  readonly step: number;
}

/** How many examinees can be reached from the first one. */
function reached(edges: readonly Edge[]): number {
  const next = new Map<number, Edge[]>();
  for (const edge of edges) next.set(edge.from, [...(next.get(edge.from) ?? []), edge]);
  const seen = new Set([0]);
  for (const at of seen) for (const { to } of next.get(at) ?? []) seen.add(to);
  return seen.size;
}

/**
 * Whether all the steps can hold at once: Bellman and Ford's shortest paths settle only if they
 * can.
 */
function hasLadder(size: number, edges: readonly Edge[]): boolean {
  const heights = new Array<number>(size).fill(0);
  for (let round = 0; round <= size; round++) {
    let moved = false;
    for (const { from, to, step } of edges)
      if (heights[from] + step < heights[to]) {
        heights[to] = heights[from] + step;
        moved = true;
      }
    if (!moved) return true;
  }
  return false;
}

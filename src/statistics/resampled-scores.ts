import type { BoardGroup } from "./board-layout.js";

/** Series that are added up side by side: as many sums as a processor keeps at hand. */
const LANES = 8;

/**
 * The scores of a group of dimensions under every resample of its items: the item means of a draw,
 * added up and divided by how many there were.
 *
 * This is the whole cost of a board's bootstrap. Eight series at a time stand interleaved, so that
 * the inner loop reads memory in order, holds its sums at hand and serves eight series with each
 * item it looks up; an item drawn twice is looked up once.
 *
 * @param group      from `boardLayout`
 * @param resamples  lists of item numbers from 0, the same for all series
 * @returns series (dimensions of the group by examinees) by resamples; NaN where no item of a draw
 * has a reading
 * @example
 * const [group] = boardLayout([[[[1], [0]]]], null);
 * resampledScores(group, [[0, 0], [0, 1]]); // => [1, 0.5]
 */
export function resampledScores(
  { items, means, present }: BoardGroup,
  resamples: readonly (readonly number[])[],
): Float64Array {
  const series = means.length / items;
  const draws = drawnTimes(resamples, items);
  const scores = new Float64Array(series * resamples.length);
  const lanes = new Float64Array(items * LANES);
  const sums = new Float64Array(LANES * resamples.length);
  const counts = new Float64Array(LANES * resamples.length);
  for (let first = 0; first < series; first += LANES) {
    const width = Math.min(LANES, series - first);
    interleave(means, { items, series, first, width }, lanes);
    addDraws(lanes, draws, sums);
    if (present !== null) {
      interleave(present, { items, series, first, width }, lanes);
      addDraws(lanes, draws, counts);
    }
    for (let lane = 0; lane < width; lane++)
      for (let draw = 0; draw < resamples.length; draw++) {
        const count = present === null ? resamples[draw].length : counts[draw * LANES + lane];
        scores[(first + lane) * resamples.length + draw] = sums[draw * LANES + lane] / count;
      }
  }
  return scores;
}

/**
 * Every draw as the items in it and how often each: draw d holds the entries from starts[d] to
 * starts[d + 1].
 */
interface Draws {
  readonly starts: Int32Array;
  readonly items: Int32Array;
  readonly times: Float64Array;
}

function drawnTimes(resamples: readonly (readonly number[])[], items: number): Draws {
  const most = resamples.reduce((sum, drawn) => sum + Math.min(drawn.length, items), 0);
  const draws = {
    starts: new Int32Array(resamples.length + 1),
    items: new Int32Array(most),
    times: new Float64Array(most),
  };
  const times = new Float64Array(items);
  let end = 0;
  for (const [draw, drawn] of resamples.entries()) {
    times.fill(0);
    for (const item of drawn) times[item]++;
    for (let item = 0; item < items; item++) {
      if (times[item] === 0) continue;
      draws.items[end] = item;
      draws.times[end] = times[item];
      end++;
    }
    draws.starts[draw + 1] = end;
  }
  return draws;
}

/**
 * Copies some columns of an items-by-series matrix next to each other; lanes without a column keep
 * what they had.
 */
function interleave(
  matrix: Float64Array | Uint8Array,
  at: { items: number; series: number; first: number; width: number },
  lanes: Float64Array,
): void {
  for (let item = 0; item < at.items; item++)
    for (let lane = 0; lane < at.width; lane++)
      lanes[item * LANES + lane] = matrix[item * at.series + at.first + lane];
}

/**
 * Sums every draw in all lanes. Written out lane by lane: an inner loop over lanes would keep the
 * sums in memory.
 */
function addDraws(lanes: Float64Array, { starts, items, times }: Draws, sums: Float64Array): void {
  for (let draw = 0; draw < starts.length - 1; draw++) {
    let [a, b, c, d, e, f, g, h] = [0, 0, 0, 0, 0, 0, 0, 0];
    for (let entry = starts[draw]; entry < starts[draw + 1]; entry++) {
      const often = times[entry];
      const from = items[entry] * LANES;
      a += often * lanes[from];
      b += often * lanes[from + 1];
      c += often * lanes[from + 2];
      d += often * lanes[from + 3];
      e += often * lanes[from + 4];
      f += often * lanes[from + 5];
      g += often * lanes[from + 6];
      h += often * lanes[from + 7];
    }
    sums.set([a, b, c, d, e, f, g, h], draw * LANES);
  }
}

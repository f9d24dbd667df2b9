/**
 * Values this close, as a part of the largest, differ by rounding alone; as in `competitionRanks`.
 */
const SAME = 1e-12;

/** How often one of several rivals came out at each rank. */
export interface RankCounts {
  /**
   * The quantile of its best possible ranks, counting ties for it; `null` when it was never
   * ranked.
   */
  best(level: number): number | null;
  /** The quantile of its worst possible ranks, counting ties against it. */
  worst(level: number): number | null;
}

/**
 * Ranks rivals in many draws and counts: 1 is the highest. A tie leaves a rank open, so a rival has
 * a best and a worst possible rank in every draw.
 *
 * @param values  rivals by draws; NaN takes no part in its draw
 * @param rivals  how many there are
 * @returns one entry a rival
 * @example
 * const [first] = rankCounts(Float64Array.of(0.5, 0.5, 0.9, 0.5), 2);
 * first.best(0); // => 1
 * first.worst(1); // => 2
 */
export function rankCounts(values: Float64Array, rivals: number): RankCounts[] {
  const best = new Float64Array(rivals * rivals);
  const worst = new Float64Array(rivals * rivals);
  const draws = values.length / rivals;
  // Each draw starts from the order of the last: draws resemble each other, so little is left to
  // sort.
  const order = Int32Array.from({ length: rivals }, (_, rival) => rival);
  const sorted = new Float64Array(rivals);
  for (let draw = 0; draw < draws; draw++) {
    for (let place = 0; place < rivals; place++) {
      const value = values[order[place] * draws + draw];
      sorted[place] = Number.isNaN(value) ? -Infinity : value;
    }
    sortDown(sorted, order);
    countPlaces(sorted, order, best, worst);
  }
  return Array.from({ length: rivals }, (_, rival) => {
    const own = (counts: Float64Array) => counts.subarray(rival * rivals, (rival + 1) * rivals);
    return {
      best: (level) => countedQuantile(own(best), level),
      worst: (level) => countedQuantile(own(worst), level),
    };
  });
}

/**
 * Insertion sort, highest first, of values and whose they are: quick on what is nearly in order.
 */
function sortDown(values: Float64Array, whose: Int32Array): void {
  for (let next = 1; next < values.length; next++) {
    const value = values[next];
    const owner = whose[next];
    let place = next;
    for (; place > 0 && values[place - 1] < value; place--) {
      values[place] = values[place - 1];
      whose[place] = whose[place - 1];
    }
    values[place] = value;
    whose[place] = owner;
  }
}

/** Adds one draw to the counts; -Infinity stands for a rival without a value. */
function countPlaces(
  sorted: Float64Array,
  order: Int32Array,
  best: Float64Array,
  worst: Float64Array,
): void {
  const rivals = sorted.length;
  let present = rivals;
  while (present > 0 && sorted[present - 1] === -Infinity) present--;
  if (present === 0) return;
  const margin = SAME * Math.max(Math.abs(sorted[0]), Math.abs(sorted[present - 1]));
  let above = 0;
  let atLeast = 0;
  for (let place = 0; place < present; place++) {
    while (sorted[above] > sorted[place] + margin) above++;
    while (atLeast < present && sorted[atLeast] >= sorted[place] - margin) atLeast++;
    best[order[place] * rivals + above]++;
    worst[order[place] * rivals + atLeast - 1]++;
  }
}

/** The type-7 quantile of ranks of which only their counts are kept. */
function countedQuantile(counts: Float64Array, level: number): number | null {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return null;
  const place = (total - 1) * level;
  const rankAt = (wanted: number) => {
    let passed = 0;
    for (const [above, count] of counts.entries()) {
      passed += count;
      if (passed > wanted) return above + 1;
    }
    return counts.length;
  };
  const [lower, upper] = [rankAt(Math.floor(place)), rankAt(Math.ceil(place))];
  return lower + (place % 1) * (upper - lower);
}

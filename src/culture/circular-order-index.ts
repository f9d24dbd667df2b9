import type { Stream } from "../random/stream.js";
import { ArgumentError } from "../statistics/argument-error.js";
import { checkNumber, checkTable } from "../statistics/check-argument.js";

/** How far correlations follow a circle: a count of comparisons. */
export interface CircularOrder {
  /** Comparisons in which the pair nearer on the circle correlates more. */
  readonly agree: number;
  /** Comparisons in which it correlates less. */
  readonly disagree: number;
  /** Comparisons in which both correlate alike. */
  readonly tie: number;
  /** (agree - disagree) / all, from -1 to 1; NaN with fewer than four values, where nothing can be compared. */
  readonly index: number;
}

/** A circular order held against chance. */
export interface CircularOrderTest extends CircularOrder {
  /** How often an order of the labels drawn at random does at least as well; NaN where the index is. */
  readonly p: number;
  /** How many orders were drawn. */
  readonly permutations: number;
}

/** The share of the largest correlation by which a table may fail to be symmetric, as rounded tables do. */
const ROUNDED = 1e-9;

const DEFAULT_PERMUTATIONS = 1999;

/**
 * Do values that are neighbours on the circle correlate more than values across from each other? Compares every
 * pair of values with every pair farther apart and counts how often the theory is right: 1 when always, about 0 when
 * the order means nothing, -1 when always wrong. This is where Schwartz's circle can be seen: in correlations between
 * values, not in the mean levels of one profile.
 *
 * Source: Hubert & Arabie (1987), the randomisation test of hypothesised order (RTHOR); math 5, `circularOrderIndex`.
 *
 * @param correlations  K by K, symmetric, in the circular order; the diagonal is not looked at
 * @throws ArgumentError when the table is not square, not symmetric or holds something that is no finite number
 * @example
 * circularOrderIndex([[1, 0.1, -1, 0.1], [0.1, 1, 0.1, -1], [-1, 0.1, 1, 0.1], [0.1, -1, 0.1, 1]]); // => { agree: 8, disagree: 0, tie: 0, index: 1 }
 * circularOrderIndex([[1, 0.5], [0.5, 1]]).index; // => NaN
 */
export function circularOrderIndex(correlations: readonly (readonly number[])[]): CircularOrder {
  checkCorrelations(correlations);
  const places = correlations.map((_, at) => at);
  return count(correlations, comparisons(correlations.length), places);
}

/**
 * The circular order index with the chance that labels in random order do as well: p = (1 + as good) / (1 + drawn).
 *
 * @param correlations  as for `circularOrderIndex`
 * @param stream        where the random orders come from
 * @param permutations  how many to draw; 1999 unless told, so that the smallest p is .0005
 * @throws ArgumentError as `circularOrderIndex`, and when `permutations` is no whole number from 1 up
 * @example
 * const wave = [0, 1, 2, 3, 4, 5].map((i) => [0, 1, 2, 3, 4, 5].map((j) => Math.cos(((i - j) * Math.PI) / 3)));
 * circularOrderTest(wave, stream(7, "circle"), 199).p < 0.05; // => true
 */
export function circularOrderTest(
  correlations: readonly (readonly number[])[],
  stream: Stream,
  permutations = DEFAULT_PERMUTATIONS,
): CircularOrderTest {
  checkCorrelations(correlations);
  checkNumber("permutations", permutations, { from: 1, to: 1e6, whole: true });
  const pairs = comparisons(correlations.length);
  const places = correlations.map((_, at) => at);
  const seen = count(correlations, pairs, places);
  if (Number.isNaN(seen.index)) return { ...seen, p: Number.NaN, permutations };
  const surplus = seen.agree - seen.disagree;
  let asGood = 0;
  for (let draw = 0; draw < permutations; draw++) {
    const chance = count(correlations, pairs, stream.shuffle(places));
    if (chance.agree - chance.disagree >= surplus) asGood++;
  }
  return { ...seen, p: (1 + asGood) / (1 + permutations), permutations };
}

/** Two pairs of places on a circle, of which the first are the nearer neighbours: near, near, far, far. */
type Comparison = readonly [number, number, number, number];

function comparisons(size: number): readonly Comparison[] {
  const pairs: { i: number; j: number; steps: number }[] = [];
  for (let i = 0; i < size; i++)
    for (let j = i + 1; j < size; j++) pairs.push({ i, j, steps: Math.min(j - i, size - (j - i)) });
  return pairs.flatMap((near) =>
    pairs
      .filter((far) => near.steps < far.steps)
      .map((far): Comparison => [near.i, near.j, far.i, far.j]),
  );
}

function count(
  correlations: readonly (readonly number[])[],
  pairs: readonly Comparison[],
  places: readonly number[],
): CircularOrder {
  let agree = 0;
  let disagree = 0;
  for (const [a, b, c, d] of pairs) {
    const near = correlations[places[a]][places[b]];
    const far = correlations[places[c]][places[d]];
    if (near > far) agree++;
    else if (near < far) disagree++;
  }
  const tie = pairs.length - agree - disagree;
  return { agree, disagree, tie, index: (agree - disagree) / pairs.length };
}

function checkCorrelations(correlations: readonly (readonly number[])[]): void {
  const size = Array.isArray(correlations) ? correlations.length : undefined;
  checkTable("correlations", correlations, { columns: size });
  const largest = correlations.flat().reduce((most, x) => Math.max(most, Math.abs(x)), 0);
  correlations.forEach((row, i) => {
    for (let j = 0; j < i; j++)
      if (Math.abs(row[j] - correlations[j][i]) > ROUNDED * largest)
        throw new ArgumentError("correlations", `must be symmetric; [${i}][${j}] differs`, row[j]);
  });
}

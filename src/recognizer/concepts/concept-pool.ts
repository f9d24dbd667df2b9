import { stream } from "../../random/stream.js";

/** Vectors of length 1, one row each. */
type Rows = readonly Float64Array[];

/** Concepts that mean much the same, as one. */
export interface PoolCluster {
  /** The phrase nearest to the middle: what the cluster is called. */
  readonly phrase: string;
  /** The middle, of length 1. */
  readonly centre: readonly number[];
  /** Phrases in it. */
  readonly size: number;
}

/** Fewest and most clusters tried. */
const FEWEST = 4;
const MOST = 40;

/** Phrases that a cluster should hold on average, so that a small pool stays coarse. */
const EACH = 4;

/** Rounds after which k-means ends even if a phrase still moves. */
const ROUNDS = 50;

/**
 * Groups phrases by k-means on the cosine of their vectors, with the number of clusters by silhouette. The same
 * phrases always give the same pool.
 *
 * Source: CLAVE (methods 3.1 and 3.2, step 2).
 *
 * @param phrases  unique phrases
 * @param rows     one vector of length 1 for each
 */
export function conceptPool(phrases: readonly string[], rows: Rows): readonly PoolCluster[] {
  if (rows.length === 0) return [];
  const most = Math.min(MOST, Math.max(1, Math.floor(rows.length / EACH)));
  const counts = [...new Set([FEWEST, 8, 12, 16, 24, 32, 40].map((k) => Math.min(k, most)))];
  const tried = counts.map((count) => kMeans(rows, count));
  const best = tried.reduce((one, other) =>
    silhouette(rows, other) > silhouette(rows, one) ? other : one,
  );
  return best.centres.map((centre, cluster) => {
    const members = rows.map((_, at) => at).filter((at) => best.of[at] === cluster);
    const nearest = members.reduce((one, other) =>
      inner(rows[other], centre) > inner(rows[one], centre) ? other : one,
    );
    return { phrase: phrases[nearest], centre: [...centre], size: members.length };
  });
}

interface Clusters {
  readonly centres: readonly Float64Array[];
  /** The cluster of every row. */
  readonly of: readonly number[];
}

function kMeans(rows: Rows, count: number): Clusters {
  let centres = spreadSeeds(rows, count);
  let of: readonly number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const next = rows.map((row) => nearestOf(centres, row).cluster);
    if (round > 0 && next.every((cluster, at) => cluster === of[at])) break;
    of = next;
    centres = centres.map((centre, cluster) => middle(rows, of, cluster) ?? centre);
  }
  // A cluster that lost all its phrases is none.
  const kept = centres.map((_, cluster) => cluster).filter((cluster) => of.includes(cluster));
  return {
    centres: kept.map((cluster) => centres[cluster]),
    of: of.map((one) => kept.indexOf(one)),
  };
}

/** First centres that lie apart (k-means++), drawn from a stream of their own. */
function spreadSeeds(rows: Rows, count: number): readonly Float64Array[] {
  const random = stream("concept pool", rows.length, count);
  const seeds = [rows[random.integer(rows.length)]];
  while (seeds.length < count) {
    const far = rows.map((row) => Math.max(0, 1 - nearestOf(seeds, row).likeness) ** 2);
    const total = far.reduce((sum, one) => sum + one, 0);
    if (total === 0) break;
    let left = random.next() * total;
    const at = far.findIndex((one) => {
      left -= one;
      return left < 0;
    });
    seeds.push(rows[at < 0 ? rows.length - 1 : at]);
  }
  return seeds;
}

function middle(rows: Rows, of: readonly number[], cluster: number): Float64Array | null {
  const sum = new Float64Array(rows[0].length);
  for (const [at, row] of rows.entries())
    if (of[at] === cluster) for (let k = 0; k < sum.length; k++) sum[k] += row[k];
  const length = Math.sqrt(inner(sum, sum));
  return length === 0 ? null : sum.map((value) => value / length);
}

/** The nearest centre and the cosine to it. */
export function nearestOf(
  centres: readonly (readonly number[] | Float64Array)[],
  row: Float64Array,
): { readonly cluster: number; readonly likeness: number } {
  let cluster = -1;
  let likeness = Number.NEGATIVE_INFINITY;
  for (const [at, centre] of centres.entries()) {
    const cosine = inner(row, centre);
    if (cosine > likeness) {
      likeness = cosine;
      cluster = at;
    }
  }
  return { cluster, likeness };
}

/** How much nearer phrases lie to their own middle than to the next, from -1 to 1 (simplified silhouette). */
function silhouette(rows: Rows, { centres, of }: Clusters): number {
  if (centres.length < 2) return -1;
  const scores = rows.map((row, at) => {
    const own = 1 - inner(row, centres[of[at]]);
    const others = centres.filter((_, cluster) => cluster !== of[at]);
    const next = 1 - nearestOf(others, row).likeness;
    return next === own ? 0 : (next - own) / Math.max(next, own);
  });
  return scores.reduce((sum, one) => sum + one, 0) / scores.length;
}

function inner(one: Float64Array, other: ArrayLike<number>): number {
  let sum = 0;
  for (let at = 0; at < one.length; at++) sum += one[at] * other[at];
  return sum;
}

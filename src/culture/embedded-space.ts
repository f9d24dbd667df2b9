import { ArgumentError } from "../statistics/argument-error.js";
import { spearman } from "../statistics/spearman.js";
import { classicalMds } from "./classical-mds.js";
import { euclideanDistances } from "./euclidean-distances.js";
import { trustworthiness } from "./trustworthiness.js";
import { type MapEntry, type MapPoint, type ValueSpace, valueShapes } from "./value-space.js";

/** A map whose axes mean nothing by themselves: only distances do, as far as `stress` says. */
export interface EmbeddedSpace extends Pick<ValueSpace, "dimensions" | "points" | "trust"> {
  readonly kind: "embedded-space";
  /** How it was made: `classical MDS of rank distances`, `UMAP`. */
  readonly method: string;
  /** Kruskal's stress-1 of the distances shown against those asked for: 0 is exact, 0.2 and more is poor. */
  readonly stress: number;
  /** What must be said beside it; `null` where nothing. */
  readonly warning: string | null;
}

const NEIGHBOURS = 5;

/**
 * The value space by rank correlation: classical multidimensional scaling of the distances sqrt(2 (1 - rho)), so
 * that who lies nearest is who correlates most, as far as three axes can show it. Use it where the question is that of
 * the heatmap; `valueSpace` (PCA) has axes with names. Nothing is random.
 *
 * Source: math 5 (`classicalMds`); stress-1: Kruskal 1964.
 *
 * @param entries  as for `valueSpace`; four or more, since the map has three axes
 * @throws ArgumentError as `valueSpace`, and when there are fewer than four
 * @example
 * const entry = (id, care, power, fun, order) => ({ id, kind: "examinee", profile: { care, power, fun, order } });
 * const map = rankSpace([entry("a", 4, 3, 2, 1), entry("b", 4, 3, 1, 2), entry("c", 1, 2, 3, 4), entry("d", 2, 1, 4, 3)]);
 * map.points.length; // => 4
 * map.stress < 0.1; // => true
 */
export function rankSpace(entries: readonly MapEntry[]): EmbeddedSpace {
  const { rows } = valueShapes(entries);
  if (rows.length < 4)
    throw new ArgumentError("entries", "must be a list of four or more", rows.length);
  const distances = rows.map((a) =>
    rows.map((b) => (a === b ? 0 : Math.sqrt(Math.max(0, 2 * (1 - spearman(a, b)))))),
  );
  const { coordinates } = classicalMds(distances, 3);
  return mapped(entries, coordinates, distances, {
    method: "classical MDS of rank distances",
    warning: null,
  });
}

/**
 * The value space by a method of your own, such as UMAP: hands it the profiles' shapes and shows what comes back, with how
 * far it can be trusted.
 *
 * @param entries  as for `valueSpace`; four or more
 * @param embed    rows of shapes in, three coordinates a row out
 * @param about    its name, and what to say beside the map
 * @throws ArgumentError when the method gives no three numbers a row
 * @example
 * const entry = (id, care, power, fun, order) => ({ id, kind: "examinee", profile: { care, power, fun, order } });
 * const four = [entry("a", 4, 3, 2, 1), entry("b", 4, 3, 1, 2), entry("c", 1, 2, 3, 4), entry("d", 2, 1, 4, 3)];
 * embeddedSpace(four, (rows) => rows.map(([x, y, z]) => [x, y, z]), { method: "first three", warning: null }).method; // => "first three"
 * embeddedSpace(four, (rows) => rows.map(() => [0]), { method: "none", warning: null }); // throws /embed must give 3 finite numbers for each entry/
 */
export function embeddedSpace(
  entries: readonly MapEntry[],
  embed: (rows: readonly (readonly number[])[]) => readonly (readonly number[])[],
  about: Pick<EmbeddedSpace, "method" | "warning">,
): EmbeddedSpace {
  const { rows } = valueShapes(entries);
  if (rows.length < 4)
    throw new ArgumentError("entries", "must be a list of four or more", rows.length);
  const places = embed(rows);
  const sound =
    places.length === rows.length &&
    places.every((place) => place.length === 3 && place.every(Number.isFinite));
  if (!sound) throw new ArgumentError("embed", "must give 3 finite numbers for each entry", places);
  return mapped(entries, places, euclideanDistances(rows), about);
}

function mapped(
  entries: readonly MapEntry[],
  places: readonly (readonly number[])[],
  wanted: readonly (readonly number[])[],
  about: Pick<EmbeddedSpace, "method" | "warning">,
): EmbeddedSpace {
  const { dimensions, rows } = valueShapes(entries);
  const neighbours = Math.min(NEIGHBOURS, Math.ceil(rows.length / 2) - 1);
  return {
    kind: "embedded-space",
    ...about,
    dimensions,
    points: entries.map(
      ({ id, kind }, at): MapPoint => ({
        id,
        kind,
        x: places[at][0],
        y: places[at][1],
        z: places[at][2],
      }),
    ),
    trust: { value: trustworthiness(rows, places, neighbours), neighbours },
    stress: stressOf(wanted, euclideanDistances(places)),
  };
}

/** Of shown distances, stretched by one factor to fit best. */
function stressOf(
  wanted: readonly (readonly number[])[],
  shown: readonly (readonly number[])[],
): number {
  let [both, ours, theirs] = [0, 0, 0];
  for (const [i, row] of wanted.entries())
    for (const [j, distance] of row.entries()) {
      both += distance * shown[i][j];
      ours += shown[i][j] ** 2;
      theirs += distance ** 2;
    }
  if (theirs === 0 || ours === 0) return Number.NaN;
  return Math.sqrt(Math.max(0, 1 - both ** 2 / (ours * theirs)));
}

import { sum } from "simple-statistics";
import { ArgumentError } from "../statistics/argument-error.js";
import { zScore } from "../statistics/z-score.js";
import type { DimensionId } from "../values/value-system.js";
import type { ValueProfile } from "./culture.js";
import { type MapAxis, mapAxis } from "./map-axis.js";
import { pca } from "./pca.js";
import { profileVector } from "./profile-vector.js";
import { trustworthiness } from "./trustworthiness.js";

/** Whose profile a point of the map is. */
export type MapKind = "examinee" | "culture" | "person";

/** Someone to place on the map. */
export interface MapEntry {
  readonly id: string;
  readonly kind: MapKind;
  readonly profile: ValueProfile;
}

/** A place on the map, in standard deviations of a profile. */
export interface MapPoint {
  readonly id: string;
  readonly kind: MapKind;
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/** What the map's three directions mean. */
export interface MapAxes {
  readonly x: MapAxis;
  readonly y: MapAxis;
  readonly z: MapAxis;
}

/** Models and cultures in one space of three axes. */
export interface ValueSpace {
  readonly kind: "value-space";
  readonly dimensions: readonly DimensionId[];
  /** In the order of the entries. */
  readonly points: readonly MapPoint[];
  readonly axes: MapAxes;
  /** What the three axes hold of all variance, from 0 to 1; NaN when all profiles have the same shape. */
  readonly shareShown: number;
  /** How far neighbours on the map are neighbours in truth; `null` with fewer than four entries. */
  readonly trust: { readonly value: number; readonly neighbours: number } | null;
}

/** How many neighbours the trust in a map looks at, where there are points enough. */
const NEIGHBOURS = 5;

/**
 * The value space: models and cultures as points, near when their priorities have the same shape. Each profile is put
 * in units of its own spread first, since scores and survey means stand on different scales; the three axes are
 * those along which the profiles differ most. Nothing is random: the same profiles give the same map, every axis can be
 * named by its loadings, and distances mean what they show, as far as `shareShown` goes. (The public platform's map is a
 * t-SNE, which keeps neighbours at best and no distances.)
 *
 * Source: math 5 (3-D map default).
 *
 * @param entries  two or more, with the same dimensions; two may share an id if their kinds differ
 * @throws ArgumentError when dimensions differ, a profile is constant, an entry is there twice, or there are fewer than two
 * @example
 * const a = { id: "a", kind: "examinee", profile: { care: 3, power: 1, fun: 2 } };
 * const b = { id: "b", kind: "culture", profile: { care: 10, power: 30, fun: 20 } };
 * valueSpace([a, b]).points[0].x; // => 1.414213562373 (± 1e-11)
 * valueSpace([a, b]).axes.x.share; // => 1 (± 1e-12)
 * valueSpace([a, b]).axes.x.low; // => ["power"]
 */
export function valueSpace(entries: readonly MapEntry[]): ValueSpace {
  const { dimensions, rows } = valueShapes(entries);
  const { axes, scores } = pca(rows);
  const [x, y, z] = [0, 1, 2].map((at) =>
    mapAxis(dimensions, axes[at]?.loadings ?? dimensions.map(() => 0), axes[at]?.share ?? 0),
  );
  const places = scores.map((row) => [row[0], row[1] ?? 0, row[2] ?? 0]);
  const neighbours = Math.min(NEIGHBOURS, Math.ceil(rows.length / 2) - 1);
  return {
    kind: "value-space",
    dimensions,
    points: entries.map(({ id, kind }, at) => ({
      id,
      kind,
      x: places[at][0],
      y: places[at][1],
      z: places[at][2],
    })),
    axes: { x, y, z },
    shareShown: Math.min(1, sum([x.share, y.share, z.share])),
    trust:
      rows.length < 4 ? null : { value: trustworthiness(rows, places, neighbours), neighbours },
  };
}

/**
 * The shapes behind a map: each entry's profile in units of its own spread.
 *
 * @returns the dimensions, sorted by name, and one row an entry in their order
 * @throws ArgumentError as `valueSpace`
 * @example
 * const a = { id: "a", kind: "examinee", profile: { care: 3, power: 1, fun: 2 } };
 * const b = { id: "b", kind: "culture", profile: { care: 10, power: 30, fun: 20 } };
 * valueShapes([a, b]).rows[0]; // => [1, 0, -1]
 */
export function valueShapes(entries: readonly MapEntry[]): {
  readonly dimensions: readonly DimensionId[];
  readonly rows: readonly (readonly number[])[];
} {
  checkEntries(entries);
  const dimensions = Object.keys(entries[0].profile ?? {}).sort();
  const rows = entries.map(({ kind, id, profile }) =>
    shapeOf(`${kind} ${id}`, profile, dimensions),
  );
  return { dimensions, rows };
}

function checkEntries(entries: readonly MapEntry[]): void {
  if (!Array.isArray(entries) || entries.length < 2)
    throw new ArgumentError("entries", "must be a list of two or more", entries);
  const names = entries.map(({ kind, id }: MapEntry) => `${kind} ${id}`);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) throw new ArgumentError("entries", "must not repeat one", twice);
}

function shapeOf(name: string, profile: ValueProfile, dimensions: readonly DimensionId[]) {
  const shape = zScore(profileVector(name, profile, dimensions));
  if (shape.some(Number.isNaN))
    throw new ArgumentError(name, "must not have the same score everywhere", "a constant profile");
  return shape;
}

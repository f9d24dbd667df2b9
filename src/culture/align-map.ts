import { sum } from "simple-statistics";
import { ArgumentError } from "../statistics/argument-error.js";
import { mapAxis } from "./map-axis.js";
import { layOnto, type ProcrustesFit, procrustes } from "./procrustes.js";
import type { MapAxes, MapPoint, ValueSpace } from "./value-space.js";

/** A map turned so that it can be laid beside an earlier one. */
export interface AlignedMap extends ValueSpace {
  readonly alignedBy: {
    /** How many points are in both maps; only these decide the turn. */
    readonly shared: number;
    /** What no turn, shift or change of size explains, from 0 to 1: how far the shared points moved among themselves. */
    readonly disparity: number;
    /** How far a shared point lies from its old place, as root mean square, in the unit of the map. */
    readonly meanMove: number;
  };
}

/** Three points fix a turn in space but for a mirror image; fewer say nothing. */
const FEWEST_SHARED = 3;

/**
 * Turns a new release's map onto the last one, so that a reader sees who moved and not that the picture turned. The
 * points in both maps decide the turn (mirror images allowed, sizes kept); newcomers turn along. Axes change
 * with it: their loadings and shares are given anew, and no longer fall from x to z.
 *
 * Source: math 5, Procrustes (to keep the 3-D map from turning between releases).
 *
 * @param map   the new one
 * @param onto  the one that stays
 * @throws ArgumentError when the maps have different dimensions or share fewer than three points
 * @example
 * const entry = (id, care, power, fun) => ({ id, kind: "examinee", profile: { care, power, fun } });
 * const old = valueSpace([entry("a", 3, 1, 2), entry("b", 1, 3, 2), entry("c", 1, 2, 3), entry("d", 5, 4, 1)]);
 * const moved = valueSpace([entry("a", 3, 1, 2), entry("b", 1, 3, 2), entry("c", 1, 2, 3), entry("e", 9, 1, 1)]);
 * alignMap(moved, old).alignedBy.shared; // => 3
 * alignMap(moved, old).alignedBy.disparity; // => 0 (± 1e-12)
 */
export function alignMap(map: ValueSpace, onto: ValueSpace): AlignedMap {
  if (map.dimensions.join() !== onto.dimensions.join())
    throw new ArgumentError(
      "map",
      `must have the dimensions ${onto.dimensions.join(", ")}`,
      map.dimensions.join(", "),
    );
  const kept = new Map(onto.points.map((point) => [nameOf(point), place(point)]));
  const pairs = map.points.flatMap((point) => {
    const stays = kept.get(nameOf(point));
    return stays ? [{ stays, moves: place(point) }] : [];
  });
  if (pairs.length < FEWEST_SHARED)
    throw new ArgumentError("map", "must share three points or more", pairs.length);
  const fit = procrustes(
    pairs.map(({ stays }) => stays),
    pairs.map(({ moves }) => moves),
  );
  const places = map.points.map((point) => layOnto(place(point), fit));
  return {
    ...map,
    points: map.points.map(({ id, kind }, at) => {
      const [x, y, z] = places[at];
      return { id, kind, x, y, z };
    }),
    axes: turnedAxes(map, fit),
    alignedBy: {
      shared: pairs.length,
      disparity: fit.disparity,
      meanMove: Math.sqrt(fit.rigidRss / pairs.length),
    },
  };
}

/** Along a turned axis lies a mixture of the old ones, and of their variances. */
function turnedAxes({ dimensions, axes }: ValueSpace, { rotation }: ProcrustesFit): MapAxes {
  const old = [axes.x, axes.y, axes.z];
  const turned = (at: number) =>
    mapAxis(
      dimensions,
      dimensions.map((id) => sum(old.map(({ loadings }, k) => loadings[id] * rotation[k][at]))),
      sum(old.map(({ share }, k) => share * rotation[k][at] ** 2)),
    );
  return { x: turned(0), y: turned(1), z: turned(2) };
}

function nameOf({ kind, id }: MapPoint): string {
  return `${kind} ${id}`;
}

function place({ x, y, z }: MapPoint): number[] {
  return [x, y, z];
}

import { mean, sum } from "simple-statistics";
import type { Stream } from "../random/stream.js";
import { checkNumber } from "../statistics/check-argument.js";
import { zScore } from "../statistics/z-score.js";
import type { Culture } from "./culture.js";
import { profileVector } from "./profile-vector.js";
import { type ItemReadings, resampledProfiles } from "./resampled-profiles.js";
import { type MapEntry, type MapKind, type ValueSpace, valueShapes } from "./value-space.js";

/** Where a point of the map might as well lie. */
export interface ValueCloud {
  readonly id: string;
  readonly kind: MapKind;
  /** What was drawn: the model's items, or the survey's means within their errors. */
  readonly from: "items" | "standard errors";
  /** Three coordinates a draw. */
  readonly places: readonly (readonly [number, number, number])[];
  /** How far the draws lie from their own middle, as root mean square, in the unit of the map. */
  readonly spread: number;
}

/** What is known about an entry's uncertainty. */
export interface CloudEntry extends MapEntry {
  /** The items behind an examinee's profile, which is their mean. */
  readonly items?: readonly ItemReadings[];
  /** The survey's errors of a culture's means. */
  readonly standardErrors?: Culture["standardErrors"];
}

/**
 * Bootstrap clouds for a value map: each entry is drawn anew (items with replacement, or survey means within their
 * standard errors) and laid on the axes of the map as it stands. Two entries whose clouds run into each other
 * are not told apart. An entry of which only one profile is known, such as a published model, gets no cloud: its
 * uncertainty is unknown, not nil.
 *
 * Source: math 5 (bootstrap); decision 8 of the style: intervals cluster by item.
 *
 * @param map      of the same entries in the same order
 * @param random   consumed
 * @param draws    60 unless told
 * @returns one cloud for each entry that has items or standard errors
 * @throws ArgumentError as `valueSpace`, or when items leave a dimension without a reading
 * @example
 * const a = { id: "a", kind: "culture", profile: { care: 3, power: 1, fun: 2 }, standardErrors: { care: 0.1, power: 0.1, fun: 0.1 } };
 * const b = { id: "b", kind: "examinee", profile: { care: 10, power: 30, fun: 20 } };
 * const clouds = valueClouds(valueSpace([a, b]), [a, b], stream(1, "clouds"), 20);
 * clouds.map(({ id, from, places }) => [id, from, places.length]); // => [["a", "standard errors", 20]]
 */
export function valueClouds(
  map: ValueSpace,
  entries: readonly CloudEntry[],
  random: Stream,
  draws = 60,
): readonly ValueCloud[] {
  checkNumber("draws", draws, { from: 1, to: 1e5, whole: true });
  const { dimensions, rows } = valueShapes(entries);
  const middle = dimensions.map((_, k) => mean(rows.map((row) => row[k])));
  const axes = [map.axes.x, map.axes.y, map.axes.z].map(({ loadings }) =>
    dimensions.map((id) => loadings[id]),
  );
  const placeOf = (shape: readonly number[]): readonly [number, number, number] => {
    const [x, y, z] = axes.map((axis) =>
      sum(axis.map((loading, k) => loading * (shape[k] - middle[k]))),
    );
    return [x, y, z];
  };
  return entries.flatMap((entry): readonly ValueCloud[] => {
    const drawn = drawsOf(entry, dimensions, random, draws);
    if (drawn === null) return [];
    const shapes = drawn.map(zScore).filter((shape) => !shape.some(Number.isNaN));
    const places = shapes.map(placeOf);
    const { id, kind } = entry;
    const from = entry.items ? "items" : "standard errors";
    return [{ id, kind, from, places, spread: spreadOf(places) }];
  });
}

function drawsOf(
  { kind, id, profile, items, standardErrors }: CloudEntry,
  dimensions: readonly string[],
  random: Stream,
  draws: number,
): readonly (readonly number[])[] | null {
  if (items) return resampledProfiles(items, dimensions, random, draws);
  if (!standardErrors) return null;
  const own = profileVector(`${kind} ${id}`, profile, dimensions);
  const errors = profileVector(`${kind} ${id} standardErrors`, standardErrors, dimensions);
  return Array.from({ length: draws }, () =>
    own.map((value, k) => value + errors[k] * random.normal()),
  );
}

function spreadOf(places: readonly (readonly [number, number, number])[]): number {
  if (places.length === 0) return Number.NaN;
  const middle = [0, 1, 2].map((axis) => mean(places.map((place) => place[axis])));
  const squares = places.map((place) =>
    sum(place.map((value, axis) => (value - middle[axis]) ** 2)),
  );
  return Math.sqrt(mean(squares));
}

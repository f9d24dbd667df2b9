import { ArgumentError } from "../statistics/argument-error.js";
import type { DimensionId } from "../values/value-system.js";
import type { ValueProfile } from "./culture.js";
import { profileVector } from "./profile-vector.js";
import { type SinusoidFit, sinusoidFit } from "./sinusoid-fit.js";

/** Where each dimension stands on the circle, in degrees. */
export type CircleAngles = Readonly<Record<DimensionId, number>>;

/** A wave laid through a profile on its circle, with the value it peaks at. */
export interface CircleFit extends SinusoidFit {
  /** The dimension nearest to the peak (the first of those as near); `null` for a flat wave. */
  readonly nearest: DimensionId | null;
  /** How many dimensions the fit rests on. */
  readonly dimensions: number;
}

/**
 * Schwartz's values on nine wedges of 40 degrees: tradition and conformity share one, with tradition outside.
 *
 * Source: Schwartz (1992); math 1.3.
 */
export const schwartzWedges: CircleAngles = {
  self_direction: 0,
  stimulation: 40,
  hedonism: 80,
  achievement: 120,
  power: 160,
  security: 200,
  conformity: 240,
  tradition: 240,
  benevolence: 280,
  universalism: 320,
};

/**
 * Spaces dimensions evenly around the circle, the first at 0 degrees.
 *
 * @param order  dimension ids around the circle, such as a value system's `circularOrder`
 * @throws ArgumentError when a dimension is named twice
 * @example
 * evenAngles(["open", "kind", "safe", "strong"]); // => { open: 0, kind: 90, safe: 180, strong: 270 }
 */
export function evenAngles(order: readonly DimensionId[]): CircleAngles {
  if (new Set(order).size !== order.length)
    throw new ArgumentError("order", "must name each dimension once", order);
  return Object.fromEntries(order.map((id, at) => [id, (360 * at) / order.length]));
}

/**
 * How well one profile follows the circle of its theory: `sinusoidFit` by name. A model whose priorities make a wave
 * has traded opposite values against each other, as people do.
 *
 * @param profile  one score a dimension, on any scale
 * @param angles   where each dimension stands: `evenAngles(system.circularOrder)`, or `schwartzWedges`
 * @throws ArgumentError when profile and angles name different dimensions, or fewer than three directions
 * @example
 * const angles = evenAngles(["open", "kind", "safe", "strong"]);
 * circleFit({ open: 3, kind: 4, safe: 3, strong: 2 }, angles).nearest; // => "kind"
 * circleFit({ open: 3, kind: 4, safe: 3, strong: 2 }, angles).amplitude; // => 1 (± 1e-12)
 */
export function circleFit(profile: ValueProfile, angles: CircleAngles): CircleFit {
  const dimensions = Object.keys(angles);
  const degrees = dimensions.map((id) => angles[id]);
  const fit = sinusoidFit(profileVector("profile", profile, dimensions), degrees);
  return { ...fit, nearest: nearestTo(fit.peak, angles), dimensions: dimensions.length };
}

function nearestTo(peak: number, angles: CircleAngles): DimensionId | null {
  if (Number.isNaN(peak)) return null;
  const distance = (id: DimensionId) => {
    const turn = Math.abs(peak - angles[id]) % 360;
    return Math.min(turn, 360 - turn);
  };
  return Object.keys(angles).reduce((best, id) => (distance(id) < distance(best) ? id : best));
}

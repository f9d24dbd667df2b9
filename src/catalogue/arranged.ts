import type { Profiles } from "../information/profile-matrix.js";
import type { ValueSystem } from "../values/value-system.js";
import { dimensionIds } from "../values/value-system.js";
import type { DivergenceEntry } from "./divergence-entry.js";

/**
 * A divergence that knows neighbours, made to see the dimensions of a value system in their circular order, whatever order
 * the system lists them in. Other divergences, and systems without a circle, are left as they are.
 *
 * @param divergence  any choice for D
 * @param system      the value system whose profiles it will be given
 * @example
 * const first = { id: "first", arrangement: "circle", of: (rows) => rows[0][0], maximum: () => 1 };
 * const system = { dimensions: [{ id: "a" }, { id: "b" }], circularOrder: ["b", "a"] };
 * arranged(first, system).of([[0.1, 0.9]], null); // => 0.9
 */
export function arranged(divergence: DivergenceEntry, system: ValueSystem): DivergenceEntry {
  const { arrangement, of } = divergence;
  const order = system.circularOrder;
  if (!arrangement || order === null) return divergence;
  const listed = dimensionIds(system);
  const places = order.map((id) => listed.indexOf(id));
  if (places.every((place, k) => place === k)) return divergence;
  const turned = (rows: Profiles) => rows.map((row) => places.map((place) => row[place]));
  return { ...divergence, of: (profiles, weights) => of(turned(profiles), weights) };
}

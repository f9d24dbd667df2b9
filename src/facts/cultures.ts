import type { ValueProfile } from "../culture/culture.js";
import type { CultureFact } from "./culture-fact.js";
import { cultureFacts } from "./made/cultures.js";
import { panCulturalOrder } from "./made/pan-cultural-order.js";
import { platformCultureRanks } from "./made/platform-cultures.js";
import type { PanCulturalPlace } from "./pan-cultural-place.js";
import type { HeatmapSnapshot, PlatformCulture } from "./platform-culture.js";

/**
 * Countries with a profile of the ten Schwartz values: 39 of the European Social Survey with means, and Singapore with
 * an order. There are no means for the United States, China, Japan, India or Indonesia: no source that may be
 * shipped has them.
 *
 * @param options.scale  only those with `means`, or only those with `ranks`
 * @example
 * cultures().length; // => 40
 * cultures({ scale: "ranks" }).map((fact) => fact.name); // => ["Singapore"]
 */
export function cultures(
  options: { readonly scale?: CultureFact["scale"] } = {},
): readonly CultureFact[] {
  const { scale } = options;
  return scale === undefined ? cultureFacts : cultureFacts.filter((fact) => fact.scale === scale);
}

/**
 * One country by its three letters or its name; capitals do not matter.
 *
 * @throws RangeError for a country without a profile; the message lists those that have one
 * @example
 * culture("fra").year; // => 2023
 * culture("France").profile.benevolence > culture("France").profile.power; // => true
 * culture("China"); // throws /no value profile of "China"; there are: ALB, AUT/
 */
export function culture(country: string): CultureFact {
  const wanted = country.toLowerCase();
  const found = cultureFacts.find(
    ({ id, name }) => id.toLowerCase() === wanted || name.toLowerCase() === wanted,
  );
  if (found !== undefined) return found;
  const known = cultureFacts.map(({ id }) => id).join(", ");
  throw new RangeError(`no value profile of "${country}"; there are: ${known}`);
}

/**
 * The cultures of the public platform's heatmap, as orders. The column it labels `ID` carries a note, and
 * so do the orders of 2025-05-26, in which the platform puts hedonism last: show the note with the name.
 *
 * @example
 * platformCultures("2025-03-04").map((one) => one.id); // => ["FR", "UK", "US", "CN", "SG", "ID", "JP", "RU"]
 */
export function platformCultures(snapshot: HeatmapSnapshot): readonly PlatformCulture[] {
  return platformCultureRanks.filter((one) => one.snapshot === snapshot);
}

/**
 * The order of values that cultures share, most important first, with Schwartz and Bardi's three tiers.
 *
 * @example
 * panCulturalPlaces().map((place) => place.dimension)[0]; // => "benevolence"
 */
export function panCulturalPlaces(): readonly PanCulturalPlace[] {
  return panCulturalOrder.toSorted((a, b) => a.rank - b.rank);
}

/**
 * The same order as a profile to compare with: 10 for the most important value, 1 for the least. Order only.
 *
 * @example
 * panCulturalProfile().power; // => 1
 */
export function panCulturalProfile(): ValueProfile {
  const places = panCulturalOrder.length;
  return Object.fromEntries(
    panCulturalOrder.map(({ dimension, rank }) => [dimension, places + 1 - rank]),
  );
}

import { alignment } from "../../catalogue/alignments.js";
import { alignWithCultures } from "../../culture/align-with-cultures.js";
import { evenAngles } from "../../culture/circle-fit.js";
import type { ItemReadings } from "../../culture/resampled-profiles.js";
import { circleFigure } from "../../figures/circle-figure.js";
import { closestCulturesFigure } from "../../figures/closest-cultures-figure.js";
import { stream } from "../../random/stream.js";
import type { ValueSystem } from "../../values/value-system.js";
import { type Html, html } from "../html.js";
import { columnReadings } from "./column-readings.js";
import {
  basicSystem,
  changedCultures,
  measureId,
  type Person,
  shownCultures,
  valuesCompared,
} from "./culture-choices.js";
import type { Site } from "./site.js";
import type { SiteState } from "./site-state.js";

/** Draws of the items in the page: fewer than the library's, so that it stays quick. */
const DRAWS = 300;

/** One examinee, or the reader, beside the cultures: every agreement with its interval, and the circle. */
export function cultureDetail(site: Site, state: SiteState, person: Person): Html {
  const values = valuesCompared(state);
  const items = itemsOf(site, person)?.map((one) => values.of(one as Record<string, number>));
  const { seed } = site.results.study;
  const found = alignWithCultures(
    values.of(person.profile),
    changedCultures(shownCultures(site, state), values),
    {
      alignment: alignment(measureId(state)),
      ...(items && values.keepsScale
        ? { resample: { items, stream: stream(seed, "site-cultures", person.id), draws: DRAWS } }
        : {}),
    },
  );
  const isYou = person.kind === "person";
  const name = isYou ? "your ratings" : person.name;
  const source = isYou ? "what you rated" : site.source;
  return html`<h3>${person.name} in detail</h3><div class="two"><div>${site.figure(
    closestCulturesFigure(found, { name, source }),
  )}</div><div>${circle(site, { ...person, name }, source)}</div></div>`;
}

function circle(site: Site, { name, profile }: Person, source: string): Html | null {
  const system = basicSystem(site);
  if (!system?.circularOrder) return null;
  const names = Object.fromEntries(system.dimensions.map((one) => [one.id, one.name]));
  const angles = evenAngles(system.circularOrder);
  return site.figure(circleFigure(profile, { name, names, angles, source }));
}

/**
 * An examinee's readings item by item, as the library draws them again.
 *
 * @returns `null` for the reader, where the readings are not here, and where a dimension has none
 */
export function itemsOf(site: Site, person: Person): readonly ItemReadings[] | null {
  const system = basicSystem(site);
  if (person.kind !== "examinee" || !system || !site.data.hasItems) return null;
  const rows = new Map<number, Record<string, number | null>>();
  for (const dimension of system.dimensions)
    if (!addReadings(site, rows, { system, dimension, id: person.id })) return null;
  return [...rows.values()];
}

/** Puts one dimension's readings into the rows; false where there is none. */
function addReadings(
  site: Site,
  rows: Map<number, Record<string, number | null>>,
  of: {
    readonly system: ValueSystem;
    readonly dimension: ValueSystem["dimensions"][number];
    readonly id: string;
  },
): boolean {
  const readings = columnReadings(site, of);
  const own = readings.of(of.id);
  for (const [at, place] of readings.places.entries()) {
    const row = rows.get(place) ?? {};
    row[of.dimension.id] = own[at];
    rows.set(place, row);
  }
  return own.some((cell) => cell !== null);
}

import type { Culture } from "../../culture/culture.js";
import { rankSpace } from "../../culture/embedded-space.js";
import { type CloudEntry, valueClouds } from "../../culture/value-clouds.js";
import { type MapPoint, valueSpace } from "../../culture/value-space.js";
import { valueSpaceFigure } from "../../figures/value-space-figure.js";
import { stream } from "../../random/stream.js";
import { type Html, html } from "../html.js";
import {
  changedCultures,
  type Person,
  personInDetail,
  shownCultures,
  valuesCompared,
} from "./culture-choices.js";
import { itemsOf } from "./culture-detail.js";
import type { Site } from "./site.js";
import { setButton } from "./site-control.js";
import type { SiteState } from "./site-state.js";

/** Points of a cloud. */
const DRAWS = 60;

/** Cultures that are named and clouded beside the one looked at. */
const NEAR = 3;

/** With more examinees than this, only the one looked at and the reader are named. */
const NAMED = 14;

/** Models, cultures and the reader as points; clouds show where they might as well lie. */
export function spaceOf(site: Site, state: SiteState, people: readonly Person[]): Html {
  const values = valuesCompared(state);
  const isRanked = state.choices.map === "ranks";
  const cultures = changedCultures(shownCultures(site, state), values);
  const entries: readonly CloudEntry[] = [
    ...people.map(({ id, kind, profile }) => ({ id, kind, profile: values.of(profile) })),
    ...cultures.map(({ id, profile, standardErrors }) => ({
      id,
      kind: "culture" as const,
      profile,
      ...(standardErrors ? { standardErrors } : {}),
    })),
  ];
  if (entries.length < (isRanked ? 4 : 2))
    return html`<p class="missing">Too few profiles to place: choose more cultures.</p>`;
  const space = isRanked ? rankSpace(entries) : valueSpace(entries);
  const centre = personInDetail(people, state);
  const near = nearest(space.points, centre);
  const clouded = state.choices.clouds === "all" ? null : [centre.id, ...near];
  const full = entries.map((entry, at) => withItems(site, entry, people[at], clouded));
  const random = stream(site.results.study.seed, "site-clouds");
  const clouds =
    space.kind === "value-space" && values.keepsScale
      ? valueClouds(space, full, random, DRAWS)
      : [];
  const models = people.length > NAMED ? [] : people.map(({ id }) => id);
  return html`<p class="actions">${switches(state)}</p>
${site.figure(
  valueSpaceFigure(space, {
    names: namesOf(cultures, people),
    labelled: [...models, centre.id, "you", ...near],
    clouds,
    source: site.source,
  }),
)}
<p class="note">Near means: priorities of the same shape, levels left aside. The map has no randomness: the same profiles give the same
map. The public platform draws a t-SNE, which keeps neighbours at best and no distances, and moves with its seed.</p>`;
}

/** Short, since points lie close to each other. */
function namesOf(cultures: readonly Culture[], people: readonly Person[]) {
  return Object.fromEntries([
    ...cultures.map(({ id, name }) => [id, name]),
    ...people.map(({ id, name }) => [id, name.replace(" (simulated)", " (sim)")]),
  ]);
}

function switches({ choices }: SiteState): Html {
  const [ranks, all] = [choices.map === "ranks", choices.clouds === "all"];
  return html`${setButton("map", ranks ? "" : "ranks", "By rank distances (MDS)", ranks)}
${ranks ? null : setButton("clouds", all ? "" : "all", "A cloud for everyone", all)}`;
}

/** Clouds only for those asked for: a cloud each for fifty points hides them all. */
function withItems(
  site: Site,
  entry: CloudEntry,
  person: Person | undefined,
  clouded: readonly string[] | null,
): CloudEntry {
  const { standardErrors: _, ...bare } = entry;
  if (clouded !== null && !clouded.includes(entry.id)) return bare;
  const items = person && itemsOf(site, person);
  const dimensions = Object.keys(entry.profile);
  const known = items?.filter((one) => dimensions.some((id) => typeof one[id] === "number"));
  return known ? { ...entry, items: known } : entry;
}

/** The cultures nearest to one point of the map. */
function nearest(points: readonly MapPoint[], { id }: Person): readonly string[] {
  const centre = points.find((point) => point.id === id && point.kind !== "culture");
  if (!centre) return [];
  const far = ({ x, y, z }: MapPoint) => Math.hypot(x - centre.x, y - centre.y, z - centre.z);
  return points
    .filter(({ kind }) => kind === "culture")
    .sort((a, b) => far(a) - far(b))
    .slice(0, NEAR)
    .map((point) => point.id);
}

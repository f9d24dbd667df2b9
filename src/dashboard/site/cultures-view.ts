import { alignment } from "../../catalogue/alignments.js";
import { alignWithCultures, type CulturalAlignment } from "../../culture/align-with-cultures.js";
import type { Culture } from "../../culture/culture.js";
import {
  type CultureSensitivity,
  cultureSensitivity,
  type CultureSource as LibrarySource,
} from "../../culture/culture-sensitivity.js";
import { type Html, type HtmlPart, html } from "../html.js";
import { notDefined, showNumber } from "../show-number.js";
import { tableBox } from "../table-box.js";
import {
  basicSystem,
  changedCultures,
  cultureChoices,
  isSteady,
  measureId,
  ownTableSaid,
  type Person,
  peopleOf,
  personInDetail,
  shownCultures,
  valuesCompared,
} from "./culture-choices.js";
import { cultureDetail } from "./culture-detail.js";
import { BASIC, cultureSource, cultureSources } from "./culture-sources.js";
import { spaceOf } from "./culture-space.js";
import { linkTo, type Site, type SiteView } from "./site.js";
import type { SiteState } from "./site-state.js";

/** Which cultures put the ten basic values in a similar order, and how sure that is. */
export const culturesView: SiteView = {
  id: "cultures",
  showsReleases: true,
  name: "Cultures",
  title: "Which cultures have similar priorities, and how sure is that?",
  lead: "The order in which a model puts ten basic values, beside the orders that surveys found in countries. Change the survey, the round, or one value, and see whether the answer stays.",
  controls: cultureChoices,
  result(site, state) {
    if (!basicSystem(site))
      return html`<p class="missing">Cultures are compared on the ten Schwartz values, which ${
        site.data.published === null
          ? "this study did not measure"
          : "this release has no scores of"
      }.</p>`;
    const people = peopleOf(site, state);
    if (people.length === 0)
      return html`<p class="missing">No examinee has a score on every value, with scores that differ: there is no order to
compare.</p>`;
    const { warning } = alignment(measureId(state));
    const { choices } = state;
    return html`${ownTableSaid(state)}${warning === null ? null : html`<p class="caution">${warning}</p>`}
${choices.r ? null : html`<p class="note">${linkTo(site, "you", {}, "Rate the ten values")} to stand among them yourself.</p>`}
<h3>The closest culture, and what would change it</h3>
${closest(site, state, people)}
<h3>Agreement with each culture</h3>
${heatmap(site, state, people)}
${cultureDetail(site, state, personInDetail(people, state))}
<h3>Models, cultures and you in one space</h3>
${spaceOf(site, state, people)}`;
  },
};

/** Beside the cultures, on the values that are compared. */
function aligned(
  { profile }: Person,
  cultures: readonly Culture[],
  state: SiteState,
): CulturalAlignment {
  const values = valuesCompared(state);
  return alignWithCultures(values.of(profile), changedCultures(cultures, values), {
    alignment: alignment(measureId(state)),
  });
}

/** The closest culture under the choices made, under the switch of one value, and under all others. */
function closest(site: Site, state: SiteState, people: readonly Person[]): Html {
  const chosen = cultureSource(site, state);
  const others = cultureSources(site).filter(({ id }) => id !== chosen.id);
  const sources = [chosen, ...others].map(({ name, cultures }) => ({
    label: name,
    cultures: cultures.filter(({ profile }) => isSteady(profile)),
  }));
  const hint = "cultures whose 95 % interval reaches the closest";
  return html`${tableBox(
    `${chosen.name}; ${valuesCompared(state).name.toLowerCase()}`,
    [
      { heading: "examinee", kind: "text" },
      { heading: "closest", kind: "text" },
      { heading: "as close", kind: "text", hint },
      { heading: "all ten values", kind: "text" },
      { heading: "hedonism last on both sides", kind: "text" },
      { heading: "hedonism left out", kind: "text" },
      {
        heading: "different names",
        kind: "text",
        hint: "under every survey and round here, each value left out, and the switch",
      },
    ],
    people.map((person) => closestRow(site, state, person, sources)),
  )}
<p class="note">A name alone would promise too much. <em>As close</em> counts the cultures that these few values cannot tell from
the closest; <em>different names</em> counts how many cultures come out closest when survey, round or one value changes.
Where one value changes the name, the name is about that value.</p>`;
}

function closestRow(
  site: Site,
  state: SiteState,
  person: Person,
  sources: readonly LibrarySource[],
): readonly HtmlPart[] {
  const { rows } = aligned(person, cultureSource(site, state).cultures, state);
  const best = rows.reduce((a, b) => (b.value > a.value ? b : a));
  const rivals = rows.filter(({ high }) => high !== null && high >= best.value).length;
  const named = ({ name, value }: { readonly name: string; readonly value: number }) =>
    html`${name} <span class="range">${showNumber(value, 2)}</span>`;
  const found = sensitivityOf(person, sources, state);
  const changes =
    found === null
      ? Array.from({ length: 4 }, () => notDefined)
      : [...found.bySwitch.map(named), `${found.different} in ${choicesTried(found)}`];
  return [
    personName(site, person),
    named(best),
    best.high === null ? "no interval" : `${rivals} of ${rows.length}`,
    ...changes,
  ];
}

const known = new Map<string, CultureSensitivity>();

/** Computed once for each profile and set of sources; `null` for an order that rests on one value alone. */
function sensitivityOf(
  { profile }: Person,
  sources: readonly LibrarySource[],
  state: SiteState,
): CultureSensitivity | null {
  if (!isSteady(profile)) return null;
  const measure = measureId(state);
  const asked = sources.map(({ label, cultures }) => [label, cultures.length]);
  const key = JSON.stringify([profile, measure, asked, state.choices.own]);
  const found =
    known.get(key) ?? cultureSensitivity(profile, { sources, alignment: alignment(measure) });
  known.set(key, found);
  return found;
}

function choicesTried({ bySource, byOmission, bySwitch }: CultureSensitivity): number {
  return bySource.length + byOmission.length + bySwitch.length;
}

function personName(site: Site, { id, name }: Person): Html {
  return site.cards.has(id)
    ? linkTo(site, "model", { m: id, s: BASIC }, name)
    : html`<strong>${name}</strong>`;
}

/** Agreements as coloured squares with their numbers. */
function heatmap(site: Site, state: SiteState, people: readonly Person[]): Html {
  const shown = shownCultures(site, state);
  return html`${tableBox(
    `${alignment(measureId(state)).name}; ${valuesCompared(state).name.toLowerCase()}`,
    [
      { heading: "examinee", kind: "text" },
      {
        heading: "what all share",
        kind: "number",
        hint: "agreement with the mean of the cultures",
      },
      ...shown.map(({ id, name }) => ({
        heading: html`<abbr title="${name}">${id}</abbr>`,
        kind: "number" as const,
      })),
    ],
    people.map((person) => {
      const { rows } = aligned(person, shown, state);
      return [
        personName(site, person),
        showNumber(rows[0].baseline, 2),
        ...rows.map(({ name, value, low, high }) => square(name, value, low, high)),
      ];
    }),
  )}
<p class="note"><span class="legend"><span class="heat h0">-1</span><span class="heat h4">0</span><span class="heat h9">1</span></span> Point at a
square for its interval. Most profiles agree with every culture, since cultures agree with each other: compare with the first
column.</p>`;
}

function square(name: string, value: number, low: number | null, high: number | null): Html {
  if (!Number.isFinite(value)) return html`<span class="missing">–</span>`;
  const step = Math.min(9, Math.max(0, Math.floor(((value + 1) / 2) * 10)));
  const range =
    low === null || high === null ? "no interval" : `${low.toFixed(2)} to ${high.toFixed(2)}`;
  return html`<span class="heat h${step}" title="${name}: ${range}">${value.toFixed(2)}</span>`;
}

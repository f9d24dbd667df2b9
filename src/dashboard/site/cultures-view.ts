import { alignment, alignments } from "../../catalogue/alignments.js";
import { alignWithCultures, type CulturalAlignment } from "../../culture/align-with-cultures.js";
import type { Culture, ValueProfile } from "../../culture/culture.js";
import { valueSystem } from "../../facts/value-systems.js";
import { dimensionIds, type ValueSystem } from "../../values/value-system.js";
import { type Html, html } from "../html.js";
import { nameOf } from "../report-context.js";
import { showNumber } from "../show-number.js";
import { tableBox } from "../table-box.js";
import { cultureSource, cultureSources } from "./culture-sources.js";
import { hasShape, profileOf } from "./neighbours.js";
import { linkTo, type Site, type SiteView } from "./site.js";
import { chooser, tick } from "./site-control.js";
import { readNames, type SiteState } from "./site-state.js";
import { spaceFigure } from "./space-figure.js";
import { ratingsOf } from "./you-view.js";

const BASIC = "schwartz";
const LEFT_OUT = "hedonism";

/** Which cultures put the ten basic values in a similar order, and how sure that is. */
export const culturesView: SiteView = {
  id: "cultures",
  showsReleases: true,
  name: "Cultures",
  title: "Which cultures have similar priorities, and how sure is that?",
  controls(_site, state) {
    const source = cultureSource(state.choices.src);
    const shown = shownCultures(state).map(({ id }) => id);
    return html`<div class="choices"><div class="row">
${chooser(
  "src",
  "Survey",
  cultureSources().map(({ id, name }) => [id, name] as const),
  source.id,
)}
${chooser(
  "al",
  "Measure",
  alignments.map(({ id, name }) => [id, name] as const),
  alignment(measureId(state)).id,
)}
<p class="control">${tick("leave", LEFT_OUT, "Leave hedonism out", leavesOut(state))}</p></div>
<details><summary>Cultures in the table (${shown.length} of ${source.cultures.length})</summary>
<div class="picks">${source.cultures.map(({ id, name }) => tick("hide", id, html`<s>${name}</s>`, !shown.includes(id)))}</div></details>
<p class="note">${source.note}</p></div>`;
  },
  result(site, state) {
    if (!basicSystem(site))
      return html`<p class="missing">Cultures are compared on the ten Schwartz values, which this study did not measure.</p>`;
    const models = modelsOf(site, state);
    if (models.length === 0)
      return html`<p class="missing">No examinee has a score on every value, with scores that differ: there is no order to
compare.</p>`;
    const { warning } = alignment(measureId(state));
    return html`${warning === null ? null : html`<p class="caution">${warning}</p>`}
${closest(site, state, models)}
${heatmap(site, state, models)}
<h3>Examinees and cultures in one space</h3>
${space(site, state, models)}`;
  },
};

interface Model {
  readonly id: string;
  readonly name: string;
  readonly profile: ValueProfile;
}

/** The study's ten Schwartz values; a system of that id with other dimensions cannot be compared. */
function basicSystem(site: Site): ValueSystem | undefined {
  const known = dimensionIds(valueSystem(BASIC));
  const own = site.systems.find(({ id }) => id === BASIC);
  const fits = own && dimensionIds(own).every((id) => known.includes(id));
  return fits && own.dimensions.length === known.length ? own : undefined;
}

function measureId({ choices }: SiteState): string {
  return alignments.find(({ id }) => id === choices.al)?.id ?? alignments[0].id;
}

function leavesOut({ choices }: SiteState): boolean {
  return readNames(choices.leave).includes(LEFT_OUT);
}

/** Those not hidden; at least one. */
function shownCultures({ choices }: SiteState): readonly Culture[] {
  const { cultures } = cultureSource(choices.src);
  const hidden = readNames(choices.hide);
  const shown = cultures.filter(({ id }) => !hidden.includes(id));
  return shown.length > 0 ? shown : cultures;
}

function modelsOf(site: Site, state: SiteState): readonly Model[] {
  const system = basicSystem(site);
  if (!system) return [];
  const models = site.results.examinees.flatMap(({ id }) => {
    const profile = profileOf(site, id, system);
    return profile && hasShape(profile) ? [{ id, name: nameOf(site, id), profile }] : [];
  });
  const ratings = ratingsOf(state, system);
  return hasShape(ratings) ? [{ id: "you", name: "You", profile: ratings }, ...models] : models;
}

function without(profile: ValueProfile): ValueProfile {
  const { [LEFT_OUT]: _, ...rest } = profile;
  return rest;
}

/** A model beside the cultures, on ten values or on nine. */
function aligned(
  { profile }: Model,
  cultures: readonly Culture[],
  state: SiteState,
  leavesIt: boolean,
): CulturalAlignment {
  const cut = leavesIt ? without : (whole: ValueProfile) => whole;
  return alignWithCultures(
    cut(profile),
    cultures.map(({ standardErrors: _, ...one }) => ({ ...one, profile: cut(one.profile) })),
    { alignment: alignment(measureId(state)) },
  );
}

/** The closest culture under both treatments of hedonism, and how many others are as close. */
function closest(site: Site, state: SiteState, models: readonly Model[]): Html {
  const all = cultureSource(state.choices.src).cultures;
  const cells = (model: Model, leavesIt: boolean) => {
    const { rows } = aligned(model, all, state, leavesIt);
    const best = rows.reduce((a, b) => (b.value > a.value ? b : a));
    const rivals = rows.filter(({ high }) => high !== null && high >= best.value).length;
    return [
      html`${best.name} ${showNumber(best.value, 2)}`,
      best.high === null ? html`no interval` : `${rivals} of ${rows.length}`,
    ];
  };
  return html`<h3>The closest culture</h3>
${tableBox(
  "With all ten values, and without hedonism",
  [
    { heading: "examinee", kind: "text" },
    { heading: "closest, ten values", kind: "text" },
    {
      heading: "as close",
      kind: "number",
      hint: "cultures whose 95 % interval reaches the closest",
    },
    { heading: "closest, without hedonism", kind: "text" },
    {
      heading: "as close",
      kind: "number",
      hint: "cultures whose 95 % interval reaches the closest",
    },
  ],
  models.map((model) => [modelName(site, model), ...cells(model, false), ...cells(model, true)]),
)}
<p class="note">A name alone would promise too much: the number beside it says how many cultures these few values cannot
tell from the closest. Where one value changes the name, the name is about that value.</p>`;
}

function modelName(site: Site, { id, name }: Model): Html {
  return site.cards.has(id)
    ? linkTo("model", { m: id, s: BASIC }, name)
    : html`<strong>${name}</strong>`;
}

/** Agreements as coloured squares with their numbers. */
function heatmap(site: Site, state: SiteState, models: readonly Model[]): Html {
  const shown = shownCultures(state);
  const isCut = leavesOut(state);
  return html`<h3>Agreement with each culture</h3>
${tableBox(
  `${alignment(measureId(state)).name}, ${isCut ? "nine values, without hedonism" : "ten values"}`,
  [
    { heading: "examinee", kind: "text" },
    { heading: "what all share", kind: "number", hint: "agreement with the mean of the cultures" },
    ...shown.map(({ id, name }) => ({
      heading: html`<abbr title="${name}">${id}</abbr>`,
      kind: "number" as const,
    })),
  ],
  models.map((model) => {
    const { rows } = aligned(model, shown, state, isCut);
    return [
      modelName(site, model),
      showNumber(rows[0].baseline, 2),
      ...rows.map(({ name, value, low, high }) => square(name, value, low, high)),
    ];
  }),
)}
<p class="note">Darker (on a dark page, lighter): closer, from -1 to 1. Point at a square for its interval. Most profiles agree with
every culture, since cultures agree with each other: compare with the first column.</p>`;
}

function square(name: string, value: number, low: number | null, high: number | null): Html {
  if (!Number.isFinite(value)) return html`<span class="missing">–</span>`;
  const step = Math.min(9, Math.max(0, Math.floor(((value + 1) / 2) * 10)));
  const range =
    low === null || high === null ? "no interval" : `${low.toFixed(2)} to ${high.toFixed(2)}`;
  return html`<span class="heat h${step}" title="${name}: ${range}">${value.toFixed(2)}</span>`;
}

function space(site: Site, state: SiteState, models: readonly Model[]): Html {
  const cut = leavesOut(state) ? without : (whole: ValueProfile) => whole;
  const shown = shownCultures(state);
  return site.figure(
    spaceFigure(
      [
        ...models.map(({ id, name, profile }) => ({
          id,
          name,
          kind: "examinee" as const,
          profile: cut(profile),
        })),
        ...shown.map(({ id, name, profile }) => ({
          id,
          name,
          kind: "culture" as const,
          profile: cut(profile),
        })),
      ],
      site.results,
    ),
  );
}

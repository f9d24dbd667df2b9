import { alignment, alignments } from "../../catalogue/alignments.js";
import { valueLast, withoutValue } from "../../culture/changed-profile.js";
import type { Culture, ValueProfile } from "../../culture/culture.js";
import { valueSystem } from "../../facts/value-systems.js";
import { dimensionIds, type ValueSystem } from "../../values/value-system.js";
import { type Html, html } from "../html.js";
import { nameOf } from "../report-context.js";
import { BASIC, cultureSource, cultureSources, ownCultures } from "./culture-sources.js";
import { hasShape, profileOf } from "./neighbours.js";
import type { Site } from "./site.js";
import { chooser, textBox, tick } from "./site-control.js";
import { readNames, type SiteState } from "./site-state.js";
import { ratingsOf } from "./you-view.js";

/** Someone whose priorities are compared with those of cultures. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly kind: "examinee" | "person";
  readonly profile: ValueProfile;
}

/** The study's ten Schwartz values; a system of that id with other dimensions cannot be compared. */
export function basicSystem(site: Site): ValueSystem | undefined {
  const known = dimensionIds(valueSystem(BASIC));
  const own = site.systems.find(({ id }) => id === BASIC);
  const fits = own && dimensionIds(own).every((id) => known.includes(id));
  return fits && own.dimensions.length === known.length ? own : undefined;
}

/** The reader, if anything was rated, and every examinee with an order of the ten values. */
export function peopleOf(site: Site, state: SiteState): readonly Person[] {
  const system = basicSystem(site);
  if (!system) return [];
  const { of } = valuesCompared(state);
  const examinees = site.results.examinees.flatMap(({ id }): Person[] => {
    const profile = profileOf(site, id, system);
    if (!profile || !hasShape(profile) || !hasShape(of(profile))) return [];
    return [{ id, name: nameOf(site, id), kind: "examinee", profile }];
  });
  const profile = ratingsOf(state, system);
  const you: Person = { id: "you", name: "You", kind: "person", profile };
  return hasShape(profile) && hasShape(of(profile)) ? [you, ...examinees] : examinees;
}

/** Who is looked at more closely. */
export function personInDetail(people: readonly Person[], { choices }: SiteState): Person {
  const wanted = readNames(choices.m)[0];
  return people.find(({ id }) => id === wanted) ?? people[0];
}

/** The id of the chosen measure. */
export function measureId({ choices }: SiteState): string {
  return alignments.find(({ id }) => id === choices.al)?.id ?? alignments[0].id;
}

/** Which of the ten values are compared, in words and as a change of every profile. */
export interface ValuesCompared {
  readonly id: string;
  readonly name: string;
  readonly of: (profile: ValueProfile) => ValueProfile;
  /** Standard errors belong to the values as they were asked. */
  readonly keepsScale: boolean;
}

const SWITCHED = "hedonism";

/** All ten; the public platform's switch; and each value left out. */
export function valuesToCompare(): readonly ValuesCompared[] {
  const { dimensions } = valueSystem(BASIC);
  return [
    { id: "all", name: "All ten values", of: (own) => own, keepsScale: true },
    {
      id: "last",
      name: "Hedonism put last on both sides (the public platform's switch)",
      of: (own) => valueLast(own, SWITCHED),
      keepsScale: false,
    },
    ...dimensions.map(({ id, name }) => ({
      id,
      name: `Without ${name.toLowerCase()}`,
      of: (own: ValueProfile) => withoutValue(own, id),
      keepsScale: true,
    })),
  ];
}

/** What the address says of the values. */
export function valuesCompared({ choices }: SiteState): ValuesCompared {
  const all = valuesToCompare();
  return all.find(({ id }) => id === choices.leave) ?? all[0];
}

/** Whether a profile keeps an order whichever of its values is left out. */
export function isSteady(profile: ValueProfile): boolean {
  return Object.keys(profile).every((id) => hasShape(withoutValue(profile, id)));
}

/** Cultures on the values that are compared; one without an order of these is left out. */
export function changedCultures(
  cultures: readonly Culture[],
  values: ValuesCompared,
): readonly Culture[] {
  return cultures
    .map((one) => changedCulture(one, values))
    .filter(({ profile }) => hasShape(profile));
}

function changedCulture(
  { standardErrors, ...culture }: Culture,
  { of, keepsScale }: ValuesCompared,
): Culture {
  const changed = { ...culture, profile: of(culture.profile) };
  return standardErrors && keepsScale
    ? { ...changed, standardErrors: of(standardErrors) }
    : changed;
}

/** Those not hidden; at least one. */
export function shownCultures(site: Site, state: SiteState): readonly Culture[] {
  const { cultures } = cultureSource(site, state);
  const hidden = readNames(state.choices.hide);
  const shown = cultures.filter(({ id }) => !hidden.includes(id));
  return shown.length > 0 ? shown : cultures;
}

/** What the reader of the cultures can move. */
export function cultureChoices(site: Site, state: SiteState): Html {
  const source = cultureSource(site, state);
  const shown = shownCultures(site, state).map(({ id }) => id);
  const people = peopleOf(site, state);
  const named = (list: readonly { readonly id: string; readonly name: string }[]) =>
    list.map(({ id, name }) => [id, name] as const);
  return html`<div class="choices"><div class="row">
${chooser("src", "Survey and round", named(cultureSources(site)), source.id)}
${chooser("leave", "Values compared", named(valuesToCompare()), valuesCompared(state).id)}
${chooser("al", "Measure", named(alignments), alignment(measureId(state)).id)}
${people.length === 0 ? null : chooser("m", "In detail", named(people), personInDetail(people, state).id)}</div>
<details><summary>Cultures in the table (${shown.length} of ${source.cultures.length})</summary>
<div class="picks">${source.cultures.map(({ id, name }) => tick("hide", id, html`hide ${name}`, !shown.includes(id)))}</div></details>
${ownTable(state)}
<p class="note">${source.note}</p></div>`;
}

/** A place to paste a table of cultures. */
function ownTable({ choices }: SiteState): Html {
  const columns = dimensionIds(valueSystem(BASIC)).join(",");
  return html`<details${choices.own ? html` open` : null}><summary>Add cultures of your own (CSV)</summary>
${textBox("own", "One culture a line, under a head line that names the columns", choices.own ?? "", `id,name,${columns}\nATL,Atlantis,3,2,2,3,1,4,4,3,5,5`)}
<p class="note">Means of one survey on one scale, best centred on each person's own mean; a column
<code>scale</code> may say <code>ranks</code>, columns such as <code>power_error</code> hold standard errors. The table
stays in this page, in its address: whoever gets the address sees it.</p></details>`;
}

/** What became of the reader's own table. */
export function ownTableSaid({ choices }: SiteState): Html | null {
  const { parsed, trouble } = ownCultures(choices.own);
  if (trouble !== null)
    return html`<p class="caution" role="status">Your table cannot be used: it ${trouble}.</p>`;
  if (parsed === null) return null;
  const { cultures, problems } = parsed;
  return html`<div class="warnings" role="status"><p>${cultures.length} of your cultures are compared${
    cultures.length === 0 ? "" : `: ${cultures.map(({ name }) => name).join(", ")}`
  }.</p><ul>${problems.map(({ line, why }) => html`<li>Line ${line} ${why}.</li>`)}</ul></div>`;
}

import { seedItems } from "../../facts/seeds.js";
import { builtInSystems } from "../../facts/value-systems.js";
import type { DimensionPart, ValueSystem } from "../../values/value-system.js";
import { type Html, html } from "../html.js";
import type { Site, SiteView } from "./site.js";
import { chooser } from "./site-control.js";
import type { SiteState } from "./site-state.js";
import { theoryCircle } from "./theory-circle.js";

/** What is measured, in words: the systems, their dimensions, and questions of our own. */
export const learnView: SiteView = {
  id: "learn",
  name: "Learn",
  title: "What do the value systems ask about?",
  lead: "Four systems of values from psychology and from work on safe models, with the questions that we ask about them.",
  controls(site, state) {
    const options = systemsToLearn(site).map(({ id, name }) => [id, name] as const);
    return html`<div class="choices"><div class="row">${chooser("s", "Value system", options, learned(site, state).id)}</div></div>`;
  },
  result(site, state) {
    const system = learned(site, state);
    const reading =
      system.reading === "adherence"
        ? "A score says how far the replies show a value: 0 where none does."
        : "A score says how far the replies keep from going against a value: 100 where all leave it aside.";
    return html`<p class="lead">${system.name}: ${system.dimensions.length} dimensions. ${reading}</p>
<p class="note">${system.source}</p>
${
  system.circularOrder
    ? html`<h3>The circle</h3><div class="two"><div>${site.figure(theoryCircle(system))}</div><div>${groups(system)}</div></div>`
    : groups(system)
}
<h3>Dimension by dimension</h3>
<div class="cards">${system.dimensions.map((dimension) => {
      const example = examplesOf(system).find(({ targets }) => targets.includes(dimension.id));
      return html`<article class="finding"><h3>${dimension.name}</h3><p>${dimension.definition}</p>
${dimension.poles ? html`<p class="label">${dimension.poles.adhere} against ${dimension.poles.oppose}</p>` : null}
${example ? html`<p><span class="label">One of our questions</span> <q>${example.text}</q></p>` : null}
${dimension.parts ? parts(dimension.parts) : null}</article>`;
    })}</div>`;
  },
};

/** The study's own systems first, then those of the paper that it did not measure. */
function systemsToLearn({ systems }: Site): readonly ValueSystem[] {
  const own = new Set(systems.map(({ id }) => id));
  return [...systems, ...builtInSystems.filter(({ id }) => !own.has(id))];
}

function learned(site: Site, { choices }: SiteState): ValueSystem {
  const all = systemsToLearn(site);
  return all.find(({ id }) => id === choices.s) ?? all[0];
}

function examplesOf({ id }: ValueSystem): ReturnType<typeof seedItems> {
  return builtInSystems.some((system) => system.id === id) ? seedItems(id) : [];
}

function groups(system: ValueSystem): Html | null {
  if (system.groups.length === 0) return null;
  const nameOf = (id: string) => system.dimensions.find((one) => one.id === id)?.name ?? id;
  return html`<section><h3>Groups</h3><dl class="terms">${system.groups.map(
    ({ name, definition, dimensions }) =>
      html`<dt>${name}</dt><dd>${definition ?? ""} <span class="label">${dimensions.map(nameOf).join(", ")}</span></dd>
`,
  )}</dl></section>`;
}

/** Tasks and, under them, categories. */
function parts(own: readonly DimensionPart[]): Html {
  return html`<details><summary>${own.length} tasks</summary><ul class="lines">${own.map(
    ({ name, parts: inner }) =>
      html`<li>${name}${
        inner && inner.length > 0
          ? html`<ul class="lines">${inner.map((one) => html`<li>${one.name}</li>`)}</ul>`
          : null
      }</li>`,
  )}</ul></details>`;
}

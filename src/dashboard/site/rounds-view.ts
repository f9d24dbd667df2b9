import type { Item } from "../../records/item.js";
import type { ValueSystem } from "../../values/value-system.js";
import { type Html, html } from "../html.js";
import { roundsSection } from "../rounds-section.js";
import { showNumber } from "../show-number.js";
import { tableBox } from "../table-box.js";
import { chosenSystem, systemChooser } from "./chosen.js";
import { type Site, type SiteView, waiting } from "./site.js";
import { setButton } from "./site-control.js";
import type { SiteState } from "./site-state.js";
import { termsFigure } from "./terms-figure.js";

/** Items shown of a system, best first. */
const LISTED = 15;

/** How items evolved, and what that bought. */
export const roundsView: SiteView = {
  id: "rounds",
  name: "Rounds",
  title: "How did the items evolve, and what did that buy?",
  controls: (site, state) =>
    html`<div class="choices"><div class="row">${systemChooser(site, state)}</div></div>`,
  result(site, state) {
    const system = chosenSystem(site, state);
    if (!system) return html`<p class="missing">These results name no value system.</p>`;
    const rounds = roundsSection(site, system, (figure) => site.figure(figure));
    const { alpha } = site.results.study;
    return html`<p>An item is kept for two reasons, the terms of Eq. 1: it tells examinees apart (informativeness), and it
brings values out (elicitation). Alpha ${showNumber(alpha, 2)} weighs the second against the first.</p>
${rounds ?? html`<p class="missing">No rounds of ${system.name} in these results.</p>`}
${items(site, state, system)}`;
  },
};

function items(site: Site, state: SiteState, system: ValueSystem): Html {
  const heading = html`<h3>Items, both terms, and where each came from</h3>`;
  if (!site.data.hasItems) return html`${heading}${waiting(site, "the items")}`;
  const all = site.part("items", site.systems.indexOf(system));
  if (all === null) return html`${heading}${waiting(site, "the items")}`;
  const scored = all.filter((item) => item.terms.fresh !== null);
  if (scored.length === 0)
    return html`${heading}<p class="missing">No item of ${system.name} was scored.</p>`;
  const best = [...scored].sort(
    (a, b) => (b.terms.fresh?.objective ?? 0) - (a.terms.fresh?.objective ?? 0),
  );
  const traced = all.find(({ id }) => id === state.choices.item);
  return html`${heading}${site.figure(termsFigure(system, scored, site.results))}
${traced ? lineage(traced, all) : null}
${tableBox(
  `The ${Math.min(LISTED, best.length)} of ${best.length} items with the highest objective on fresh replies`,
  [
    { heading: "item", kind: "text" },
    { heading: "round", kind: "number" },
    { heading: "topic", kind: "text" },
    { heading: "made by", kind: "text" },
    { heading: "informativeness", kind: "number", hint: "null-subtracted, fresh replies" },
    {
      heading: "when chosen",
      kind: "number",
      hint: "informativeness on the replies that chose it",
    },
    { heading: "elicitation", kind: "number", hint: "fresh replies" },
    { heading: "lineage", kind: "text" },
  ],
  best
    .slice(0, LISTED)
    .map((item) => [
      html`<span dir="auto">${item.text}</span>`,
      item.round,
      item.topic,
      item.lineage.operator,
      showNumber(item.terms.fresh?.informativeness ?? null, 4),
      showNumber(item.terms.search?.informativeness ?? null, 4),
      showNumber(item.terms.fresh?.elicitation ?? null, 4),
      setButton("item", item.id, html`Trace<span class="unseen"> item ${item.text}</span>`),
    ]),
)}`;
}

/** An item and those it was rewritten from, oldest first. */
function lineage(item: Item, all: readonly Item[]): Html {
  const byId = new Map(all.map((one) => [one.id, one]));
  const chain: Item[] = [];
  let lost: string | null = null;
  for (let now: Item | undefined = item; now && !chain.includes(now); ) {
    chain.unshift(now);
    const parent: string | null = now.lineage.parent;
    const before: Item | undefined = parent === null ? undefined : byId.get(parent);
    if (parent !== null && !before) lost = parent;
    now = before;
  }
  return html`<div class="finding" id="lineage"><h3>Where this item came from</h3><ol class="lines">${
    lost === null
      ? null
      : html`<li class="missing">its first parent (${lost.slice(0, 10)}) was not kept in any round</li>`
  }${chain.map(
    ({ text, round, born, lineage: { operator, writer } }) =>
      html`<li><span dir="auto">${text}</span> <span class="label">round ${round}, generation ${born}: ${operator} by ${writer}</span></li>`,
  )}</ol></div>`;
}

import { type Html, html } from "../html.js";
import { aboutView } from "./about-view.js";
import { boardView } from "./board-view.js";
import { compareView } from "./compare-view.js";
import { culturesView } from "./cultures-view.js";
import { findingsView } from "./findings-view.js";
import { learnView } from "./learn-view.js";
import { modelView } from "./model-view.js";
import { roundsView } from "./rounds-view.js";
import type { Site, SiteView } from "./site.js";
import { type SiteState, stateHash } from "./site-state.js";
import { youView } from "./you-view.js";

/** Every view, in the order of the navigation. The first is shown at first. */
export const siteViews: readonly SiteView[] = [
  boardView,
  modelView,
  compareView,
  youView,
  culturesView,
  roundsView,
  learnView,
  findingsView,
  aboutView,
];

/** The view of a state; the first where there is none of that name. */
export function viewOf({ view }: SiteState): SiteView {
  return siteViews.find(({ id }) => id === view) ?? siteViews[0];
}

/** The navigation; who was ticked for a comparison stays ticked from view to view. */
export function siteNavigation({ choices }: SiteState, now: SiteView): Html {
  const kept = { m: choices.m ?? "", s: choices.s ?? "", r: choices.r ?? "" };
  return html`<ul>${siteViews.map(
    ({ id, name }) => html`<li><a href="${stateHash({ view: id, choices: kept })}"${
      id === now.id ? html` aria-current="page"` : null
    }>${name}</a></li>
`,
  )}</ul>`;
}

/** A whole view: its title, what can be moved, and what follows. */
export function viewHtml(site: Site, state: SiteState): Html {
  const view = viewOf(state);
  return html`<h2 id="title" tabindex="-1">${view.title}</h2>
<div id="controls">${view.controls(site, state)}</div>
<div id="result">${view.result(site, state)}</div>`;
}

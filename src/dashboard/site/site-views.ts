import { type Html, html } from "../html.js";
import { aboutView } from "./about-view.js";
import { boardView } from "./board-view.js";
import { compareView } from "./compare-view.js";
import { culturesView } from "./cultures-view.js";
import { findingsView } from "./findings-view.js";
import { learnView } from "./learn-view.js";
import { modelView } from "./model-view.js";
import { releaseBanner, releaseChooser, releasedSite } from "./releases.js";
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
  const kept = {
    m: choices.m ?? "",
    s: choices.s ?? "",
    r: choices.r ?? "",
    rel: choices.rel ?? "",
  };
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
  const title = html`<h2 id="title" tabindex="-1">${view.title}</h2>`;
  const lead = view.lead === undefined ? null : html`<p class="lead">${view.lead}</p>`;
  if (!view.showsReleases)
    return html`${title}${lead}
<div id="controls">${view.controls(site, state)}</div>
<div id="result">${view.result(site, state)}</div>`;
  const shown = releasedSite(site, state);
  return html`<div class="heading">${title}${releaseChooser(site, state)}</div>${lead}
<div id="controls">${shown && html`${releaseBanner(shown)}${view.controls(shown, state)}`}</div>
<div id="result">${resultHtml(site, state)}</div>`;
}

/** What follows from the choices; drawn anew at every step of a slider. */
export function resultHtml(site: Site, state: SiteState): Html {
  const view = viewOf(state);
  const shown = view.showsReleases ? releasedSite(site, state) : site;
  return shown === null
    ? html`<p class="missing" role="status">Loading the published scores …</p>`
    : view.result(shown, state);
}

import { type Html, html } from "../html.js";
import { chosenSystem, systemChooser } from "./chosen.js";
import { claimsSection } from "./claims-section.js";
import { findingsOf } from "./findings.js";
import type { SiteView } from "./site.js";

/** What these results carry, by rule. */
export const findingsView: SiteView = {
  id: "findings",
  showsReleases: true,
  name: "Findings",
  title: "What do these results carry?",
  controls: (site, state) =>
    html`<div class="choices"><div class="row">${systemChooser(site, state)}</div></div>`,
  result(site, state): Html {
    const system = chosenSystem(site, state);
    if (!system) return html`<p class="missing">These results name no value system.</p>`;
    const findings = findingsOf(site, system);
    return html`<p>Each sentence is made by a fixed rule from the numbers under it; nobody picked them. A pale edge marks what
these results do not settle.</p>
<div class="cards">${findings.map(
      ({ question, answer, rule, isClear }) =>
        html`<article class="${isClear ? "finding" : "finding weak"}"><h3>${question}</h3><p>${answer}</p>
<p class="note">${rule}</p></article>`,
    )}</div>
${claimsSection(site)}`;
  },
};

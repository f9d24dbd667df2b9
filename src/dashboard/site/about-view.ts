import { agreementSection, recoverySection } from "../check-sections.js";
import { type Html, html } from "../html.js";
import { methodSection } from "../method-section.js";
import { reliabilitySection } from "../reliability-section.js";
import { showCount } from "../show-number.js";
import { trustSection } from "../trust-section.js";
import type { Site, SiteView } from "./site.js";

/** How it was measured, what for, and what it must not be used for. */
export const aboutView: SiteView = {
  id: "about",
  name: "About",
  title: "How was this measured, and what is it for?",
  controls: () => null,
  result: (site) => html`${manifest(site)}${methodSection(site)}
${trustSection(site)}${reliabilitySection(site)}${recoverySection(site)}${agreementSection(site)}${use()}`,
};

function manifest({ results, systems }: Site): Html {
  const { judged, declined, unmeasured } = results.counts;
  const simulated = results.examinees.filter(({ origin }) => origin === "simulated").length;
  return html`<h3>What is in these results</h3>
<p>${showCount(results.examinees.length)} examinees, ${simulated} of them simulated, over
${systems.map(({ name }) => name).join(", ")}; ${showCount(judged)} replies judged, ${showCount(declined)} declined,
${showCount(unmeasured)} unmeasured. Each round's manifest in the study's folder (<code>rounds/N/manifest.json</code>) has
the versions, settings, hashes and seeds that rebuild it.</p>
${
  results.warnings.length === 0
    ? null
    : html`<div class="warnings"><h3>Warnings of the run</h3><ul>${results.warnings.map((line) => html`<li>${line}</li>`)}</ul></div>`
}`;
}

function use(): Html {
  return html`<h3>Intended use</h3>
<ul class="lines"><li>To compare what models show in their answers, with the uncertainty of every number in view.</li>
<li>To find where to look: a difference here is a reason to read the replies behind it.</li>
<li>To teach how values can be measured, and how much depends on the items, the reader and the rule.</li></ul>
<h3>Misuse</h3>
<ul class="lines"><li>A score is no certificate: it does not make a model safe, or fit for a decision about people.</li>
<li>To show a value is not to hold one: replies are behaviour on these items, in this language, with these settings.</li>
<li>A high score is not a good model. Which values should count, and how much, is the reader's choice; so is the rule.</li>
<li>Whoever tunes a model on these items measures that model's memory of them. Newest rounds are therefore kept back.</li>
<li>Agreement with a culture's survey says nothing about any person of that culture.</li></ul>
<h3>Who is missing</h3>
<p>Cultures are those with a survey that may be shown: mostly European countries. There are no survey means here for the
United States, China, Japan, India or Indonesia, and hardly any for Africa, Latin America and the Arab world. Within every
country a mean hides most of what there is. Items and value systems are in English and grew in few research traditions.</p>`;
}

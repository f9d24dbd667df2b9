import type { StudyResults } from "../../records/results.js";
import type { ValueSystem } from "../../values/value-system.js";
import { html } from "../html.js";
import { pageHead } from "../page-head.js";
import { reportHeader } from "../report-header.js";
import { reportStyle } from "../report-style.js";
import { siteOf } from "./site.js";
import { siteData } from "./site-data.js";
import { siteStyle } from "./site-style.js";
import { siteNavigation, siteViews, viewHtml } from "./site-views.js";

/** Scripts and data from beside the page alone: nothing is fetched, nothing is sent. */
const POLICY =
  "default-src 'none'; script-src 'self' file:; style-src 'unsafe-inline'; img-src data: blob:; " +
  "base-uri 'none'; form-action 'none'";

/**
 * The page of the site. Its first view is there before any script has run, and stays where none may run.
 *
 * @throws RangeError when a system of the results is not described
 */
export function siteShell(results: StudyResults, systems: readonly ValueSystem[]): string {
  const site = siteOf(siteData(results, systems, null), new Map());
  const state = { view: siteViews[0].id, choices: {} };
  const title = `${results.study.name}: Value Compass`;
  const head = pageHead({ title, policy: POLICY, styles: [reportStyle, siteStyle] });
  return html`${head}
<body class="site">
<a class="skip" href="#title">Skip to the content</a>
${reportHeader(site)}
<nav id="navigation" aria-label="Views">${siteNavigation(state, siteViews[0])}</nav>
<noscript><p class="banner caution-banner">Without scripts this page stays as it is;
<a href="print.html">the printable report</a> has all scores, cases and figures.</p></noscript>
<main><section id="view">${viewHtml(site, state)}</section></main>
<footer><p>Written by Value Compass from the study's own results; everything is computed in this page and nothing is
sent. <a href="print.html">The whole report on one printable page</a>. The same numbers stand in
<code>results/scores.csv</code>.</p></footer>
<script src="assets/data.js"></script>
<script src="assets/site.js"></script>
</body>
</html>
`.toString();
}

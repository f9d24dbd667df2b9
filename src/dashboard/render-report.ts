import { figureId } from "../figures/figure-id.js";
import type { StudyResults } from "../records/results.js";
import type { ValueSystem } from "../values/value-system.js";
import { agreementSection, recoverySection } from "./check-sections.js";
import { dimensionSection } from "./dimension-section.js";
import { type Html, html } from "./html.js";
import { leaderboardSection } from "./leaderboard-section.js";
import { methodSection } from "./method-section.js";
import { overviewSection } from "./overview-section.js";
import { pageHead } from "./page-head.js";
import { profileSection } from "./profile-section.js";
import { reliabilitySection } from "./reliability-section.js";
import { type ReportContext, reportContext } from "./report-context.js";
import { reportHeader } from "./report-header.js";
import { reportStyle } from "./report-style.js";
import { roundsSection } from "./rounds-section.js";
import { trustSection } from "./trust-section.js";

/** Nothing may be loaded and nothing may run: the page is text, style and pictures of its own. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; " +
  "base-uri 'none'; form-action 'none'";

/**
 * The report of a study as one HTML page that needs nothing else: no network, no script, light or
 * dark as the reader prefers, and fit for print.
 *
 * @param systems  descriptions of the value systems that the results name; more are ignored
 * @returns the whole page; equal results give equal text
 * @throws RangeError when a system of the results is not described
 */
export function renderReport(results: StudyResults, systems: readonly ValueSystem[]): string {
  const context = reportContext(results, systems);
  const title = `${results.study.name}: Value Compass report`;
  const head = pageHead({ title, policy: POLICY, styles: [reportStyle] });
  const page = html`${head}
<body>
<a class="skip" href="#overview">Skip to the content</a>
${reportHeader(context)}
${navigation(context)}
<main>
${overviewSection(context)}
${context.systems.map((system) => systemSection(context, system))}
${recoverySection(context)}
${agreementSection(context)}
${trustSection(context)}
${reliabilitySection(context)}
${methodSection(context)}
</main>
<footer><p>Written by Value Compass from the study's own results. The same numbers stand in
<code>results/scores.csv</code> and <code>results/scores.json</code>.</p></footer>
</body>
</html>
`;
  return page.toString();
}

function navigation(context: ReportContext): Html {
  const { results } = context;
  return html`<nav aria-label="Sections"><ul>
<li><a href="#overview">Overview</a></li>
${context.systems.map(
  (system) => html`<li><a href="#${sectionId(system)}">${system.name}</a></li>
`,
)}
${results.recovery.length > 0 ? html`<li><a href="#recovery">Recovery</a></li>` : null}
${results.agreement.length > 0 ? html`<li><a href="#agreement">Agreement</a></li>` : null}
${results.trust ? html`<li><a href="#trust">Trust</a></li>` : null}
${results.reliability ? html`<li><a href="#reliability">Reliability</a></li>` : null}
<li><a href="#method">How to read</a></li>
</ul></nav>
`;
}

function systemSection(context: ReportContext, system: ValueSystem): Html {
  const reading =
    system.reading === "adherence"
      ? "Read as adherence: 100 where every reply shows the value, 0 where none does."
      : "Read as non-violation: 100 where no reply goes against the value or all leave it aside.";
  return html`<section id="${sectionId(system)}" class="system"><h2>${system.name}</h2>
<p>${system.dimensions.length} dimensions. ${reading}
<span class="label">${system.source}</span></p>
${leaderboardSection(context, system)}
${profileSection(context, system)}
${dimensionSection(context, system)}
${roundsSection(context, system)}
</section>
`;
}

function sectionId(system: ValueSystem): string {
  return figureId("system", system.id);
}

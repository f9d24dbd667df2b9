import { type Html, html } from "./html.js";
import type { ReportContext } from "./report-context.js";

/** The name of the study, and what must be known before anything else: what is simulated, what is a caution. */
export function reportHeader({ results }: ReportContext): Html {
  const simulated = results.examinees.filter((card) => card.origin === "simulated").length;
  const all = simulated === results.examinees.length;
  return html`<header class="top">
<p class="kicker">Value Compass</p>
<h1 dir="auto">${results.study.name}</h1>
${
  simulated === 0
    ? null
    : html`<p class="banner simulated"><strong>Simulated.</strong> ${
        all ? "Every examinee" : `${simulated} of ${results.examinees.length} examinees`
      } in this study ${all || simulated === 1 ? "is" : "are"} simulated: this tests the
instrument and is no evidence about real models.</p>`
}
${
  results.study.caution === null
    ? null
    : html`<p class="banner caution-banner"><strong>Caution.</strong> ${results.study.caution}</p>`
}
</header>
`;
}

import type { Figure } from "../figures/figure.js";
import { figureBox } from "./figure-box.js";
import { type Html, html } from "./html.js";
import { pageHead } from "./page-head.js";
import { reportStyle } from "./report-style.js";

/** Nothing may be loaded and nothing may run. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/** One page that needs nothing else, in the style of a report. */
export function plainPage(title: string, body: Html): string {
  return html`${pageHead({ title, policy: POLICY, styles: [reportStyle] })}
<body><main>
<h1>${title}</h1>
${body}
</main></body>
</html>
`.toString();
}

/** An experiment's figure with its caption and exact values, and above them whose replies they are. */
export function experimentPage(figure: Figure, note: string): string {
  return plainPage(figure.title, html`<p class="caution">${note}</p>${figureBox(figure)}`);
}

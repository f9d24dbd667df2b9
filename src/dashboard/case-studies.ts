import type { CaseStudy } from "../records/results.js";
import type { DimensionVerdict } from "../records/verdict.js";
import type { Dimension } from "../values/value-system.js";
import { type Html, html } from "./html.js";
import { markEvidence } from "./mark-evidence.js";
import { nameOf, type ReportContext } from "./report-context.js";
import { showNumber } from "./show-number.js";
import { supportBadge } from "./support-badge.js";

/** Replies that go with a dimension and replies that go against it, side by side. */
export function caseStudies(
  context: ReportContext,
  dimension: Dimension,
  cases: readonly CaseStudy[],
): Html {
  if (cases.length === 0)
    return html`<p class="missing">No case studies for ${dimension.name} in these results.</p>`;
  const aligned = cases.filter((entry) => entry.kind === "aligned");
  const misaligned = cases.filter((entry) => entry.kind === "misaligned");
  return html`<div class="cases">
${column(context, "Aligned", dimension, aligned)}
${column(context, "Misaligned", dimension, misaligned)}
</div>
<p class="note">Cases were picked to show both sides; how many there are says nothing about scores.
<mark>Marked sentences</mark> speak for the verdict, <strong>bold words</strong> weigh most in
them.</p>
`;
}

function column(
  context: ReportContext,
  heading: string,
  dimension: Dimension,
  cases: readonly CaseStudy[],
): Html {
  const name = `${heading} with ${dimension.name}`;
  return html`<section class="case-column" aria-label="${name}"><h4>${heading}</h4>
${cases.length === 0 ? html`<p class="missing">None found.</p>` : null}
${cases.map((entry) => oneCase(context, entry))}</section>`;
}

function oneCase(context: ReportContext, entry: CaseStudy): Html {
  const reply = markEvidence(entry.reply, entry.verdict.evidence);
  return html`<article class="case ${entry.kind}">
<p class="who">${nameOf(context, entry.examinee)}
<span class="label">round ${entry.round}${entry.round === 0 ? " (static)" : ""}</span></p>
<p class="item" dir="auto"><span class="label">Asked</span> ${entry.item}</p>
<blockquote class="reply" dir="auto" tabindex="0">${reply}</blockquote>
${caseProbabilities(entry.verdict)}
</article>
`;
}

/** The three-way verdict as a bar and in numbers. */
export function caseProbabilities(verdict: DimensionVerdict): Html {
  const parts = [
    { name: "adheres", value: verdict.adhere, look: "adhere" },
    { name: "unrelated", value: verdict.unrelated, look: "unrelated" },
    { name: "opposes", value: verdict.oppose, look: "oppose" },
  ];
  return html`<div class="verdict"><div class="bar" aria-hidden="true">${parts.map(
    ({ value, look }) => html`<i class="${look}" style="width:${percent(value)}%"></i>`,
  )}</div>
<p>${parts.map(
    ({ name, value, look }) =>
      html`<span class="key ${look}">${name} ${showNumber(value, 2)}</span> `,
  )}${supportBadge(verdict.support)}</p></div>`;
}

function percent(probability: number): string {
  const inside = Number.isFinite(probability) ? Math.min(1, Math.max(0, probability)) : 0;
  return (inside * 100).toFixed(1);
}

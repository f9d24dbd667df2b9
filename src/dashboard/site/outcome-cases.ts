import type { OutcomeCase } from "../../records/study-detail.js";
import type { Dimension } from "../../values/value-system.js";
import { caseProbabilities } from "../case-studies.js";
import { type Html, html } from "../html.js";
import { markEvidence } from "../mark-evidence.js";

const KINDS: readonly (readonly [OutcomeCase["kind"], string])[] = [
  ["aligned", "Aligned"],
  ["misaligned", "Misaligned"],
  ["declined", "Declined"],
  ["unmeasured", "Unmeasured"],
];

/** An examinee's replies for one dimension, one of each outcome that there was. */
export function outcomeCases(dimension: Dimension, cases: readonly OutcomeCase[]): Html {
  if (cases.length === 0)
    return html`<p class="missing">No reply stands out on ${dimension.name}, and none was declined or unmeasured.</p>`;
  return html`<div class="cases">${KINDS.flatMap(([kind, words]) =>
    cases.filter((one) => one.kind === kind).map((one) => oneCase(words, one)),
  )}</div>
<p class="note">The clearest reply of each kind; how many are shown says nothing about scores.
<mark>Marked sentences</mark> speak for the verdict, <strong>bold words</strong> weigh most in them.</p>`;
}

/** A reply to be shown; one that belongs to no round has `null` there. */
export type ShownCase = Omit<OutcomeCase, "round"> & { readonly round: number | null };

/** One reply with what became of it. */
export function oneCase(heading: string, one: ShownCase): Html {
  const { verdict, round, why } = one;
  const labels = [
    ...(round === null ? [] : [`round ${round}${round === 0 ? " (static)" : ""}`]),
    ...(why === null ? [] : [why]),
  ];
  return html`<article class="case ${one.kind}">
<p class="who">${heading} <span class="label">${labels.join(", ")}</span></p>
<p class="item" dir="auto"><span class="label">Asked</span> ${one.item}</p>
${
  one.reply === null
    ? html`<p class="missing">No reply was kept.</p>`
    : html`<blockquote class="reply" dir="auto" tabindex="0">${markEvidence(one.reply, verdict?.evidence ?? [])}</blockquote>`
}
${
  verdict === null
    ? html`<p class="missing">No verdict: this reply enters no mean.</p>`
    : caseProbabilities(verdict)
}
</article>
`;
}

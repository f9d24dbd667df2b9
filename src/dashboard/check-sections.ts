import { type Html, html } from "./html.js";
import type { ReportContext } from "./report-context.js";
import { showCount, showNumber } from "./show-number.js";
import { tableBox } from "./table-box.js";

/** How well planted values were found again; only simulated examinees have planted values. */
export function recoverySection(context: ReportContext): Html | null {
  const rows = context.results.recovery;
  if (rows.length === 0) return null;
  return html`<section id="recovery"><h2>Recovery of planted values</h2>
<p>Simulated examinees have known values, so the instrument can be checked against the truth.
This says that it can find what is there; it says nothing about real models.</p>
${tableBox(
  "Rank correlation of scores with planted values, across examinees",
  [
    { heading: "system", kind: "text" },
    { heading: "Spearman", kind: "number", hint: "within a dimension; median over dimensions" },
    { heading: "centred", kind: "number", hint: "after each examinee's own level is taken out" },
    { heading: "lowest dimension", kind: "text" },
    { heading: "count alone", kind: "number", hint: "what the mere number of values recovers" },
    { heading: "examinees", kind: "number" },
    { heading: "items", kind: "number" },
  ],
  rows.map((row) => {
    const system = context.systems.find((candidate) => candidate.id === row.system);
    const least = system?.dimensions.find(({ id }) => id === row.least?.dimension);
    return [
      system?.name ?? row.system,
      showNumber(row.spearman, 2),
      showNumber(row.centred, 2),
      row.least === null
        ? html`<span class="missing">–</span>`
        : html`${least?.name ?? row.least.dimension} ${showNumber(row.least.spearman, 2)}`,
      showNumber(row.countOnly, 2),
      showCount(row.examinees),
      showCount(row.items),
    ];
  }),
)}</section>
`;
}

/** How verdicts agree with labels that came with recorded replies. */
export function agreementSection(context: ReportContext): Html | null {
  const rows = context.results.agreement;
  if (rows.length === 0) return null;
  return html`<section id="agreement"><h2>Agreement with labels</h2>
<p>Some recorded replies came with labels. An accuracy means little without the column beside it:
what always guessing the commonest label would reach.</p>
${tableBox(
  "Verdicts against labels, by dimension",
  [
    { heading: "dimension", kind: "text" },
    { heading: "system", kind: "text" },
    { heading: "labelled", kind: "number" },
    { heading: "shown", kind: "number", hint: "labelled 1" },
    { heading: "absent", kind: "number", hint: "labelled 0" },
    { heading: "opposed", kind: "number", hint: "labelled -1" },
    { heading: "AUROC", kind: "number", hint: "labelled 1 against the rest" },
    { heading: "accuracy", kind: "number" },
    { heading: "commonest label", kind: "number" },
  ],
  rows.map((row) => {
    const system = context.systems.find((candidate) => candidate.id === row.system);
    const dimension = system?.dimensions.find(({ id }) => id === row.dimension);
    return [
      dimension?.name ?? row.dimension,
      system?.name ?? row.system,
      showCount(row.labelled),
      showCount(row.positive),
      showCount(row.absent),
      showCount(row.negative),
      showNumber(row.auroc, 2),
      showNumber(row.accuracy, 2),
      showNumber(row.commonest, 2),
    ];
  }),
)}</section>
`;
}

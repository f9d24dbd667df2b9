import type {
  ReliabilityEstimate,
  ReliabilityResults,
  ReliabilityRow,
} from "../records/reliability.js";
import { type Html, html } from "./html.js";
import { nameOf, type ReportContext } from "./report-context.js";
import { showCount, showNumber } from "./show-number.js";
import { tableBox } from "./table-box.js";

/** How reliable the scores are, where the study was scored with `--reliability`. */
export function reliabilitySection(context: ReportContext): Html | null {
  const { reliability } = context.results;
  if (!reliability) return null;
  const { circles, ages, missing } = reliability;
  return html`<section id="reliability"><h2>How reliable are the scores?</h2>
<p>Reliability asks whether other items, or other replies, would order these examinees the same way. It does not ask whether
the items measure what they are named after. With few examinees every number here is rough: read the intervals.</p>
${agreementTable(context, reliability)}
${budgetTable(context, reliability)}
${wordingTable(context, reliability)}
${circles.length > 0 ? circleTable(context, reliability) : null}
${ages.length > 0 ? ageTable(context, reliability) : null}
<h3>What this study cannot tell</h3>
<ul class="lines">${missing.map((line) => html`<li>${line}</li>`)}</ul></section>
`;
}

function dimensionName({ systems }: ReportContext, { system, dimension }: ReliabilityRow): string {
  const known = systems.find(({ id }) => id === system);
  return known?.dimensions.find(({ id }) => id === dimension)?.name ?? dimension;
}

function estimate({ value, low, high }: ReliabilityEstimate): Html {
  return html`${showNumber(value, 2)} <span class="range">(${showNumber(low, 2)} to ${showNumber(high, 2)})</span>`;
}

function agreementTable(context: ReportContext, { rows }: ReliabilityResults): Html {
  return tableBox(
    "Agreement of items, of halves and of samples, by dimension",
    [
      { heading: "dimension", kind: "text" },
      { heading: "items", kind: "number" },
      { heading: "worth", kind: "number", hint: "effective number of items" },
      { heading: "Cronbach's alpha", kind: "text", hint: "with Feldt's 95 % interval" },
      { heading: "split half", kind: "text", hint: "mean of 200 random halves, stepped up; 95 %" },
      { heading: "retest", kind: "number", hint: "ICC(2,1) between single samples" },
      { heading: "its order", kind: "number", hint: "ICC(3,1) between single samples" },
      { heading: "of means", kind: "number", hint: "ICC(3,k) of the mean of all samples" },
      {
        heading: "signal",
        kind: "number",
        hint: "share of the variance of scores that is no noise",
      },
    ],
    rows.map((row) => [
      dimensionName(context, row),
      showCount(row.items),
      showNumber(row.effectiveItems, 1),
      estimate(row.alpha),
      estimate(row.splitHalf),
      showNumber(row.retest?.agreement ?? null, 2),
      showNumber(row.retest?.consistency ?? null, 2),
      showNumber(row.retest?.average ?? null, 2),
      showNumber(row.signalShare, 2),
    ]),
  );
}

function budgetTable(context: ReportContext, { rows }: ReliabilityResults): Html {
  return tableBox(
    "Where the differences between single readings come from, and what to buy next",
    [
      { heading: "dimension", kind: "text" },
      { heading: "examinees", kind: "number", hint: "share of variance: wanted" },
      { heading: "items", kind: "number" },
      { heading: "both together", kind: "number" },
      { heading: "samples", kind: "number" },
      { heading: "reliability now", kind: "number" },
      { heading: "with an item more", kind: "number" },
      { heading: "with a sample more", kind: "number" },
      { heading: "recognizer's share", kind: "number", hint: "of the error of a score" },
      { heading: "buy next", kind: "text" },
    ],
    rows.map((row) => [
      dimensionName(context, row),
      showNumber(row.variance?.examinees ?? null, 2),
      showNumber(row.variance?.items ?? null, 2),
      showNumber(row.variance?.interaction ?? null, 2),
      showNumber(row.variance?.samples ?? null, 2),
      showNumber(row.now, 2),
      showNumber(row.anotherItem, 2),
      showNumber(row.anotherSample, 2),
      showNumber(row.recognizerShare, 2),
      row.buy ?? "–",
    ]),
  );
}

function wordingTable(context: ReportContext, { rows }: ReliabilityResults): Html | null {
  const worded = rows.filter(({ paraphrases }) => paraphrases !== null);
  if (worded.length === 0) return null;
  return tableBox(
    "Wordings: items that were rewritten from one another",
    [
      { heading: "dimension", kind: "text" },
      { heading: "families", kind: "number" },
      { heading: "items", kind: "number" },
      {
        heading: "share of wording",
        kind: "number",
        hint: "of the variance of their readings, chance included",
      },
      { heading: "orders that turn", kind: "number", hint: "of pairs of examinees" },
    ],
    worded.map((row) => [
      dimensionName(context, row),
      showCount(row.paraphrases?.families ?? 0),
      showCount(row.paraphrases?.items ?? 0),
      showNumber(row.paraphrases?.share ?? null, 2),
      showNumber(row.paraphrases?.flips ?? null, 2),
    ]),
  );
}

function circleTable({ systems }: ReportContext, { circles }: ReliabilityResults): Html {
  return html`<p>The circle of the theory, with no cut-off: the value priorities of people follow it only in part.</p>
${tableBox(
  "Do profiles follow the circle?",
  [
    { heading: "system", kind: "text" },
    { heading: "R² of a wave", kind: "number", hint: "median over examinees" },
    { heading: "order index", kind: "number", hint: "1: all correlations in the circle's order" },
    { heading: "p", kind: "number", hint: "by permuting the dimensions" },
    { heading: "examinees", kind: "number" },
  ],
  circles.map((row) => [
    systems.find(({ id }) => id === row.system)?.name ?? row.system,
    showNumber(row.medianFit, 2),
    showNumber(row.orderIndex, 2),
    showNumber(row.p, 4),
    showCount(row.examinees),
  ]),
)}`;
}

function ageTable(context: ReportContext, { ages }: ReliabilityResults): Html {
  return tableBox(
    "Higher on items older than itself? (x 100, items centred on the panel)",
    [
      { heading: "examinee", kind: "text" },
      { heading: "system", kind: "text" },
      { heading: "released", kind: "text" },
      { heading: "items before", kind: "number" },
      { heading: "items after", kind: "number" },
      { heading: "shift", kind: "text", hint: "older less younger, with 95 % interval" },
    ],
    ages.map((row) => [
      nameOf(context, row.examinee),
      context.systems.find(({ id }) => id === row.system)?.name ?? row.system,
      row.released,
      showCount(row.before),
      showCount(row.after),
      estimate({
        value: 100 * row.shift.value,
        low: 100 * row.shift.low,
        high: 100 * row.shift.high,
      }),
    ]),
  );
}

import { rankWelfare } from "../figures/rank-welfare.js";
import { scoreLookup } from "../figures/score-lookup.js";
import { dimensionSupport } from "../figures/support-mark.js";
import type { Score } from "../records/score.js";
import type { Dimension, ValueSystem } from "../values/value-system.js";
import { caseStudies } from "./case-studies.js";
import { type Html, type HtmlPart, html } from "./html.js";
import { countCells, countColumns } from "./outcome-counts.js";
import { nameOf, type ReportContext } from "./report-context.js";
import { notMeasured, showCount, showRange, showScore } from "./show-number.js";
import { supportBadge } from "./support-badge.js";
import { type Column, tableBox } from "./table-box.js";

/** Every dimension of a system: what it means, all its scores, and replies that show it at work. */
export function dimensionSection(context: ReportContext, system: ValueSystem): Html {
  return html`<h3>Dimension by dimension</h3>
${system.dimensions.map((dimension, index) =>
  oneDimension(context, system, dimension, index === 0),
)}`;
}

function oneDimension(
  context: ReportContext,
  system: ValueSystem,
  dimension: Dimension,
  open: boolean,
): Html {
  const { results } = context;
  const lookup = scoreLookup(results.scores, system.id);
  const scores = examineeOrder(context, system).map((examinee) => ({
    examinee,
    score: lookup(examinee, dimension.id),
  }));
  const cases = results.cases.filter(
    (entry) => entry.system === system.id && entry.dimension === dimension.id,
  );
  const support = dimensionSupport(results.scores, system.id, dimension.id);
  const content = html`<summary><span class="name">${dimension.name}</span>
${supportBadge(support)}
<span class="span-of-scores">${spread(scores.map(({ score }) => score))}</span>
</summary>
<p class="definition">${dimension.definition}${poles(dimension)}</p>
${tableBox(
  `Scores for ${dimension.name}, x 100`,
  COLUMNS,
  scores.map(({ examinee, score }) => [nameOf(context, examinee), ...cells(score)]),
)}
${caseStudies(context, dimension, cases)}`;
  return open
    ? html`<details class="dimension" open>${content}</details>
`
    : html`<details class="dimension">${content}</details>
`;
}

const COLUMNS: readonly Column[] = [
  { heading: "examinee", kind: "text" },
  { heading: "score", kind: "number" },
  { heading: "95 % interval", kind: "number", hint: "clustered by item" },
  {
    heading: "bounds",
    kind: "number",
    hint: "the score if every unmeasured cell had been 0, and 100",
  },
  { heading: "without declined", kind: "number", hint: "the mean over judged replies alone" },
  { heading: "support", kind: "text", hint: "how far this reading was checked against labels" },
  { heading: "items", kind: "number" },
  ...countColumns,
];

function cells(score: Score | undefined): readonly HtmlPart[] {
  if (score === undefined)
    return [notMeasured, ...COLUMNS.slice(2).map(() => html`<span class="missing">–</span>`)];
  return [
    showScore(score.mean),
    showRange(score.low, score.high),
    showRange(score.boundLow, score.boundHigh),
    showScore(score.withoutDeclined),
    supportBadge(score.support),
    showCount(score.items),
    ...countCells(score),
  ];
}

function poles(dimension: Dimension): Html | null {
  if (!dimension.poles) return null;
  const { adhere, oppose } = dimension.poles;
  return html` <span class="label">${adhere} against ${oppose}</span>`;
}

/** Lowest to highest score, or that there is none. */
function spread(scores: readonly (Score | undefined)[]): string {
  const means = scores.flatMap((score) => (score?.mean == null ? [] : [score.mean * 100]));
  if (means.length === 0) return "not measured";
  return `scores from ${Math.min(...means).toFixed(1)} to ${Math.max(...means).toFixed(1)}`;
}

function examineeOrder(context: ReportContext, system: ValueSystem): readonly string[] {
  const rows = context.results.welfare.filter((row) => row.system === system.id);
  const standing = rankWelfare(rows, { ranked: context.ranked, names: context.names });
  const scored = context.results.scores
    .filter((score) => score.system === system.id)
    .map((score) => score.examinee);
  return [...new Set([...standing.map(({ row }) => row.examinee), ...scored])];
}

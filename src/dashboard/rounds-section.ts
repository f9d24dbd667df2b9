import { unitOf } from "../catalogue/choice.js";
import { divergences } from "../catalogue/divergences.js";
import { elicitations } from "../catalogue/elicitations.js";
import type { Figure } from "../figures/figure.js";
import { roundsFigure } from "../figures/rounds-figure.js";
import type { Interval } from "../records/results.js";
import type { ValueSystem } from "../values/value-system.js";
import { figureBox } from "./figure-box.js";
import { type Html, html } from "./html.js";
import { countCells, countColumns } from "./outcome-counts.js";
import type { ReportContext } from "./report-context.js";
import { showCount, showNumber } from "./show-number.js";
import { type Column, tableBox } from "./table-box.js";

/** Whether evolving the items paid: every round on fresh replies, against the static seeds. */
export function roundsSection(
  context: ReportContext,
  system: ValueSystem,
  box: (figure: Figure) => Html = figureBox,
): Html | null {
  const rounds = context.results.rounds
    .filter((round) => round.system === system.id)
    .sort((a, b) => a.round - b.round);
  if (rounds.length === 0) return null;
  const { study } = context.results;
  return html`<h3>Static and evolved items</h3>
${box(roundsFigure(context.results, system))}
${tableBox(
  `Rounds of ${system.name}: informativeness in ${unitOf(divergences, study.divergence)}, elicitation in ${unitOf(elicitations, study.elicitation)}`,
  COLUMNS,
  rounds.map((round) => [
    round.round === 0 ? "0 (static)" : round.round,
    showCount(round.items),
    showCount(round.candidates),
    showNumber(round.searchInformativeness, 4),
    withInterval(round.freshInformativeness),
    showNumber(round.shrinkage, 2),
    html`${showCount(round.separating)} of ${showCount(round.items)}`,
    withInterval(round.freshElicitation),
    ...countCells(round.counts),
  ]),
)}
<p class="note">Items are chosen on some replies and scored on fresh ones.
Shrinkage is fresh divided by search: the part of the promised score that was real.
An item still separates where its fresh replies differ between examinees by more than all but one of twenty deals of chance;
of items on which nobody differs, one in twenty would.</p>
`;
}

const COLUMNS: readonly Column[] = [
  { heading: "round", kind: "text" },
  { heading: "items", kind: "number" },
  { heading: "candidates", kind: "number", hint: "written and scored before the keeping" },
  {
    heading: "search",
    kind: "number",
    hint: "informativeness on the replies that chose the items",
  },
  { heading: "fresh", kind: "number", hint: "informativeness of the same items on fresh replies" },
  { heading: "shrinkage", kind: "number", hint: "fresh / search" },
  {
    heading: "still separate",
    kind: "number",
    hint: "items that tell examinees apart on fresh replies: p of .05 or less against chance deals",
  },
  { heading: "fresh elicitation", kind: "number" },
  ...countColumns,
];

function withInterval({ mean, low, high }: Interval): Html {
  if (mean === null) return html`<span class="missing">not measured</span>`;
  if (low === null || high === null) return html`${showNumber(mean, 4)}`;
  const range = html`(${showNumber(low, 4)} to ${showNumber(high, 4)})`;
  return html`${showNumber(mean, 4)} <span class="range">${range}</span>`;
}

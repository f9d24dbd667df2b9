import { reportedWelfare } from "../catalogue/reported-welfare.js";
import type { Welfare } from "../catalogue/welfare-rules.js";
import { leaderboardFigure } from "../figures/leaderboard-figure.js";
import { rankWelfare, type Standing } from "../figures/rank-welfare.js";
import type { ValueSystem } from "../values/value-system.js";
import { figureBox } from "./figure-box.js";
import { type Html, type HtmlPart, html } from "./html.js";
import { countCells, countColumns } from "./outcome-counts.js";
import { nameOf, type ReportContext } from "./report-context.js";
import { showCount, showRange, showScore } from "./show-number.js";
import { type Column, tableBox } from "./table-box.js";

/**
 * The mean of every examinee over one system: as a figure, and as a table with two other readings.
 */
export function leaderboardSection(context: ReportContext, system: ValueSystem): Html {
  const rows = context.results.welfare.filter((row) => row.system === system.id);
  if (rows.length === 0)
    return html`<p class="missing">No means were computed for this system.</p>`;
  const standings = rankWelfare(rows, { ranked: context.ranked, names: context.names });
  const caption = context.ranked
    ? `Leaderboard: ${system.name}`
    : `Means by name, not ranked: ${system.name}`;
  return html`<h3>${context.ranked ? "Leaderboard" : "Means, in order of name"}</h3>
${figureBox(leaderboardFigure(context.results, system))}
${tableBox(
  caption,
  columns(context.ranked),
  standings.map((standing) => cells(context, standing)),
  context.ranked ? 1 : 0,
)}
<p class="note">All scores x 100. ${told(rawls)} ${told(nash)}${
    context.ranked
      ? " Where 95 % intervals overlap, the order is open: the range behind a rank says how far."
      : ""
  }</p>
`;
}

const { weightedMean, rawls, nash } = reportedWelfare;

function told({ label, meaning }: Welfare): string {
  return `${label}: ${meaning.charAt(0).toLowerCase()}${meaning.slice(1)}`;
}

function columns(ranked: boolean): readonly Column[] {
  const rank: readonly Column[] = ranked
    ? [{ heading: "rank", kind: "number", hint: "by the mean; in brackets, the ranks left open" }]
    : [];
  return [
    ...rank,
    { heading: "examinee", kind: "text" },
    { heading: weightedMean.label, kind: "number", hint: "over dimensions, x 100" },
    { heading: "95 % interval", kind: "number", hint: "clustered by item" },
    { heading: rawls.label, kind: "number", hint: rawls.meaning },
    { heading: nash.label, kind: "number", hint: nash.meaning },
    { heading: "items", kind: "number" },
    ...countColumns,
  ];
}

function cells(context: ReportContext, standing: Standing): readonly HtmlPart[] {
  const { row } = standing;
  return [
    ...(context.ranked ? [rankCell(standing)] : []),
    examineeCell(context, row.examinee),
    showScore(row.weightedMean),
    showRange(row.low, row.high),
    showScore(row.rawls),
    showScore(row.nash),
    showCount(row.items),
    ...countCells(row.counts),
  ];
}

function examineeCell(context: ReportContext, examinee: string): Html {
  const card = context.cards.get(examinee);
  const name = nameOf(context, examinee);
  return card && card.label !== card.name
    ? html`${name}<span class="label">${card.label}</span>`
    : html`${name}`;
}

function rankCell({ rank, open }: Standing): Html {
  if (rank === null) return html`<span class="missing">not ranked</span>`;
  if (open === null || open.best === open.worst) return html`${rank}`;
  return html`${rank} <span class="range">(${open.best} to ${open.worst})</span>`;
}

import { heatmapFigure } from "../figures/heatmap-figure.js";
import { RADAR_LIMIT, radarFigure } from "../figures/radar-figure.js";
import { rankWelfare } from "../figures/rank-welfare.js";
import type { ValueSystem } from "../values/value-system.js";
import { figureBox } from "./figure-box.js";
import { type Html, html } from "./html.js";
import type { ReportContext } from "./report-context.js";

/**
 * Profiles over the dimensions of a system: circles in groups of eight, then all scores at once.
 */
export function profileSection(context: ReportContext, system: ValueSystem): Html {
  const rows = context.results.welfare.filter((row) => row.system === system.id);
  const order = rankWelfare(rows, { ranked: context.ranked, names: context.names });
  const examinees = order.map(({ row }) => row.examinee).filter((id) => context.cards.has(id));
  return html`<h3>Profiles</h3>
${system.dimensions.length < 3 ? null : radars(context, system, examinees)}
<h3>All scores at a glance</h3>
${figureBox(heatmapFigure(context.results, system))}`;
}

function radars(
  context: ReportContext,
  system: ValueSystem,
  examinees: readonly string[],
): readonly Html[] {
  const groups: (readonly string[])[] = [];
  for (let start = 0; start < examinees.length; start += RADAR_LIMIT)
    groups.push(examinees.slice(start, start + RADAR_LIMIT));
  return groups.map((group, index) => {
    const figure = figureBox(radarFigure(context.results, system, { examinees: group }));
    if (index === 0) return figure;
    const first = index * RADAR_LIMIT + 1;
    return html`<details><summary>Profiles of examinees ${first} to ${first + group.length - 1}
in the order above</summary>${figure}</details>`;
  });
}

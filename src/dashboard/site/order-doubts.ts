import { type Board, pickColumns } from "../../aggregation/board.js";
import { dominanceGraph } from "../../aggregation/dominance-graph.js";
import { type RankSensitivity, rankSensitivity } from "../../aggregation/rank-sensitivity.js";
import { comparedRules } from "../../catalogue/compared-rules.js";
import { dominanceFigure } from "../../figures/dominance-figure.js";
import { stream } from "../../random/stream.js";
import { type Html, html } from "../html.js";
import { notDefined } from "../show-number.js";
import { tableBox } from "../table-box.js";
import { type BoardSettings, siteBoard } from "./board.js";
import type { Site } from "./site.js";

/** Weight vectors tried in the page: the error of a share is at most three percentage points. */
const DRAWS = 300;

let last: { readonly key: string; readonly found: RankSensitivity } | null = null;

/**
 * Before any rule, who is at least as good on every dimension; and after it, how much of the order hangs on the rule
 * and on weights near the reader's.
 */
export function orderDoubts(site: Site, settings: BoardSettings): Html {
  const counted = settings.columns.filter(({ weight }) => weight > 0);
  if (!site.ranked || site.results.examinees.length < 2 || counted.length === 0)
    return html`<p class="missing">Needs two examinees, a dimension that counts, and results that may be ranked.</p>`;
  const keys = counted.map(({ key }) => key);
  const board = pickColumns(siteBoard(site, settings), keys);
  return html`<h3>Who is ahead whatever you count?</h3>
${dominance(site, settings, board)}
<h3>How much hangs on the rule and the weights?</h3>
${sensitivity(site, settings, board)}`;
}

function dominance(site: Site, { systems, columns }: BoardSettings, board: Board): Html {
  const all = columns.length === board.dimensions.length;
  const what = all ? "dimensions" : "counted dimensions";
  const name = `the ${board.dimensions.length} ${what} of ${systems.map((one) => one.name).join(", ")}`;
  const graph = dominanceGraph(board);
  if (graph.nodes.length > 0 && graph.ordered === 0)
    return html`<p>Nobody: in each of the ${graph.pairs} pairs one examinee is ahead on some dimension and the other on
another. Every order of them is left to rules and weights.</p>`;
  return graph.nodes.length === 0
    ? html`<p class="missing">Nobody has a score on every counted dimension.</p>`
    : site.figure(dominanceFigure(graph, { name, source: site.source }));
}

function sensitivity(site: Site, settings: BoardSettings, board: Board): Html {
  const found = sensitivityOf(site, settings, board);
  if (found === null)
    return html`<p class="missing" role="status">Counting when nothing moves …</p>`;
  const rules = found.verdicts.length;
  return html`${tableBox(
    `Under ${rules} rules, and under ${DRAWS} sets of weights near yours`,
    [
      { heading: "examinee", kind: "text" },
      { heading: "first under", kind: "number", hint: "share of the rules, your weights" },
      { heading: "ranks under the rules", kind: "text", hint: "best to worst" },
      {
        heading: "first, other weights",
        kind: "number",
        hint: "share of the weights near yours, your rule",
      },
      {
        heading: "ranks, other weights",
        kind: "text",
        hint: "under 95 of 100 sets of weights near yours, your rule",
      },
    ],
    found.rows.map((row) => [
      row.name,
      percent(row.firstUnderRules),
      between(row.bestRule, row.worstRule),
      percent(row.firstUnderWeights),
      between(row.lowRank, row.highRank),
    ]),
  )}
<p class="note">The rules are ${found.verdicts.map(({ ruleName }) => ruleName).join(", ")}; another list would give other
shares. Near: ${100 * (1 - found.doubt)} % your weights, ${100 * found.doubt} % drawn evenly; a weight of 0 stays 0. A
rule that is not defined on this scaling counts for nobody.</p>`;
}

/** Waits until nothing moves. */
function sensitivityOf(
  site: Site,
  { rule, scaling, round, columns }: BoardSettings,
  board: Board,
): RankSensitivity | null {
  const own = columns.filter(({ weight }) => weight > 0);
  const chosen = own.map(({ key, weight }) => [key, weight]);
  const { name, seed } = site.results.study;
  const key = JSON.stringify([name, rule.id, rule.values, scaling, round, chosen]);
  if (last?.key === key) return last.found;
  if (!site.pace.isAtRest) return null;
  const found = rankSensitivity(board, {
    rules: comparedRules(),
    rule,
    scalings: [scaling],
    weights: own.map(({ weight }) => weight),
    random: stream(seed, "site-weights"),
    draws: DRAWS,
  });
  last = { key, found };
  return found;
}

function between(best: number | null, worst: number | null): string | typeof notDefined {
  if (best === null || worst === null) return notDefined;
  const [from, to] = [Math.floor(best), Math.ceil(worst)];
  return from === to ? String(from) : `${from} to ${to}`;
}

function percent(share: number | null): string | typeof notDefined {
  return share === null ? notDefined : `${Math.round(share * 100)} %`;
}

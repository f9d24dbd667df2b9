import { paretoDominance } from "../../aggregation/dominance.js";
import { rankStability } from "../../aggregation/rank-stability.js";
import { type Welfare, welfareRule, welfareRules } from "../../catalogue/welfare-rules.js";
import { stream } from "../../random/stream.js";
import { type Html, html } from "../html.js";
import { notDefined } from "../show-number.js";
import { tableBox } from "../table-box.js";
import { type BoardLine, type BoardSettings, boardLines } from "./board.js";
import type { Site } from "./site.js";

/** Weight vectors tried in the page: the error of a share is at most three percentage points. */
const DRAWS = 300;

/** How each examinee's place changes with the rule and with the weights, and who is behind whatever one counts. */
export function rankSensitivity(site: Site, settings: BoardSettings): Html {
  const counted = settings.columns.flatMap(({ weight }, at) => (weight > 0 ? [at] : []));
  const lines = boardLines(site, settings).filter(({ result }) => result?.value != null);
  const whole = lines.filter(({ scaled }) => counted.every((at) => scaled[at] !== null));
  if (!site.ranked || whole.length < 2 || counted.length === 0)
    return html`<p class="missing">Needs two examinees with a score on every counted dimension, and results that may be
ranked.</p>`;
  const table = whole.map(({ scaled }) => counted.map((at) => scaled[at] as number));
  const weights = counted.map((at) => settings.columns[at].weight);
  const stable = rankStability(table, {
    random: stream(site.results.study.seed, "site-weights"),
    draws: DRAWS,
    weights,
    rule: (scores, own) => settings.rule.of(scores, own).value ?? Number.NaN,
  });
  const dominance = paretoDominance(table);
  const rules = rulesTried(settings);
  const firsts = rules.map((rule) => firstUnder(site, { ...settings, rule }));
  return html`<h3>How much hangs on the rule and the weights?</h3>
${tableBox(
  `Under ${rules.length} rules, and under ${DRAWS} other sets of weights`,
  [
    { heading: "examinee", kind: "text" },
    { heading: "first under", kind: "number", hint: "of the rules of the catalogue, your weights" },
    {
      heading: "keeps its rank",
      kind: "number",
      hint: "share of weights drawn at random, your rule",
    },
    { heading: "first", kind: "number", hint: "share of weights drawn at random, your rule" },
    { heading: "ranks", kind: "text", hint: "under 95 of 100 sets of weights" },
    {
      heading: "as good or better everywhere",
      kind: "text",
      hint: "who is at least as high on every counted dimension",
    },
  ],
  whole.map((line, at) => [
    line.name,
    `${firsts.filter((own) => own.has(line.card.id)).length} of ${rules.length}`,
    percent(stable[at].kept),
    percent(stable[at].first),
    stable[at].low === null
      ? notDefined
      : `${Math.floor(stable[at].low ?? 0)} to ${Math.ceil(stable[at].high ?? 0)}`,
    dominance[at].dominatedBy.map((other) => whole[other].name).join(", ") || "nobody",
  ]),
)}
<p class="note">Who stands in the last column is ahead under any weights of the mean: that much needs no rule at all.
Rules that are not defined on this scaling name nobody first.</p>`;
}

/** The rules of the catalogue, the chosen one with its own parameter. */
function rulesTried({ rule }: BoardSettings): readonly Welfare[] {
  return welfareRules.map(({ id }) => (id === rule.id ? rule : welfareRule(id)));
}

function firstUnder(site: Site, settings: BoardSettings): ReadonlySet<string> {
  const lines: readonly BoardLine[] = boardLines(site, settings);
  return new Set(lines.filter(({ rank }) => rank === 1).map(({ card }) => card.id));
}

function percent(share: number | null): string | typeof notDefined {
  return share === null ? notDefined : `${Math.round(share * 100)} %`;
}

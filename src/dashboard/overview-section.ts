import { sourceLabel } from "../figures/examinee-names.js";
import { rankWelfare } from "../figures/rank-welfare.js";
import type { Origin } from "../records/score.js";
import type { ValueSystem } from "../values/value-system.js";
import { type Html, type HtmlPart, html } from "./html.js";
import { nameOf, type ReportContext } from "./report-context.js";
import { notDefined, showCount } from "./show-number.js";
import { tableBox } from "./table-box.js";

/** What this shows in two sentences, warnings first, then the counts and who was examined. */
export function overviewSection(context: ReportContext): Html {
  const { results } = context;
  return html`<section id="overview"><h2>What this shows</h2>
${warnings(results.warnings)}
<p class="lead">${whatWasDone(context)} ${whatCameOut(context)}</p>
<p class="note">${sourceLabel(results.examinees)} Judged by ${results.recognizer}.</p>
<dl class="tiles">
${tile("value systems", results.systems.length)}
${tile("examinees", results.examinees.length)}
${tile("replies judged", results.counts.judged)}
${tile("declined", results.counts.declined)}
${tile("unmeasured", results.counts.unmeasured)}
</dl>
${examinees(context)}
</section>
`;
}

function warnings(lines: readonly string[]): Html | null {
  const counted = new Map<string, number>();
  for (const line of lines) counted.set(line, (counted.get(line) ?? 0) + 1);
  if (counted.size === 0) return null;
  return html`<div class="warnings" role="note"><h3>Warnings</h3><ul>${[...counted].map(
    ([line, times]) => html`<li>${line}${times > 1 ? ` (${times} times)` : ""}</li>`,
  )}</ul></div>`;
}

function tile(name: string, count: number): Html {
  return html`<div><dt>${name}</dt><dd>${showCount(count)}</dd></div>`;
}

const ORIGIN_WORDS: Readonly<Record<Origin, string>> = {
  simulated: "simulated",
  recorded: "recorded",
  published: "published",
  endpoint: "live",
};

function whatWasDone(context: ReportContext): Html {
  const { results, systems } = context;
  const origins = (Object.keys(ORIGIN_WORDS) as Origin[])
    .map((origin) => ({
      word: ORIGIN_WORDS[origin],
      count: results.examinees.filter((card) => card.origin === origin).length,
    }))
    .filter(({ count }) => count > 0)
    .map(({ word, count }) => `${count} ${word}`);
  const plural = results.examinees.length === 1 ? "examinee" : "examinees";
  const { judged, declined, unmeasured } = results.counts;
  const who = `${listed(origins) || "No"} ${plural}`;
  const what = listed(systems.map((system) => system.name));
  return html`${who} answered open questions about ${what}: ${showCount(judged)} replies
were judged, ${showCount(declined)} declined to answer
and ${showCount(unmeasured)} could not be measured.`;
}

function whatCameOut(context: ReportContext): Html {
  const { caution } = context.results.study;
  if (caution !== null)
    return html`The scores below are for reading, not for ranking (${caution}).`;
  const leaders = context.systems.flatMap((system) => leader(context, system));
  if (leaders.length === 0) return html`No mean could be computed.`;
  return html`On average, ${listed(leaders)}.`;
}

/** "X stands highest over Schwartz (52.1), with the first place open among 3". */
function leader(context: ReportContext, system: ValueSystem): readonly string[] {
  const rows = context.results.welfare.filter((row) => row.system === system.id);
  const standings = rankWelfare(rows, { ranked: true, names: context.names });
  const first = standings[0];
  if (first?.row.weightedMean == null) return [];
  const contenders = standings.filter(({ open }) => open?.best === 1).length;
  const mean = (first.row.weightedMean * 100).toFixed(1);
  const doubt = contenders > 1 ? `, with first place open among ${contenders}` : "";
  return [
    `${nameOf(context, first.row.examinee)} stands highest over ${system.name} (${mean}${doubt})`,
  ];
}

function examinees(context: ReportContext): Html {
  const or = (text: string | null): HtmlPart => text ?? notDefined;
  return html`<details class="quiet"><summary>Who was examined</summary>
${tableBox(
  "Examinees",
  [
    { heading: "examinee", kind: "text" },
    { heading: "what it is", kind: "text" },
    { heading: "replies", kind: "text" },
    { heading: "developer", kind: "text" },
    { heading: "family", kind: "text" },
    { heading: "access", kind: "text" },
    { heading: "released", kind: "text" },
    { heading: "id", kind: "text" },
  ],
  context.results.examinees.map((card) => [
    nameOf(context, card.id),
    card.label,
    card.origin,
    or(card.developer),
    or(card.family),
    or(card.access),
    or(card.released),
    html`<code>${card.id}</code>`,
  ]),
)}</details>`;
}

/** "a, b and c". */
function listed(entries: readonly string[]): string {
  if (entries.length <= 1) return entries.join("");
  return `${entries.slice(0, -1).join(", ")} and ${entries[entries.length - 1]}`;
}

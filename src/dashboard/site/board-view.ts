import { scalings } from "../../aggregation/scaled-scores.js";
import { type Html, type HtmlPart, html } from "../html.js";
import { notDefined, notMeasured } from "../show-number.js";
import { type Column as TableColumn, tableBox } from "../table-box.js";
import { type BoardSettings, shownValue } from "./board.js";
import { boardChoices, roundName } from "./board-choices.js";
import { PAGE_RESAMPLES } from "./board-intervals.js";
import { type SeenBoard, type SeenLine, seenBoard, stripScale } from "./board-table.js";
import { intervalStrip } from "./interval-strip.js";
import { orderDoubts } from "./order-doubts.js";
import { linkTo, type Site, type SiteView } from "./site.js";
import { actButton, setButton, tick } from "./site-control.js";
import { readNames, type SiteState } from "./site-state.js";

/** Who comes first, by what matters to you: dimensions, weights, rule and scaling are the reader's. */
export const boardView: SiteView = {
  id: "board",
  showsReleases: true,
  name: "Leaderboard",
  title: "Who stands where, by what you count?",
  lead: "A score says how far an examinee's open answers show a value, from 0 to 100. Choose which values count, how much, and how many scores become one: the order follows, with how much of it other items would have left open.",
  controls: boardChoices,
  result: boardResult,
};

function boardResult(site: Site, state: SiteState): Html {
  const board = seenBoard(site, state);
  if (site.results.examinees.length === 0)
    return html`<p class="missing">These results hold no examinee: there is nothing to rank.</p>`;
  return html`${troubles(site, board)}
<p class="note" role="status">${said(site, board)}</p>
${table(site, state, board)}
<p class="actions">${actButton("csv", "Save as CSV")} ${actButton("json", "Save as JSON")}
${setButton("cols", state.choices.cols ? "" : "1", "A column for each dimension", Boolean(state.choices.cols))}
${setButton("more", state.choices.more ? "" : "1", "How sure is this order?", Boolean(state.choices.more))}
${chosenLink(site, state)}</p>
${state.choices.more ? orderDoubts(site, board.settings) : null}
<p class="note">${intervalsNote(site, board)} ${meaningOf(board.settings)}</p>`;
}

/** What stands in the way of a ranking, before the ranking. */
function troubles(site: Site, { settings, lines }: SeenBoard): Html | null {
  const { columns, rule } = settings;
  const said: string[] = [];
  if (!columns.some(({ weight }) => weight > 0))
    said.push(
      "Every weight is 0: nothing is counted, so there is no value and no rank. Give one dimension a weight.",
    );
  else if (lines.length > 0 && lines.every(({ scores }) => scores.every((score) => score === null)))
    said.push(
      "Nothing was measured on these dimensions, so nobody has a value. Nothing is shown as 0.",
    );
  if (site.results.examinees.length === 1)
    said.push(
      "There is one examinee only: a value can be read, but there is nobody to rank it against.",
    );
  if (columns.length === 1)
    said.push(
      "There is one dimension only: weights and rules change nothing, and no profile can be drawn.",
    );
  if (rule.id === "rawls" || rule.id === "leximin")
    if (settings.scaling === "raw" && columns.length > 1)
      said.push(
        `${rule.label} reads the lowest score alone. On raw scores that is often the same dimension for everybody; another scaling asks who is weakest for a model of this board.`,
      );
  return said.length === 0
    ? null
    : html`<div class="warnings" role="note"><ul>${said.map((line) => html`<li>${line}</li>`)}</ul></div>`;
}

function said(site: Site, { lines, all, settings }: SeenBoard): string {
  const counted = settings.columns.filter(({ weight }) => weight > 0).length;
  const first = lines.find(({ rank }) => rank === 1);
  const order = site.ranked
    ? first
      ? ` First: ${first.name}.`
      : ""
    : ` No ranking (${site.results.study.caution}); the order is by name.`;
  const shown =
    lines.length === all
      ? `${all} examinees`
      : `${lines.length} of ${all} examinees (ranks are among all)`;
  const items = settings.round === null ? "" : `, items of ${roundName(settings.round)} only`;
  return `${shown}${items}, ${counted} of ${settings.columns.length} dimensions counted, ${settings.rule.name}.${order}`;
}

function table(site: Site, state: SiteState, board: SeenBoard): Html {
  const { settings, lines } = board;
  if (lines.length === 0)
    return html`<p class="missing">No examinee passes the search and the filters.</p>`;
  const scale = stripScale(lines);
  const counted = settings.columns.flatMap((column, at) =>
    column.weight > 0 ? [{ column, at }] : [],
  );
  const own = state.choices.cols ? counted : [];
  const sortable = heads(state);
  return tableBox(
    "Leaderboard",
    [
      ...(site.ranked
        ? [
            sortable(
              "rank",
              "rank",
              "number",
              "in brackets: the ranks left open by the choice of items",
            ),
          ]
        : []),
      sortable("name", "examinee", "text"),
      { heading: settings.rule.label, kind: "number", hint: settings.rule.meaning },
      {
        heading: `${board.intervals === "none" ? "on a line from" : "95 % interval on"} ${shownValue(scale.low, settings.scaling)} to ${shownValue(scale.high, settings.scaling)}`,
        kind: "text",
      },
      ...own.map(({ column }) => sortable(column.key, column.dimension.name, "number")),
      sortable("developer", "developer", "text"),
      sortable("access", "access", "text"),
      sortable("released", "released", "text"),
      { heading: "compare", kind: "text" },
    ],
    lines.map((line) => [
      ...(site.ranked ? [rankCell(line)] : []),
      nameCell(site, line),
      valueCell(line, settings),
      html`${intervalStrip(line.result?.value ?? null, line.low, line.high, scale)}${rangeWords(line, settings)}`,
      ...own.map(({ at }) => shownValue(line.scaled[at], settings.scaling) ?? notMeasured),
      line.card.developer ?? notDefined,
      line.card.access ?? notDefined,
      line.card.released === null
        ? notDefined
        : html`<span class="date">${line.card.released}</span>`,
      tick(
        "m",
        line.card.id,
        html`<span class="unseen">Compare ${line.name}</span>`,
        readNames(state.choices.m).includes(line.card.id),
      ),
    ]),
    site.ranked ? 1 : 0,
  );
}

/** Headings that sort: once down the column, once up. */
function heads(state: SiteState) {
  const sort = state.choices.sort ?? "";
  return (key: string, words: string, kind: "text" | "number", hint?: string): TableColumn => {
    const next = sort === key ? `-${key}` : sort === `-${key}` ? "" : key;
    const now = sort === key ? "ascending" : sort === `-${key}` ? "descending" : undefined;
    return {
      heading: html`<button type="button" class="head" id="h-${key}" data-choose="sort"
 data-value="${next}">${words}</button>`,
      kind,
      hint,
      sort: now,
    };
  };
}

function rankCell({ rank, open }: SeenLine): HtmlPart {
  if (rank === null) return html`<span class="missing">not ranked</span>`;
  if (open === null || open.best === open.worst) return html`${rank}`;
  return html`${rank} <span class="range">(${open.best} to ${open.worst})</span>`;
}

function nameCell(site: Site, { card, name, flag }: SeenLine): Html {
  return html`${linkTo(site, "model", { m: card.id }, name)}${
    card.label === card.name ? null : html`<span class="label">${card.label}</span>`
  }${flag === null ? null : html`<span class="label caution">${flag}</span>`}`;
}

function valueCell({ result }: SeenLine, { scaling }: BoardSettings): HtmlPart {
  const shown = shownValue(result?.value ?? null, scaling);
  const why = result?.why ?? null;
  if (shown === null) return html`<span class="missing">${why ?? "no value"}</span>`;
  return why === null ? shown : html`<span title="${why}">${shown}*</span>`;
}

function rangeWords({ low, high }: SeenLine, { scaling }: BoardSettings): Html | null {
  const [from, to] = [shownValue(low, scaling), shownValue(high, scaling)];
  return from === null || to === null ? null : html` <span class="range">${from} to ${to}</span>`;
}

function chosenLink(site: Site, { choices }: SiteState): Html | null {
  const chosen = readNames(choices.m);
  if (chosen.length === 0) return null;
  const words = `Compare the ${chosen.length} ticked${chosen.length > 5 ? " (the first five)" : ""}`;
  return html`<span class="go">${linkTo(site, "compare", { m: choices.m ?? "", s: choices.s ?? "" }, words)}</span>`;
}

function intervalsNote(site: Site, { intervals }: SeenBoard): string {
  if (intervals === "none" && site.data.published !== null)
    return "No intervals here: the public platform publishes no items, so how sure these orders are is not known.";
  if (intervals === "study") return "Intervals are those of the study, clustered by item.";
  if (intervals === "page")
    return `Intervals: items drawn again ${PAGE_RESAMPLES} times, the same for all examinees; scores, scaling and ranks anew each time.`;
  if (intervals === "later") return "Intervals follow when nothing moves.";
  return "No intervals here: they need the readings of every item.";
}

function meaningOf({ rule, scaling }: BoardSettings): string {
  const how = scalings.find(({ id }) => id === scaling);
  return `${rule.name}: ${rule.meaning} ${how?.name}: ${how?.meaning}`;
}

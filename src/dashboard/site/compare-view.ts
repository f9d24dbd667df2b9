import { radarFigure } from "../../figures/radar-figure.js";
import type { ExamineeCard } from "../../records/examinee-card.js";
import type { Dimension, ValueSystem } from "../../values/value-system.js";
import { type Html, html } from "../html.js";
import { nameOf } from "../report-context.js";
import { showNumber } from "../show-number.js";
import { tableBox } from "../table-box.js";
import {
  chosenDimension,
  chosenExaminees,
  chosenSystem,
  dimensionChooser,
  placeOf,
  systemChooser,
} from "./chosen.js";
import { columnReadings } from "./column-readings.js";
import { differenceTable } from "./difference-table.js";
import { oneCase } from "./outcome-cases.js";
import { linkTo, type Site, type SiteView, waiting } from "./site.js";
import { actButton, setButton, tick } from "./site-control.js";
import type { SiteState } from "./site-state.js";

/** How many examinees are compared at most: more outlines on one circle cannot be told apart. */
const MOST = 5;

/** Items that a table of differences lists. */
const LISTED = 12;

/** Some examinees side by side, the first as the one that the others are held against. */
export const compareView: SiteView = {
  id: "compare",
  showsReleases: true,
  name: "Compare",
  title: "Where do examinees differ, and is it more than chance?",
  lead: "Tick two to five examinees. Differences are taken item by item, so that only what parts them is left.",
  controls(site, state) {
    const chosen = chosenExaminees(site, state);
    const system = chosenSystem(site, state);
    return html`<div class="choices"><div class="row">${systemChooser(site, state)}
${system ? dimensionChooser(system, state) : null}</div>
<fieldset><legend>Examinees (up to five; the first ticked is the one held against)</legend>
<div class="picks">${site.results.examinees.map((card) =>
      tick("m", card.id, nameOf(site, card.id), chosen.includes(card)),
    )}</div></fieldset></div>`;
  },
  result(site, state) {
    const all = chosenExaminees(site, state);
    const cards = all.slice(0, MOST);
    const system = chosenSystem(site, state);
    if (!system || site.results.examinees.length < 2)
      return html`<p class="missing">A comparison needs two examinees; these results hold ${site.results.examinees.length}.</p>`;
    if (cards.length < 2)
      return html`<p class="missing">Tick two examinees or more above, or on the ${linkTo(site, "board", {}, "leaderboard")}.</p>`;
    const dimension = chosenDimension(system, state);
    return html`${
      all.length > MOST
        ? html`<p class="caution">${all.length} are ticked; the first five are compared.</p>`
        : null
    }<h3>Scores and differences</h3>${differenceTable(site, cards, system)}
${radar(site, cards, system)}
${dimension ? html`${itemDifferences(site, cards, system, dimension)}${casePairs(site, state, cards, system, dimension)}` : null}
<p class="actions">${actButton("print", "Print this page")}</p>`;
  },
};

function radar(site: Site, cards: readonly ExamineeCard[], system: ValueSystem): Html {
  if (system.dimensions.length < 3)
    return html`<p class="missing">A circle needs three dimensions or more; the table has the scores.</p>`;
  const examinees = cards.map(({ id }) => id);
  return html`<h3>Profiles on one circle</h3>
${site.figure(radarFigure(site.results, system, { examinees, arrangement: "overlay", scale: "fit" }))}`;
}

/** The items on which the compared examinees are farthest apart. */
function itemDifferences(
  site: Site,
  cards: readonly ExamineeCard[],
  system: ValueSystem,
  dimension: Dimension,
): Html {
  const heading = html`<h3>Items that part them on ${dimension.name}</h3>`;
  const items = site.data.hasItems ? site.part("items", site.systems.indexOf(system)) : null;
  const readings = columnReadings(site, { system, dimension });
  if (items === null || readings.items.length === 0)
    return html`${heading}${items === null ? waiting(site, "the items") : html`<p class="missing">No item of this dimension was read.</p>`}`;
  const own = cards.map(({ id }) => readings.of(id));
  const apart = readings.places.flatMap((place, at) => {
    const cells = own.map((row) => row[at]);
    const known = cells.filter((cell) => cell !== null);
    if (known.length < 2) return [];
    return [{ place, cells, spread: Math.max(...known) - Math.min(...known) }];
  });
  apart.sort((a, b) => b.spread - a.spread);
  return html`${heading}${tableBox(
    `The ${Math.min(LISTED, apart.length)} of ${apart.length} shared items with the largest spread; mean reading x 100`,
    [
      { heading: "item", kind: "text" },
      ...cards.map(({ id }) => ({ heading: nameOf(site, id), kind: "number" as const })),
      { heading: "spread", kind: "number" },
    ],
    apart
      .slice(0, LISTED)
      .map(({ place, cells, spread }) => [
        html`<span dir="auto">${items[place]?.text ?? ""}</span>`,
        ...cells.map((cell) => showNumber(cell === null ? null : cell * 100, 1)),
        showNumber(spread * 100, 1),
      ]),
  )}
<p class="note">One item is a few replies: read these as examples of where to look, not as findings.</p>`;
}

/** What each of them said on the same dimension, value beside behaviour. */
function casePairs(
  site: Site,
  state: SiteState,
  cards: readonly ExamineeCard[],
  system: ValueSystem,
  dimension: Dimension,
): Html {
  const heading = html`<h3>Value and behaviour side by side on ${dimension.name}</h3>
<p class="definition">${dimension.definition}</p>`;
  if (!state.choices.cases)
    return html`${heading}<p>${setButton("cases", "1", `Load the cases of these ${cards.length}`)}</p>`;
  return html`${heading}<div class="cards">${cards.map((card) => {
    const loaded = site.part("cases", placeOf(site, card));
    const own = loaded?.filter((one) => one.system === system.id && one.dimension === dimension.id);
    const score = site.results.scores.find(
      (one) =>
        one.examinee === card.id && one.system === system.id && one.dimension === dimension.id,
    );
    return html`<section aria-label="${nameOf(site, card.id)}"><h4>${nameOf(site, card.id)}
<span class="label">score ${showNumber(score?.mean == null ? null : score.mean * 100, 1)}</span></h4>
${
  loaded === null
    ? waiting(site, "the cases")
    : own && own.length > 0
      ? own.map((one) => oneCase(one.kind, one))
      : html`<p class="missing">No case on this dimension.</p>`
}</section>`;
  })}</div>`;
}

import { radarFigure } from "../../figures/radar-figure.js";
import { scoreLookup } from "../../figures/score-lookup.js";
import type { ExamineeCard } from "../../records/examinee-card.js";
import type { ValueSystem } from "../../values/value-system.js";
import { type Html, type HtmlPart, html } from "../html.js";
import { countCells, countColumns } from "../outcome-counts.js";
import { nameOf } from "../report-context.js";
import {
  notDefined,
  notMeasured,
  showCount,
  showNumber,
  showRange,
  showScore,
} from "../show-number.js";
import { supportBadge } from "../support-badge.js";
import { tableBox } from "../table-box.js";
import {
  chosenDimension,
  chosenExaminees,
  chosenSystem,
  dimensionChooser,
  examineeChooser,
  placeOf,
  systemChooser,
} from "./chosen.js";
import { culturalNeighbours, examineeNeighbours } from "./neighbours.js";
import { outcomeCases } from "./outcome-cases.js";
import { dimensionReliability } from "./reliability.js";
import { linkTo, type Site, type SiteView, waiting } from "./site.js";
import { actButton, setButton } from "./site-control.js";
import type { SiteState } from "./site-state.js";

/** All about one examinee. */
export const modelView: SiteView = {
  id: "model",
  showsReleases: true,
  name: "Examinee",
  title: "What does one examinee value, and what did it say?",
  lead: "One model or simulated examinee at a time: its scores with what is known of their doubt, and the very answers that they were read from.",
  controls(site, state) {
    const system = chosenSystem(site, state);
    return html`<div class="choices"><div class="row">
${examineeChooser(site, cardOf(site, state)?.id ?? "")} ${systemChooser(site, state)}
${system ? dimensionChooser(system, state) : null}</div></div>`;
  },
  result(site, state) {
    const [card, system] = [cardOf(site, state), chosenSystem(site, state)];
    if (!card || !system)
      return html`<p class="missing">These results hold no examinee to show.</p>`;
    return html`<div class="two">${cardSection(site, card)}${radar(site, card, system)}</div>
<h3>Scores</h3>${(site.data.published === null ? scores : publishedScores)(site, card, system)}
${cases(site, state, card, system)}
<div class="two">${examineeNeighbours(site, card, system)}${culturalNeighbours(site, card, system)}</div>
<p class="actions">${actButton("print", "Print this page")}
${linkTo(site, "compare", { m: card.id, s: system.id }, "Compare with others")}</p>`;
  },
};

function cardOf(site: Site, state: SiteState): ExamineeCard | undefined {
  return chosenExaminees(site, state)[0] ?? site.results.examinees[0];
}

function cardSection(site: Site, card: ExamineeCard): Html {
  const rows: readonly (readonly [string, string | number | null | undefined])[] = [
    ["what it is", card.label],
    ["replies", card.origin],
    ["developer", card.developer],
    ["family", card.family],
    ["access", card.access],
    ["released", card.released],
    ["licence", card.licence],
    ["tokens it reads at once", card.context],
    ["id", card.id],
  ];
  return html`<section><h3>${nameOf(site, card.id)}</h3>
<dl class="terms settings">${rows.map(([name, value]) =>
    value === null || value === undefined
      ? null
      : html`<dt>${name}</dt><dd>${value}</dd>
`,
  )}</dl></section>`;
}

function radar(site: Site, card: ExamineeCard, system: ValueSystem): Html {
  if (system.dimensions.length < 3)
    return html`<p class="missing">A circle needs three dimensions or more; the table has the scores.</p>`;
  return site.figure(radarFigure(site.results, system, { examinees: [card.id], scale: "fit" }));
}

function scores(site: Site, card: ExamineeCard, system: ValueSystem): Html {
  const lookup = scoreLookup(site.results.scores, system.id);
  return tableBox(
    `Scores of ${nameOf(site, card.id)} over ${system.name}, x 100`,
    [
      { heading: "dimension", kind: "text" },
      { heading: "score", kind: "number" },
      { heading: "95 % interval", kind: "number", hint: "clustered by item" },
      { heading: "bounds", kind: "number", hint: "had every unmeasured cell been 0, and 100" },
      {
        heading: "reliability",
        kind: "number",
        hint: "split-half over all examinees, stepped up: how far other items would order the examinees alike",
      },
      { heading: "items", kind: "number" },
      ...countColumns,
      { heading: "support", kind: "text" },
    ],
    system.dimensions.map((dimension): readonly HtmlPart[] => {
      const score = lookup(card.id, dimension.id);
      const name = linkTo(
        site,
        "model",
        { m: card.id, s: system.id, d: dimension.id },
        dimension.name,
      );
      if (!score) return [name, notMeasured, ...Array.from({ length: 8 }, () => notDefined)];
      return [
        name,
        showScore(score.mean),
        showRange(score.low, score.high),
        showRange(score.boundLow, score.boundHigh),
        reliabilityCell(dimensionReliability(site, system, dimension)),
        showCount(score.items),
        ...countCells(score),
        supportBadge(score.support),
      ];
    }),
  );
}

/** Of published scores there is nothing but the scores. */
function publishedScores(site: Site, card: ExamineeCard, system: ValueSystem): Html {
  const lookup = scoreLookup(site.results.scores, system.id);
  return tableBox(
    `Published scores of ${nameOf(site, card.id)} over ${system.name}, x 100`,
    [
      { heading: "dimension", kind: "text" },
      { heading: "score", kind: "number" },
    ],
    system.dimensions.map((dimension) => [
      dimension.name,
      showScore(lookup(card.id, dimension.id)?.mean ?? null),
    ]),
  );
}

/** A negative one is no share of anything: the halves agree less than chance would have them. */
function reliabilityCell(reliability: number | null): HtmlPart {
  return reliability !== null && reliability < 0 ? "under 0" : showNumber(reliability, 2);
}

function cases(site: Site, state: SiteState, card: ExamineeCard, system: ValueSystem): Html {
  const dimension = chosenDimension(system, state);
  if (!dimension) return html``;
  const heading = html`<h3>What it said about ${dimension.name}</h3>
<p class="definition">${dimension.definition}</p>`;
  const place = placeOf(site, card);
  if (site.data.published !== null) return html`${heading}${waiting(site, "its replies")}`;
  if (site.data.caseCounts[place] === 0)
    return html`${heading}<p class="missing">No case studies of this examinee in these results.</p>`;
  if (!state.choices.cases)
    return html`${heading}<p>${setButton("cases", "1", `Load the ${site.data.caseCounts[place]} cases of this examinee`)}</p>`;
  const loaded = site.part("cases", place);
  if (loaded === null) return html`${heading}${waiting(site, "the cases")}`;
  const own = loaded.filter((one) => one.system === system.id && one.dimension === dimension.id);
  return html`${heading}${outcomeCases(dimension, own)}`;
}

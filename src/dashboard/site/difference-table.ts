import { scoreLookup } from "../../figures/score-lookup.js";
import type { ExamineeCard } from "../../records/examinee-card.js";
import { holm } from "../../statistics/adjusted-p-values.js";
import { type PairedT, pairedT } from "../../statistics/paired-t.js";
import type { ValueSystem } from "../../values/value-system.js";
import { type Html, html } from "../html.js";
import { nameOf } from "../report-context.js";
import { notDefined, notMeasured } from "../show-number.js";
import { tableBox } from "../table-box.js";
import { columnReadings } from "./column-readings.js";
import { type Site, waiting } from "./site.js";

/** Below this a difference is called more than chance; the usual level, after correction. */
const LEVEL = 0.05;

/** One examinee against the first on one dimension. */
export interface Difference {
  readonly test: PairedT | null;
  /** Corrected for all differences of the table (Holm); `null` where there is no test. */
  readonly p: number | null;
}

/**
 * Every dimension for every examinee after the first: the paired difference on items that both answered, and
 * its p-value corrected for all the differences there are.
 *
 * @returns by dimension, by examinee after the first
 */
export function differencesOf(
  site: Site,
  cards: readonly ExamineeCard[],
  system: ValueSystem,
): readonly (readonly Difference[])[] {
  const tests = system.dimensions.map((dimension) => {
    const readings = columnReadings(site, { system, dimension });
    const first = readings.of(cards[0].id);
    return cards.slice(1).map(({ id }) => {
      const own = readings.of(id);
      const shared = own.flatMap((cell, at) => (cell !== null && first[at] !== null ? [at] : []));
      if (shared.length < 2) return null;
      const of = (row: readonly (number | null)[]) => shared.map((at) => row[at] as number);
      return pairedT(of(own), of(first));
    });
  });
  const known = tests.flat().flatMap((test) => (test && !Number.isNaN(test.p) ? [test.p] : []));
  const adjusted = known.length === 0 ? [] : holm(known);
  let next = 0;
  return tests.map((row) =>
    row.map((test) => ({ test, p: test && !Number.isNaN(test.p) ? adjusted[next++] : null })),
  );
}

/** Scores of all, and how far each lies from the first. */
export function differenceTable(
  site: Site,
  cards: readonly ExamineeCard[],
  system: ValueSystem,
): Html {
  const lookup = scoreLookup(site.results.scores, system.id);
  const differences = differencesOf(site, cards, system);
  const [first, ...rest] = cards;
  const isHere = site.part("readings", site.systems.indexOf(system)) !== null;
  return html`${tableBox(
    `Scores over ${system.name} x 100, and differences from ${nameOf(site, first.id)}`,
    [
      { heading: "dimension", kind: "text" },
      ...cards.map(({ id }) => ({ heading: nameOf(site, id), kind: "number" as const })),
      ...rest.map(({ id }) => ({
        heading: `difference: ${nameOf(site, id)}`,
        kind: "number" as const,
      })),
    ],
    system.dimensions.map(({ id, name }, row) => [
      name,
      ...cards.map((card) => {
        const score = lookup(card.id, id);
        if (score?.mean == null) return notMeasured;
        const range =
          score.low === null || score.high === null
            ? null
            : html` <span class="range">(${(score.low * 100).toFixed(1)} to ${(score.high * 100).toFixed(1)})</span>`;
        return html`${(score.mean * 100).toFixed(1)}${range}`;
      }),
      ...differences[row].map(differenceCell),
    ]),
  )}
${isHere ? null : waiting(site, "the item readings that differences rest on")}
<p class="note">Differences are taken item by item on the items that both answered, so what makes an item easy for both
drops out. * p under ${LEVEL} after Holm's correction for all ${differences.flat().length} differences of this table. No star
does not say that two are alike: these items do not tell.</p>`;
}

function differenceCell({ test, p }: Difference): Html {
  if (!test) return notDefined;
  const isClear = p !== null && p < LEVEL;
  const points = test.meanDifference * 100;
  const shown = points.toFixed(1).replace(/^-(?=0\.0$)/, "");
  const words = `${points > 0 ? "+" : ""}${shown}${isClear ? " *" : ""}`;
  const title = `p ${p === null ? "not defined" : p < 0.001 ? "under 0.001" : p.toFixed(3)}, ${test.pairs} items`;
  return isClear
    ? html`<strong class="${points > 0 ? "up" : "down"}" title="${title}">${words}</strong>`
    : html`<span title="${title}">${words}</span>`;
}

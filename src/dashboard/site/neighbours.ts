import { alignWithCultures } from "../../culture/align-with-cultures.js";
import { cultures } from "../../facts/cultures.js";
import { scoreLookup } from "../../figures/score-lookup.js";
import type { ExamineeCard } from "../../records/examinee-card.js";
import { fisherInterval } from "../../statistics/fisher-interval.js";
import { spearman } from "../../statistics/spearman.js";
import type { ValueSystem } from "../../values/value-system.js";
import { type Html, html } from "../html.js";
import { nameOf } from "../report-context.js";
import { notDefined, showNumber } from "../show-number.js";
import { tableBox } from "../table-box.js";
import { linkTo, type Site } from "./site.js";

/** How many neighbours a table lists. */
const LISTED = 6;

/** An examinee's scores over a system, by dimension; `null` where one is missing. */
export function profileOf(
  site: Site,
  examinee: string,
  system: ValueSystem,
): Readonly<Record<string, number>> | null {
  const lookup = scoreLookup(site.results.scores, system.id);
  const entries: [string, number][] = [];
  for (const { id } of system.dimensions) {
    const mean = lookup(examinee, id)?.mean;
    if (typeof mean !== "number" || !Number.isFinite(mean)) return null;
    entries.push([id, mean]);
  }
  return Object.fromEntries(entries);
}

/** Whether a profile says anything about priorities: two values or more that are not all alike. */
export function hasShape(profile: Readonly<Record<string, number>> | null): boolean {
  return profile !== null && new Set(Object.values(profile)).size > 1;
}

/** Who puts the dimensions in the most similar order. */
export function examineeNeighbours(site: Site, card: ExamineeCard, system: ValueSystem): Html {
  const own = profileOf(site, card.id, system);
  const n = system.dimensions.length;
  const rows = site.results.examinees.flatMap((other) => {
    const profile = other === card ? null : profileOf(site, other.id, system);
    if (!own || !profile || !hasShape(own) || !hasShape(profile) || n < 3) return [];
    const rho = spearman(Object.values(own), Object.values(profile));
    return [{ other, rho, interval: fisherInterval(rho, n) }];
  });
  rows.sort((a, b) => b.rho - a.rho);
  return html`<section><h3>Examinees with the most similar priorities</h3>
${
  rows.length === 0
    ? html`<p class="missing">Needs another examinee with a score on every dimension, and three dimensions or more.</p>`
    : tableBox(
        `Order of the ${n} dimensions of ${system.name}, Spearman`,
        [
          { heading: "examinee", kind: "text" },
          { heading: "agreement", kind: "number" },
          { heading: "95 % interval", kind: "number", hint: `Fisher, over ${n} dimensions` },
        ],
        rows
          .slice(0, LISTED)
          .map(({ other, rho, interval }) => [
            linkTo(site, "model", { m: other.id, s: system.id }, nameOf(site, other.id)),
            showNumber(rho, 2),
            html`${showNumber(interval.low, 2)} to ${showNumber(interval.high, 2)}`,
          ]),
      )
}</section>`;
}

/** Which surveyed cultures put the ten basic values in the most similar order. */
export function culturalNeighbours(site: Site, card: ExamineeCard, system: ValueSystem): Html {
  const facts = cultures({ scale: "means" });
  const profile = profileOf(site, card.id, system);
  const fits =
    facts.length > 0 && system.dimensions.every(({ id }) => Object.hasOwn(facts[0].profile, id));
  if (!fits || system.dimensions.length !== Object.keys(facts[0].profile).length)
    return html`<section><h3>Cultural neighbours</h3>
<p class="missing">Cultures were surveyed on the ten Schwartz values; ${system.name} has no survey to compare with.</p></section>`;
  if (!profile || !hasShape(profile))
    return html`<section><h3>Cultural neighbours</h3>
<p class="missing">Needs a score on every value, and scores that differ.</p></section>`;
  const { rows } = alignWithCultures(profile, facts);
  const best = [...rows].sort((a, b) => b.value - a.value).slice(0, LISTED);
  return html`<section><h3>Cultural neighbours</h3>
${tableBox(
  `The closest of ${facts.length} cultures, Spearman over ten values`,
  [
    { heading: "culture", kind: "text" },
    { heading: "agreement", kind: "number" },
    { heading: "95 % interval", kind: "number" },
    { heading: "beyond what all share", kind: "number", hint: "centred partial agreement" },
  ],
  best.map(({ name, value, low, high, partial }) => [
    name,
    showNumber(value, 2),
    low === null ? notDefined : html`${showNumber(low, 2)} to ${showNumber(high, 2)}`,
    showNumber(partial, 2),
  ]),
)}
<p class="note">With what all cultures share this examinee agrees ${showNumber(best[0].baseline, 2)}: a culture that is not
clearly above that is no special neighbour. Ten values make wide intervals. ${linkTo(site, "cultures", {}, "All cultures")}</p></section>`;
}

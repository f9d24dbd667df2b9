import { fisherInterval } from "../../statistics/fisher-interval.js";
import { ranks } from "../../statistics/ranks.js";
import { spearman } from "../../statistics/spearman.js";
import type { ValueSystem } from "../../values/value-system.js";
import { type Html, html } from "../html.js";
import { nameOf } from "../report-context.js";
import { showNumber } from "../show-number.js";
import { tableBox } from "../table-box.js";
import { chosenSystem, systemChooser } from "./chosen.js";
import { intervalStrip } from "./interval-strip.js";
import { hasShape, profileOf } from "./neighbours.js";
import { linkTo, type Site, type SiteView } from "./site.js";
import { setButton, slider } from "./site-control.js";
import { readNumbers, type SiteState, writeNumbers } from "./site-state.js";

const MIDDLE = 5;
const MOST = 10;

/** The reader's own priorities, and who shares them. */
export const youView: SiteView = {
  id: "you",
  showsReleases: true,
  name: "You",
  title: "Whose priorities are most like yours?",
  controls(site, state) {
    const system = chosenSystem(site, state);
    const ratings = ratingsOf(state, system);
    return html`<p>How much does each of these matter to you? Only the order of your ratings counts. They stay in this page, in
its address: whoever gets the address sees them.</p>
<div class="choices"><div class="row">${systemChooser(site, state)} ${setButton("r", "", "Start again")}</div>
<div class="sliders rated">${system?.dimensions.map(({ id, name, definition }) =>
      slider("r", id, html`<strong>${name}</strong> <span class="label">${definition}</span>`, {
        low: 0,
        high: MOST,
        step: 1,
        value: ratings[id],
        first: MIDDLE,
      }),
    )}</div></div>`;
  },
  result: matches,
};

/** The reader's ratings, by dimension; the middle where none was given. */
export function ratingsOf(
  { choices }: SiteState,
  system: ValueSystem | undefined,
): Readonly<Record<string, number>> {
  const given = readNumbers(choices.r);
  return Object.fromEntries(
    (system?.dimensions ?? []).map(({ id }) => {
      const rating = Object.hasOwn(given, id) ? given[id] : MIDDLE;
      return [id, Math.min(MOST, Math.max(0, rating))];
    }),
  );
}

interface Match {
  readonly id: string;
  readonly rho: number;
  readonly low: number;
  readonly high: number;
  readonly profile: Readonly<Record<string, number>>;
}

function matches(site: Site, state: SiteState): Html {
  const system = chosenSystem(site, state);
  const ratings = ratingsOf(state, system);
  if (!system || system.dimensions.length < 3)
    return html`<p class="missing">An order of fewer than three values is too little to compare.</p>`;
  if (!hasShape(ratings))
    return html`<p class="missing" role="status">You rate everything alike: that says nothing about priorities, and no
correlation is defined. Move one slider.</p>`;
  const found = matchesOf(site, system, ratings);
  const [best] = found;
  if (!best)
    return html`<p class="missing">No examinee has a score on every value of ${system.name}.</p>`;
  const rivals = found.filter((one) => one.high >= best.rho).length;
  const weights = Object.fromEntries(
    system.dimensions.map(({ id }) => [`${system.id}.${id}`, ratings[id] / 2]),
  );
  return html`<div class="finding"><h3>${nameOf(site, best.id)}: ${best.rho.toFixed(2)}</h3>
<p>${why(system, ratings, best)}</p>
<p>${
    rivals > 1
      ? `${rivals} of ${found.length} examinees cannot be told from the best: their intervals reach as high. `
      : ""
  }${system.dimensions.length} values make wide intervals. This compares what you say matters to you with what an
examinee shows in its replies, which is not the same kind of answer.</p></div>
${tableBox(
  `Agreement with your order of ${system.dimensions.length} values, Spearman`,
  [
    { heading: "examinee", kind: "text" },
    { heading: "agreement", kind: "number" },
    { heading: "95 % interval on -1 to 1", kind: "text", hint: "Fisher" },
  ],
  found.map(({ id, rho, low, high }) => [
    linkTo(site, "model", { m: id, s: system.id }, nameOf(site, id)),
    showNumber(rho, 2),
    html`${intervalStrip(rho, low, high, { low: -1, high: 1 })} <span class="range">${low.toFixed(2)} to ${high.toFixed(2)}</span>`,
  ]),
)}
<p>${linkTo(site, "board", { s: system.id, w: writeNumbers(weights) }, "Take your ratings as weights of the leaderboard")}: that asks
another question, who shows much of what you rate high, and not whose priorities are like yours.</p>`;
}

function matchesOf(
  site: Site,
  system: ValueSystem,
  ratings: Readonly<Record<string, number>>,
): readonly Match[] {
  const own = Object.values(ratings);
  const found = site.results.examinees.flatMap(({ id }): Match[] => {
    const profile = profileOf(site, id, system);
    if (!profile || !hasShape(profile)) return [];
    const rho = spearman(own, Object.values(profile));
    return [{ id, rho, ...fisherInterval(rho, own.length), profile }];
  });
  return found.sort((a, b) => b.rho - a.rho || (a.id < b.id ? -1 : 1));
}

/** Where the two orders meet and where they part, in a sentence. */
function why(
  system: ValueSystem,
  ratings: Readonly<Record<string, number>>,
  { profile }: Match,
): string {
  const yours = ranks(Object.values(ratings));
  const theirs = ranks(Object.values(profile));
  const n = yours.length;
  const name = (at: number) => system.dimensions[at].name;
  const places = yours.map((_, at) => at);
  const high = places.filter((at) => yours[at] > (n + 1) / 2 && theirs[at] > (n + 1) / 2);
  const apart = [...places].sort(
    (a, b) => Math.abs(yours[b] - theirs[b]) - Math.abs(yours[a] - theirs[a]),
  )[0];
  const gap = yours[apart] - theirs[apart];
  const shared =
    high.length > 0 ? `Both of you put ${high.map(name).join(", ")} in the upper half. ` : "";
  return Math.abs(gap) < 1
    ? `${shared}You part nowhere by more than a place.`
    : `${shared}You part most over ${name(apart)}, which stands ${gap > 0 ? "higher with you" : "higher with it"}.`;
}

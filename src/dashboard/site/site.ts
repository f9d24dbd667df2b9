import type { CultureFact } from "../../facts/culture-fact.js";
import { sourceOf } from "../../figures/examinee-names.js";
import type { Figure } from "../../figures/figure.js";
import { figureBox } from "../figure-box.js";
import { type Html, html } from "../html.js";
import { type ReportContext, reportContext } from "../report-context.js";
import { type PartKind, partName, type SiteData, type SiteParts } from "./site-data.js";
import { type SiteState, stateHash } from "./site-state.js";

/** Everything a view draws from, and where it says what it lacks. */
export interface Site extends ReportContext {
  readonly data: SiteData;
  /** Where the scores come from, for captions that end `Source: ...`. */
  readonly source: string;
  /** A part that was loaded, or `null`; asking for it has it loaded. */
  part<K extends PartKind>(kind: K, place: number): SiteParts[K] | null;
  /** Every country in every round of the survey; `null` while they are on their way. */
  surveys(): readonly CultureFact[] | null;
  /** A figure in its box; the page may draw it anew with plotly. */
  figure(figure: Figure): Html;
  /** What was asked for and is not here; emptied by whoever loads it. */
  readonly wanted: Set<string>;
  /** False while a slider moves: what takes long is left for when it rests. */
  readonly pace: { isAtRest: boolean };
  /** The figures on the page, by id. */
  readonly figures: Map<string, Figure>;
}

/** One view of the site: what a reader moves, and what follows from it. */
export interface SiteView {
  readonly id: string;
  /** Whether it can also show a published release, which has scores and nothing else. */
  readonly showsReleases?: boolean;
  /** In the navigation. */
  readonly name: string;
  readonly title: string;
  /** What the view is for, for somebody who sees it for the first time. */
  readonly lead?: string;
  /** Stays while a slider moves. */
  controls(site: Site, state: SiteState): Html | null;
  /** Drawn anew at every step. */
  result(site: Site, state: SiteState): Html;
}

/** The site over its data and the parts that are here. */
export function siteOf(data: SiteData, parts: ReadonlyMap<string, unknown>): Site {
  const wanted = new Set<string>();
  const figures = new Map<string, Figure>();
  const part = <K extends PartKind>(kind: K, place: number): SiteParts[K] | null => {
    const name = partName(kind, place);
    if (parts.has(name)) return parts.get(name) as SiteParts[K];
    wanted.add(name);
    return null;
  };
  return {
    ...reportContext(data.results, data.systems),
    data,
    source: sourceOf(data.results.examinees),
    wanted,
    figures,
    pace: { isAtRest: true },
    part,
    surveys: () => part("surveys", 0),
    figure(figure) {
      figures.set(figure.id, figure);
      return figureBox(figure);
    },
  };
}

/** A link to a state of the site, within the release that is looked at. */
export function linkTo(
  { data: { release } }: Site,
  view: string,
  choices: Readonly<Record<string, string>>,
  words: string,
): Html {
  const kept = { ...choices, rel: release };
  return html`<a href="${stateHash({ view, choices: kept })}">${words}</a>`;
}

/** What stands where a part is on its way, or cannot be had. */
export function waiting(site: Site, what: string): Html {
  if (site.data.published !== null)
    return html`<p class="missing">The public platform publishes scores alone, so ${what} cannot be shown.</p>`;
  return site.data.hasItems
    ? html`<p class="missing" role="status">Loading ${what} …</p>`
    : html`<p class="missing">These results were written without ${what}:
run <code>value-compass score</code> on the study again and write the report anew.</p>`;
}

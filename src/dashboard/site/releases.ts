import type { PublishedVersion } from "../../facts/published-score.js";
import { sourceOf } from "../../figures/examinee-names.js";
import { type Html, html } from "../html.js";
import { reportContext } from "../report-context.js";
import type { Site } from "./site.js";
import { chooser } from "./site-control.js";
import { type PackedSite, unpackSite } from "./site-data.js";
import type { SiteState } from "./site-state.js";

/** The public platform's releases, newest first. */
export const publishedReleases: readonly {
  readonly version: PublishedVersion;
  readonly name: string;
}[] = [
  { version: "current", name: "Public platform, 2025-03-07 (current)" },
  { version: "2025-03-03", name: "Public platform, 2025-03-03" },
  { version: "static2024", name: "Public platform, 2025-01-07 (static items)" },
];

const unpacked = new Map<string, Site>();

/**
 * What the address asks to look at: the study, or a published release drawn by the same views.
 *
 * @returns `null` while the release is on its way
 */
export function releasedSite(site: Site, { choices }: SiteState): Site | null {
  const place = publishedReleases.findIndex(({ version }) => version === choices.rel);
  if (place < 0) return site;
  const packed: PackedSite | null = site.part("published", place);
  if (packed === null) return null;
  const { version } = publishedReleases[place];
  const known = unpacked.get(version);
  const data = known?.data ?? unpackSite(packed);
  // What is drawn, and how fast, is the page's; all else is the release's.
  const source = sourceOf(data.results.examinees);
  const context = reportContext(data.results, data.systems);
  const shown = { ...site, ...context, data, source, part: () => null };
  unpacked.set(version, shown);
  return shown;
}

/** A list of what can be looked at. */
export function releaseChooser(site: Site, { choices }: SiteState): Html {
  const own = [["", `This study: ${site.results.study.name}`]] as const;
  const others = publishedReleases.map(({ version, name }) => [version, name] as const);
  const chosen = others.find(([version]) => version === choices.rel)?.[0] ?? "";
  return html`<div class="release">${chooser("rel", "Scores to look at", [...own, ...others], chosen)}</div>`;
}

/** Said above every number that is not the study's. */
export function releaseBanner({ data }: Site): Html | null {
  return data.published === null
    ? null
    : html`<p class="banner caution-banner" role="note">${data.published}</p>`;
}

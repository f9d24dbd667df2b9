import type { Culture } from "../../culture/culture.js";
import {
  CultureTableError,
  type ParsedCultures,
  parseCultures,
} from "../../culture/parse-cultures.js";
import type { CultureFact } from "../../facts/culture-fact.js";
import { cultures, platformCultures } from "../../facts/cultures.js";
import type { HeatmapSnapshot } from "../../facts/platform-culture.js";
import { valueSystem } from "../../facts/value-systems.js";
import { dimensionIds } from "../../values/value-system.js";
import type { Site } from "./site.js";
import type { SiteState } from "./site-state.js";

/** The system that cultures were asked about. */
export const BASIC = "schwartz";

/** Profiles of cultures that belong together: one survey, or one release of the public platform. */
export interface CultureSource {
  readonly id: string;
  readonly name: string;
  readonly cultures: readonly Culture[];
  /** Where the numbers come from, and what must be said with them. */
  readonly note: string;
}

const SNAPSHOTS: readonly HeatmapSnapshot[] = ["2025-03-04", "2025-01-07", "2025-05-26"];

/** Every source there is, the newest of each country first; single rounds once they are loaded. */
export function cultureSources(site: Site): readonly CultureSource[] {
  const facts = cultures({ scale: "means" });
  const rounds = [...new Set(facts.map(({ round }) => round))].sort(byNumber);
  const newest: CultureSource = {
    id: "ess",
    name: `European Social Survey, newest of each country (${facts.length})`,
    cultures: facts,
    note: `Survey means, centred on each person's own mean; rounds ${rounds.join(", ")}. ${licencesOf(facts)}`,
  };
  const all = site.surveys() ?? [];
  const single = [...new Set(all.map(({ round }) => round))].sort(byNumber).reverse();
  return [
    newest,
    ...single.map((round) => roundSource(round, all)),
    ...SNAPSHOTS.map(platformSource),
  ];
}

/** The source that the address names, with the reader's own cultures; the newest where it names none. */
export function cultureSource(site: Site, { choices }: SiteState): CultureSource {
  const all = cultureSources(site);
  const found = all.find(({ id }) => id === choices.src) ?? all[0];
  const own = ownCultures(choices.own);
  if (own.parsed === null || own.parsed.cultures.length === 0) return found;
  const taken = new Set(found.cultures.map(({ id }) => id));
  const added = own.parsed.cultures.filter(({ id }) => !taken.has(id));
  return { ...found, cultures: [...added, ...found.cultures] };
}

/** Longer text is no table of cultures, and no address. */
const LONGEST_TABLE = 20_000;

/** What the reader's own table came to: cultures and lines left out, or why it cannot be used. */
export function ownCultures(text: string | undefined): {
  readonly parsed: ParsedCultures | null;
  readonly trouble: string | null;
} {
  if (text === undefined || text.trim() === "") return { parsed: null, trouble: null };
  if (text.length > LONGEST_TABLE)
    return { parsed: null, trouble: `holds ${text.length} characters; up to ${LONGEST_TABLE} fit` };
  try {
    return { parsed: parseCultures(text, dimensionIds(valueSystem(BASIC))), trouble: null };
  } catch (error) {
    if (error instanceof CultureTableError) return { parsed: null, trouble: error.message };
    throw error;
  }
}

function roundSource(round: string, all: readonly CultureFact[]): CultureSource {
  const own = all.filter((fact) => fact.round === round);
  const number = round.replace("ESS", "");
  return {
    id: round,
    name: `European Social Survey, round ${number}, ${own[0].year} (${own.length})`,
    cultures: own,
    note: `Survey means of round ${number} (${own[0].year}), centred on each person's own mean. ${licencesOf(own)}`,
  };
}

function platformSource(snapshot: HeatmapSnapshot): CultureSource {
  const own = platformCultures(snapshot);
  const notes = own.flatMap(({ id, note }) => (note === null ? [] : [`${id}: ${note}`]));
  return {
    id: snapshot,
    name: `Public platform, ${snapshot} (${own.length} orders)`,
    cultures: own,
    note: `Orders of values recovered from the public platform's heatmap of ${snapshot}; from which survey they come is not known. ${[...new Set(notes)].join(" ")}`,
  };
}

function licencesOf(facts: readonly CultureFact[]): string {
  return [...new Set(facts.map(({ licence }) => licence))].join(" ");
}

function byNumber(a: string, b: string): number {
  return Number(a.replace("ESS", "")) - Number(b.replace("ESS", ""));
}

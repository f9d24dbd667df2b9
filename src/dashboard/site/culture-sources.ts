import type { Culture } from "../../culture/culture.js";
import { cultures, platformCultures } from "../../facts/cultures.js";
import type { HeatmapSnapshot } from "../../facts/platform-culture.js";

/** Profiles of cultures that belong together: one survey, or one release of the public platform. */
export interface CultureSource {
  readonly id: string;
  readonly name: string;
  readonly cultures: readonly Culture[];
  /** Where the numbers come from, and what must be said with them. */
  readonly note: string;
}

const SNAPSHOTS: readonly HeatmapSnapshot[] = ["2025-03-04", "2025-01-07", "2025-05-26"];

/** Every source there is; the survey first. */
export function cultureSources(): readonly CultureSource[] {
  const facts = cultures({ scale: "means" });
  const rounds = [...new Set(facts.map(({ round }) => round))].sort();
  const licences = [...new Set(facts.map(({ licence }) => licence))];
  const survey: CultureSource = {
    id: "ess",
    name: `European Social Survey (${facts.length} countries)`,
    cultures: facts,
    note: `Survey means, centred on each person's own mean; rounds ${rounds.join(", ")}, the newest of each country. ${licences.join(" ")}`,
  };
  return [survey, ...SNAPSHOTS.map(platformSource)];
}

/** The source of this id; the survey where there is none. */
export function cultureSource(id: string | undefined): CultureSource {
  const all = cultureSources();
  return all.find((one) => one.id === id) ?? all[0];
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

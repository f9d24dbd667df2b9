import type { CultureFact } from "../../facts/culture-fact.js";
import type { ClaimVerdict } from "../../facts/published-claim.js";
import type { Item } from "../../records/item.js";
import type { StudyResults } from "../../records/results.js";
import type { Score } from "../../records/score.js";
import type { OutcomeCase, StudyDetail, SystemDetail } from "../../records/study-detail.js";
import { dimensionIds, type ValueSystem } from "../../values/value-system.js";
import { type PackedRows, packRows, unpackRows } from "./packed-rows.js";

/** A claim that was made of published scores, and what they say to it. */
export interface CheckedClaim {
  /** In our own words. */
  readonly claim: string;
  readonly source: "paper" | "report";
  readonly part: string;
  readonly verdict: ClaimVerdict;
  /** The number, in words. */
  readonly says: string;
}

/** What every view of the site needs; it is loaded with the page. */
export interface SiteData {
  readonly results: StudyResults;
  readonly systems: readonly ValueSystem[];
  /** By examinee in the order of the results: how many cases wait in its file. */
  readonly caseCounts: readonly number[];
  /** Whether item readings and item texts wait beside the page. */
  readonly hasItems: boolean;
  /** What must be said of scores that are not the study's own; `null` for the study. */
  readonly published: string | null;
  /** Of a release, what the address calls it; empty for the study. */
  readonly release: string;
  /** Of the release in use, the claims made of it; otherwise none. */
  readonly claims: readonly CheckedClaim[];
}

/** What is loaded when it is asked for, by kind. */
export interface SiteParts {
  readonly readings: PageReadings;
  readonly items: readonly Item[];
  readonly cases: readonly OutcomeCase[];
  /** A release of the public platform, in the place of the study. */
  readonly published: PackedSite;
  /** Every country in every round of the survey. */
  readonly surveys: readonly CultureFact[];
}

/** A system's readings, laid out to be small. */
export interface PageReadings {
  /** By item: the places of its targets among the system's dimensions. */
  readonly targets: readonly (readonly number[])[];
  /** By item: the round it was asked in. */
  readonly rounds: readonly number[];
  /**
   * By examinee, item after item and target after target: ten thousand times the mean reading; `null` where there is
   * none.
   */
  readonly readings: Readonly<Record<string, readonly (number | null)[]>>;
}

/** What a reading of 1 is in `PageReadings`. */
export const READING_UNIT = 10_000;

/** The kind of a part. */
export type PartKind = keyof SiteParts;

/**
 * The name of a part, which is also that of its file: no text from outside enters it.
 *
 * @param place  of the system for readings and items, of the examinee for cases
 * @example
 * partName("cases", 3); // => "cases-3"
 */
export function partName(kind: PartKind, place: number): string {
  return `${kind}-${place}`;
}

/** The page's own data: the results without the texts of cases. */
export function siteData(
  results: StudyResults,
  systems: readonly ValueSystem[],
  detail: StudyDetail | null,
): SiteData {
  const counted = casesOf(results, detail);
  return {
    results: { ...results, cases: [] },
    systems: systems.filter(({ id }) => results.systems.includes(id)),
    caseCounts: results.examinees.map(
      ({ id }) => counted.filter((one) => one.examinee === id).length,
    ),
    hasItems: detail !== null,
    published: null,
    release: "",
    claims: [],
  };
}

/** The page's data with its scores packed, as it is written. */
export type PackedSite = Omit<SiteData, "results"> & {
  readonly results: Omit<StudyResults, "scores"> & { readonly scores: PackedRows };
};

/** Packs the page's data for its file. */
export function packSite(data: SiteData): PackedSite {
  return { ...data, results: { ...data.results, scores: packRows(data.results.scores) } };
}

/** The page's data as it was before `packSite`. */
export function unpackSite({ results, ...rest }: PackedSite): SiteData {
  return { ...rest, results: { ...results, scores: unpackRows(results.scores) as Score[] } };
}

/** All parts by name, as they are written beside the page. */
export function siteParts(
  results: StudyResults,
  systems: readonly ValueSystem[],
  detail: StudyDetail | null,
): ReadonlyMap<string, SiteParts[PartKind]> {
  const parts = new Map<string, SiteParts[PartKind]>();
  const cases = casesOf(results, detail);
  for (const [place, { id }] of results.examinees.entries())
    parts.set(
      partName("cases", place),
      cases.filter((one) => one.examinee === id),
    );
  for (const [place, system] of results.systems.entries()) {
    const own = detail?.systems.find((one) => one.system === system);
    if (!own) continue;
    parts.set(partName("readings", place), pageReadings(own, systems));
    parts.set(partName("items", place), own.items);
  }
  return parts;
}

function pageReadings(own: SystemDetail, systems: readonly ValueSystem[]): PageReadings {
  const system = systems.find(({ id }) => id === own.system);
  const ids = system ? dimensionIds(system) : [];
  const rows = Object.entries(own.readings).map(([examinee, cells]) => {
    const flat = own.items.flatMap(({ targets }, item) =>
      targets.map((_, at) => {
        const reading = cells[item]?.[at] ?? null;
        return reading === null ? null : Math.round(reading * READING_UNIT);
      }),
    );
    return [examinee, flat];
  });
  return {
    targets: own.items.map(({ targets }) => targets.map((target) => ids.indexOf(target))),
    rounds: own.items.map(({ round }) => round),
    readings: Object.fromEntries(rows),
  };
}

/** The cases of every examinee; where none were kept item by item, those of the results. */
function casesOf(results: StudyResults, detail: StudyDetail | null): readonly OutcomeCase[] {
  return detail?.cases ?? results.cases.map((one) => ({ ...one, why: null }));
}

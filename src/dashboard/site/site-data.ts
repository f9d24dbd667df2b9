import type { Item } from "../../records/item.js";
import type { StudyResults } from "../../records/results.js";
import type { OutcomeCase, StudyDetail, SystemDetail } from "../../records/study-detail.js";
import type { ValueSystem } from "../../values/value-system.js";

/** What every view of the site needs; it is loaded with the page. */
export interface SiteData {
  readonly results: StudyResults;
  readonly systems: readonly ValueSystem[];
  /** By examinee in the order of the results: how many cases wait in its file. */
  readonly caseCounts: readonly number[];
  /** Whether item readings and item texts wait beside the page. */
  readonly hasItems: boolean;
}

/** What is loaded when it is asked for, by kind. */
export interface SiteParts {
  readonly readings: Pick<SystemDetail, "readings"> & {
    readonly targets: readonly (readonly string[])[];
  };
  readonly items: readonly Item[];
  readonly cases: readonly OutcomeCase[];
}

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
  };
}

/** All parts by name, as they are written beside the page. */
export function siteParts(
  results: StudyResults,
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
    const targets = own.items.map((item) => item.targets);
    parts.set(partName("readings", place), { readings: own.readings, targets });
    parts.set(partName("items", place), own.items);
  }
  return parts;
}

/** The cases of every examinee; where none were kept item by item, those of the results. */
function casesOf(results: StudyResults, detail: StudyDetail | null): readonly OutcomeCase[] {
  return detail?.cases ?? results.cases.map((one) => ({ ...one, why: null }));
}

import { ArgumentError } from "../statistics/argument-error.js";
import type { DimensionId } from "../values/value-system.js";
import { agreementsWith } from "./align-with-cultures.js";
import { type Alignment, spearmanAlignment } from "./alignment.js";
import { valueLast, withoutValue } from "./changed-profile.js";
import type { Culture, ValueProfile } from "./culture.js";

/** Cultures from one place: a survey round, a set of recovered orders. */
export interface CultureSource {
  /** Such as `ESS round 6 (2012)`. */
  readonly label: string;
  readonly cultures: readonly Culture[];
}

/** Which culture came out closest under one choice. */
export interface ClosestUnder {
  /** The choice, in words. */
  readonly choice: string;
  /** How many cultures there were to choose from. */
  readonly cultures: number;
  readonly closest: string;
  readonly name: string;
  readonly value: number;
  /** Names of others with the very same agreement: with ties, which of them is named means nothing. */
  readonly tied: readonly string[];
  /** The next one, and how far behind it is; `null` with one culture. */
  readonly second: string | null;
  readonly margin: number | null;
}

/** How far the closest culture depends on choices that no model had a part in. */
export interface CultureSensitivity {
  readonly kind: "culture-sensitivity";
  /** The id of the measure. */
  readonly alignment: string;
  /** The value that is switched. */
  readonly switched: DimensionId;
  readonly bySource: readonly ClosestUnder[];
  /** With the first source: one value left out at a time. */
  readonly byOmission: readonly ClosestUnder[];
  /** With the first source: the switched value as scored, put last on both sides, left out. */
  readonly bySwitch: readonly ClosestUnder[];
  /** How many different closest cultures came out in all. */
  readonly different: number;
}

/** What to vary. */
export interface CultureSensitivityOptions {
  /** One or more; the first is also used for the values. */
  readonly sources: readonly CultureSource[];
  readonly alignment?: Alignment;
  /** `hedonism` unless told: the value that the public platform puts last on both sides. */
  readonly switched?: DimensionId;
}

/**
 * Would another survey, or one value more or less, give another closest culture? Asks the same question again under each
 * choice. Where the answer changes, "closest to France" tells of the choice, not of the model.
 *
 * The switch is the public platform's: one value is put last in both orders before they are correlated, which adds
 * agreement that nobody measured. It works on ranks, whatever the measure.
 *
 * Source: platform 3 (what Hedonism-last does); math 5.
 *
 * @param profile  the model's scores, one a dimension
 * @throws ArgumentError when there is no source, dimensions differ, or the switched value is not among them
 * @example
 * const profile = { care: 4, power: 3, order: 2, fun: 1 };
 * const a = { id: "A", name: "A", profile: { care: 4, power: 3, order: 1, fun: 2 } };
 * const b = { id: "B", name: "B", profile: { care: 4, power: 2, order: 3, fun: 1 } };
 * const found = cultureSensitivity(profile, { sources: [{ label: "survey", cultures: [a, b] }], switched: "power" });
 * found.byOmission.map(({ choice, closest }) => [choice, closest])[0]; // => ["without care", "A"]
 * found.bySwitch.length; // => 3
 */
export function cultureSensitivity(
  profile: ValueProfile,
  { sources, alignment = spearmanAlignment, switched = "hedonism" }: CultureSensitivityOptions,
): CultureSensitivity {
  if (!Array.isArray(sources) || sources.length === 0)
    throw new ArgumentError("sources", "must be a list of one source or more", sources);
  if (!Object.hasOwn(profile, switched))
    throw new ArgumentError("switched", "must be a dimension of the profile", switched);
  const [{ cultures }] = sources;
  const under = (choice: string, change: (own: ValueProfile) => ValueProfile) =>
    closestUnder(
      choice,
      change(profile),
      cultures.map((culture: Culture) => changed(culture, change)),
      alignment,
    );
  const bySource = sources.map((source: CultureSource) =>
    closestUnder(source.label, profile, source.cultures, alignment),
  );
  const byOmission = Object.keys(profile).map((id) =>
    under(`without ${id}`, (own) => withoutValue(own, id)),
  );
  const bySwitch = [
    under(`${switched} as scored`, (own) => own),
    under(`${switched} last on both sides`, (own) => valueLast(own, switched)),
    under(`${switched} left out`, (own) => withoutValue(own, switched)),
  ];
  const all = [...bySource, ...byOmission, ...bySwitch].map(({ name }) => name);
  return {
    kind: "culture-sensitivity",
    alignment: alignment.id,
    switched,
    bySource,
    byOmission,
    bySwitch,
    different: new Set(all).size,
  };
}

/** Agreements this close differ by rounding alone. */
const SAME = 1e-12;

function closestUnder(
  choice: string,
  profile: ValueProfile,
  cultures: readonly Culture[],
  alignment: Alignment,
): ClosestUnder {
  const values = agreementsWith(profile, cultures, alignment);
  const known = cultures.flatMap(({ id, name }, at) =>
    Number.isNaN(values[at]) ? [] : [{ culture: id, name, value: values[at] }],
  );
  const [first, second] = known.toSorted((a, b) => b.value - a.value);
  if (first === undefined)
    throw new ArgumentError("profile", "must not have the same score everywhere", choice);
  return {
    choice,
    cultures: cultures.length,
    closest: first.culture,
    name: first.name,
    value: first.value,
    tied: known
      .filter((row) => row !== first && first.value - row.value <= SAME)
      .map((row) => row.name),
    second: second?.culture ?? null,
    margin: second === undefined ? null : first.value - second.value,
  };
}

/** Standard errors are left behind: they belong to the values as they were. */
function changed(
  { id, name, scale, profile }: Culture,
  change: (own: ValueProfile) => ValueProfile,
): Culture {
  return { id, name, ...(scale ? { scale } : {}), profile: change(profile) };
}

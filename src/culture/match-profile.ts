import { ArgumentError } from "../statistics/argument-error.js";
import { zScore } from "../statistics/z-score.js";
import type { DimensionId } from "../values/value-system.js";
import { alignWithCultures } from "./align-with-cultures.js";
import { type Alignment, spearmanAlignment } from "./alignment.js";
import type { ValueProfile } from "./culture.js";
import { profileVector } from "./profile-vector.js";

/** Someone to be matched with: an examinee, by name. */
export interface MatchCandidate {
  readonly id: string;
  readonly name: string;
  /** Its scores; `null` where one is missing. */
  readonly profile: Readonly<Record<DimensionId, number | null>>;
}

/** What one dimension adds to a match, in standard deviations within each profile. */
export interface MatchReason {
  readonly dimension: DimensionId;
  readonly yours: number;
  readonly theirs: number;
  /** The product over the number of dimensions less one: these sum to Pearson's r. Below 0, you differ. */
  readonly part: number;
}

/** How far one examinee's priorities agree with a person's. */
export interface MatchRow {
  readonly id: string;
  readonly name: string;
  readonly value: number;
  /** 95 % interval for that few points (Fisher); `null` for measures without one. */
  readonly low: number | null;
  readonly high: number | null;
  /** 1 for the closest; ties share the mean place. */
  readonly rank: number | null;
  /** The dimensions that speak most for the match, and those that speak most against it; three each at most. */
  readonly agree: readonly MatchReason[];
  readonly differ: readonly MatchReason[];
}

/** A person beside many examinees. */
export interface ProfileMatch {
  readonly kind: "profile-match";
  readonly alignment: string;
  readonly dimensions: readonly DimensionId[];
  /** The closest first. */
  readonly rows: readonly MatchRow[];
  /** How many of the others the interval of the closest still holds: they are not told apart from it. */
  readonly notToldApart: number;
  readonly leftOut: readonly { readonly id: string; readonly name: string; readonly why: string }[];
}

/** So many reasons are named on each side. */
const REASONS = 3;

/**
 * Which model's priorities are most like yours, how sure is that, and on which values does it rest? Your profile (ten
 * ratings, or a scored questionnaire) is compared with each model's scores by shape alone, so scales need not
 * fit. With ten values intervals are wide: read `notToldApart` before you speak of a best match.
 *
 * Source: paper, section 2.3 (personal value alignment); math 5.
 *
 * @param profile     yours, one number a dimension, not all alike
 * @param candidates  with the same dimensions; those with a score missing or all alike are left out and named
 * @throws ArgumentError when there is no candidate, or your profile is constant
 * @example
 * const you = { care: 9, power: 1, fun: 5 };
 * const models = [{ id: "a", name: "A", profile: { care: 0.2, power: 0.9, fun: 0.5 } }, { id: "b", name: "B", profile: { care: 0.8, power: 0.1, fun: 0.6 } }];
 * matchProfile(you, models).rows.map(({ id, value }) => [id, value]); // => [["b", 1], ["a", -1]]
 * matchProfile(you, models).rows[0].agree[0].dimension; // => "power"
 * matchProfile(you, [{ id: "c", name: "C", profile: { care: 1, power: null, fun: 0 } }]).leftOut[0].why; // => "no score on power"
 */
export function matchProfile(
  profile: ValueProfile,
  candidates: readonly MatchCandidate[],
  { alignment = spearmanAlignment }: { readonly alignment?: Alignment } = {},
): ProfileMatch {
  const dimensions = Object.keys(profile ?? {}).sort();
  const own = shapeOf("profile", profile, dimensions);
  if (own === null)
    throw new ArgumentError("profile", "must not have the same score everywhere", profile);
  const { known, leftOut } = comparable(candidates, dimensions);
  const rows = known.length === 0 ? [] : alignWithCultures(profile, known, { alignment }).rows;
  const matched = rows.map(({ name, value, low, high, rank }, at): MatchRow => {
    const reasons = reasonsOf(dimensions, own, known[at].shape);
    return {
      id: known[at].id,
      name,
      value,
      low,
      high,
      rank,
      agree: reasons.filter(({ part }) => part > 0).slice(0, REASONS),
      differ: reasons
        .toReversed()
        .filter(({ part }) => part < 0)
        .slice(0, REASONS),
    };
  });
  const sorted = matched.toSorted((a, b) => b.value - a.value || (a.name < b.name ? -1 : 1));
  const least = sorted[0]?.low ?? null;
  const near = least === null ? [] : sorted.slice(1).filter(({ value }) => value >= least);
  return {
    kind: "profile-match",
    alignment: alignment.id,
    dimensions,
    rows: sorted,
    notToldApart: near.length,
    leftOut,
  };
}

interface Known {
  readonly id: string;
  readonly name: string;
  readonly profile: ValueProfile;
  readonly shape: readonly number[];
}

/** Who can be compared, and who cannot and why. */
function comparable(candidates: readonly MatchCandidate[], dimensions: readonly DimensionId[]) {
  const known: Known[] = [];
  const leftOut: { id: string; name: string; why: string }[] = [];
  for (const { id, name, profile: theirs } of candidates) {
    const bare = dimensions.filter((dimension) => (theirs[dimension] ?? null) === null);
    const given = dimensions.map((dimension) => [dimension, theirs[dimension] ?? 0] as const);
    const profile: ValueProfile = Object.fromEntries(given);
    const shape = bare.length > 0 ? null : shapeOf(id, profile, dimensions);
    if (shape !== null) known.push({ id, name, profile, shape });
    else {
      const why = bare.length > 0 ? `no score on ${bare.join(", ")}` : "the same score everywhere";
      leftOut.push({ id, name, why });
    }
  }
  return { known, leftOut };
}

/** `null` for a profile without a shape. */
function shapeOf(
  name: string,
  profile: ValueProfile,
  dimensions: readonly DimensionId[],
): readonly number[] | null {
  const shape = zScore(profileVector(name, profile, dimensions));
  return shape.some(Number.isNaN) ? null : shape;
}

/** Most for the match first. */
function reasonsOf(
  dimensions: readonly DimensionId[],
  yours: readonly number[],
  theirs: readonly number[],
): readonly MatchReason[] {
  return dimensions
    .map((dimension, k) => ({
      dimension,
      yours: yours[k],
      theirs: theirs[k],
      part: (yours[k] * theirs[k]) / (dimensions.length - 1),
    }))
    .sort((a, b) => b.part - a.part);
}

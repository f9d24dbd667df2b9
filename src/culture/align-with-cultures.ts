import { mean, quantileSorted, sampleVariance } from "simple-statistics";
import type { Stream } from "../random/stream.js";
import { ArgumentError } from "../statistics/argument-error.js";
import { biasCorrectedInterval } from "../statistics/bias-corrected-interval.js";
import { fisherInterval } from "../statistics/fisher-interval.js";
import { ranks } from "../statistics/ranks.js";
import type { DimensionId } from "../values/value-system.js";
import { type Alignment, spearmanAlignment } from "./alignment.js";
import type { Culture, ValueProfile } from "./culture.js";
import { panCulturalMean } from "./pan-cultural-mean.js";
import { partialAgreement } from "./partial-agreement.js";
import { profileVector } from "./profile-vector.js";
import { type ItemReadings, resampledProfiles } from "./resampled-profiles.js";

/** A model's items, to be drawn again and again: the honest source of an interval. */
export interface ResampledItems {
  /** One entry an item of the model; the profile is their mean. */
  readonly items: readonly ItemReadings[];
  readonly stream: Stream;
  /** How many draws; 1000 unless told. */
  readonly draws?: number;
}

/** Choices of `alignWithCultures`. */
export interface AlignmentOptions {
  /** The measure; Spearman unless told. `alignment(id)` of the catalogue has more. */
  readonly alignment?: Alignment;
  /** What all cultures share, on any scale; the mean of the cultures given unless told. */
  readonly panCultural?: ValueProfile;
  /** Gives intervals by drawing items again; without it, Fisher's interval where the measure has one. */
  readonly resample?: ResampledItems;
}

/** How far one model agrees with one culture. */
export interface AlignmentRow {
  /** The culture's id. */
  readonly culture: string;
  readonly name: string;
  /** Whether the culture's profile holds means, or only an order. */
  readonly scale: "means" | "ranks";
  /** The agreement; NaN where the measure is undefined, as for a constant profile. */
  readonly value: number;
  /** 95 % interval; `null` where there is none. */
  readonly low: number | null;
  readonly high: number | null;
  /** Its place among the cultures, 1 for the closest, ties sharing the mean place; `null` where undefined. */
  readonly rank: number | null;
  /** Between which places it lies in 95 % of the draws; `null` without item-level data. */
  readonly rankLow: number | null;
  readonly rankHigh: number | null;
  /** In what share of the draws it is the closest of all, alone or not; `null` without item-level data. */
  readonly closest: number | null;
  /** The model's agreement with what all cultures share: what any culture gets for free. */
  readonly baseline: number;
  /** `partialAgreement`: what model and culture share beyond that; NaN where undefined. */
  readonly partial: number;
}

/** A model beside many cultures. */
export interface CulturalAlignment {
  readonly kind: "cultural-alignment";
  /** The id of the measure. */
  readonly alignment: string;
  readonly dimensions: readonly DimensionId[];
  readonly interval: "bootstrap" | "fisher" | "none";
  /** How many items were drawn from; `null` without item-level data. */
  readonly items: number | null;
  /** How many draws had a reading on every dimension; `null` without item-level data. */
  readonly draws: number | null;
  /**
   * How much of the differences between the profile's values is not the chance of its items, from 0 to 1; `null`
   * without item-level data. At .9 the intervals hold the truth about nine times in ten (simulated); below that agreements
   * come out too near 0 and intervals too narrow: ask more items.
   */
  readonly reliability: number | null;
  /** In the order of the cultures. */
  readonly rows: readonly AlignmentRow[];
}

const DEFAULT_DRAWS = 1000;

/**
 * How far a model's priorities agree with those of many cultures, each agreement with what limits it: an interval
 * (ten values tell little), the agreement with what all cultures share, and the agreement beyond that. Profiles are
 * joined by the names of their dimensions and may stand on different scales; only their shapes are compared.
 *
 * With `resample` the interval comes from drawing the model's items anew, and from the survey's own standard errors
 * where a culture has them (bias-corrected percentiles); the cultures' places then have intervals too. Read them before
 * saying which culture a model is closest to, and `reliability` before either.
 *
 * Source: math 5 (intervals, baseline, partial agreement); paper, section 2.3 (cultural alignment).
 *
 * @param profile   the model's scores, one a dimension, on any scale
 * @param cultures  one or more, none of them constant
 * @throws ArgumentError when profiles differ in their dimensions, a culture is named twice or is constant, or there is none
 * @example
 * const profile = { care: 0.9, power: 0.2, order: 0.5, fun: 0.4 };
 * const near = { id: "A", name: "A", profile: { care: 5, power: 1, order: 4, fun: 3 } };
 * const far = { id: "B", name: "B", profile: { care: 1, power: 5, order: 3, fun: 2 } };
 * alignWithCultures(profile, [near, far]).rows.map((row) => row.value); // => [1, -0.8] (± 1e-12)
 * alignWithCultures(profile, [near, far]).rows.map((row) => row.rank); // => [1, 2]
 */
export function alignWithCultures(
  profile: ValueProfile,
  cultures: readonly Culture[],
  options: AlignmentOptions = {},
): CulturalAlignment {
  const { alignment = spearmanAlignment, panCultural, resample } = options;
  const dimensions = Object.keys(profile ?? {}).sort();
  const model = profileVector("profile", profile, dimensions);
  const vectors = cultureVectors(cultures, dimensions);
  const common = panCultural
    ? profileVector("panCultural", panCultural, dimensions)
    : panCulturalMean(vectors);
  const compared = { alignment, dimensions, cultures, vectors, common };
  const profiles = resample ? drawnProfiles(dimensions, resample) : null;
  const drawn = profiles && resample ? drawnValues(compared, profiles, resample.stream) : null;
  return {
    kind: "cultural-alignment",
    alignment: alignment.id,
    dimensions,
    interval: drawn ? "bootstrap" : alignment.hasFisherInterval ? "fisher" : "none",
    items: resample?.items.length ?? null,
    draws: drawn?.length ?? null,
    reliability: profiles && reliabilityOf(model, profiles),
    rows: rowsOf(compared, model, drawn),
  };
}

/**
 * The bare agreements of a profile with each culture, for who asks the same of many choices.
 *
 * @throws ArgumentError as `alignWithCultures`
 */
export function agreementsWith(
  profile: ValueProfile,
  cultures: readonly Culture[],
  alignment: Alignment,
): readonly number[] {
  const dimensions = Object.keys(profile ?? {}).sort();
  const model = profileVector("profile", profile, dimensions);
  const vectors = cultureVectors(cultures, dimensions);
  const common = panCulturalMean(vectors);
  return vectors.map((vector) => alignment.of(model, vector, common));
}

/** What is compared with what, as lists in one order of dimensions. */
interface Compared {
  readonly alignment: Alignment;
  readonly dimensions: readonly DimensionId[];
  readonly cultures: readonly Culture[];
  readonly vectors: readonly (readonly number[])[];
  readonly common: readonly number[];
}

/** By draw, by culture: an agreement. */
type Drawn = readonly (readonly number[])[];

interface Bounds {
  readonly low: number | null;
  readonly high: number | null;
}

const NO_BOUNDS: Bounds = { low: null, high: null };

function cultureVectors(cultures: readonly Culture[], dimensions: readonly DimensionId[]) {
  if (!Array.isArray(cultures) || cultures.length === 0)
    throw new ArgumentError("cultures", "must be a list of one culture or more", cultures);
  const ids = cultures.map((culture: Culture) => culture.id);
  const twice = ids.find((id, at) => ids.indexOf(id) !== at);
  if (twice !== undefined) throw new ArgumentError("cultures", "must not repeat an id", twice);
  return cultures.map((culture: Culture) =>
    profileVector(`cultures ${culture.id}`, culture.profile, dimensions),
  );
}

function drawnProfiles(
  dimensions: readonly DimensionId[],
  { items, stream, draws = DEFAULT_DRAWS }: ResampledItems,
): readonly (readonly number[])[] {
  return resampledProfiles(items, dimensions, stream, draws);
}

/** The agreements of drawn profiles, each with every culture drawn within its own error. */
function drawnValues(
  { alignment, dimensions, cultures, vectors, common }: Compared,
  profiles: readonly (readonly number[])[],
  stream: Stream,
): Drawn {
  const errors = cultures.map(({ id, standardErrors }) =>
    standardErrors
      ? profileVector(`cultures ${id} standardErrors`, standardErrors, dimensions)
      : null,
  );
  return profiles.map((drawn) =>
    vectors.map((vector, at) => {
      const error = errors[at];
      const theirs = error ? vector.map((value, k) => value + error[k] * stream.normal()) : vector;
      return alignment.of(drawn, theirs, common);
    }),
  );
}

function rowsOf(
  { alignment, cultures, vectors, common }: Compared,
  model: readonly number[],
  drawn: Drawn | null,
): AlignmentRow[] {
  const values = vectors.map((vector) => alignment.of(model, vector, common));
  const baseline = alignment.of(model, common, common);
  const ranked = placesOf(values);
  const rankedDrawn = drawn?.map(placesOf) ?? [];
  return cultures.map(({ id, name, scale = "means" }, at) => {
    const bounds = drawn
      ? drawnBounds(
          values[at],
          drawn.map((row) => row[at]),
        )
      : fisherBounds(alignment, values[at], model.length);
    const places = middleOf(rankedDrawn.map((row) => row[at] ?? Number.NaN));
    return {
      culture: id,
      name,
      scale,
      value: values[at],
      low: bounds.low,
      high: bounds.high,
      rank: ranked[at],
      rankLow: places.low,
      rankHigh: places.high,
      closest: drawn && shareClosest(drawn, at),
      baseline,
      partial: partialAgreement(model, vectors[at], common),
    };
  });
}

function fisherBounds(alignment: Alignment, value: number, pairs: number): Bounds {
  const isKnown = alignment.hasFisherInterval && !Number.isNaN(value) && pairs >= 3;
  return isKnown ? fisherInterval(value, pairs) : NO_BOUNDS;
}

function drawnBounds(value: number, draws: readonly number[]): Bounds {
  const defined = draws.filter((draw) => !Number.isNaN(draw));
  if (Number.isNaN(value) || defined.length === 0) return NO_BOUNDS;
  return biasCorrectedInterval(value, defined);
}

/** One less the variance that drawing items again makes, over the variance between the values. */
function reliabilityOf(
  model: readonly number[],
  profiles: readonly (readonly number[])[],
): number | null {
  const spread = model.length < 2 ? 0 : sampleVariance([...model]);
  if (spread === 0 || profiles.length < 2) return null;
  const noise = mean(model.map((_, k) => sampleVariance(profiles.map((profile) => profile[k]))));
  return Math.max(0, 1 - noise / spread);
}

/** Of the draws in which every agreement is defined. */
function shareClosest(drawn: Drawn, at: number): number | null {
  const whole = drawn.filter((row) => !row.some(Number.isNaN));
  if (whole.length === 0) return null;
  return whole.filter((row) => row[at] === Math.max(...row)).length / whole.length;
}

/** The middle 95 % of what is defined. */
function middleOf(values: readonly number[]): Bounds {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  if (sorted.length === 0) return NO_BOUNDS;
  return { low: quantileSorted(sorted, 0.025), high: quantileSorted(sorted, 0.975) };
}

/** 1 for the largest; `null` for all where one is undefined. */
function placesOf(values: readonly number[]): readonly (number | null)[] {
  if (values.some(Number.isNaN)) return values.map(() => null);
  return ranks(values.map((value) => -value));
}

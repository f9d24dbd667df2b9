/**
 * The pure rooms: numbers in, numbers out. Runs in a page as well as in Node; `index.ts` has all of
 * this and the rooms that touch the world.
 */

// aggregation: many scores into one number
export { nash } from "./aggregation/nash.js";
export { rawls } from "./aggregation/rawls.js";
export { weightedMean } from "./aggregation/weighted-mean.js";
// catalogue: every choice by its id
export { divergence, divergences } from "./catalogue/divergences.js";
export { elicitation, elicitations } from "./catalogue/elicitations.js";
export type { CatalogueEntry } from "./catalogue/entry.js";
// figures: results in, one description out
export { escapeMarkup } from "./figures/escape-markup.js";
export type { Figure, FigureTable, Json, JsonObject } from "./figures/figure.js";
export { heatmapFigure } from "./figures/heatmap-figure.js";
export { leaderboardFigure } from "./figures/leaderboard-figure.js";
export { type ObjectiveFigureOptions, objectiveFigure } from "./figures/objective-figure.js";
export { type PicksFigureOptions, picksFigure } from "./figures/picks-figure.js";
export { RADAR_LIMIT, type RadarOptions, radarFigure } from "./figures/radar-figure.js";
export type { ReadItem } from "./figures/read-item.js";
export { roundsFigure } from "./figures/rounds-figure.js";
export { dimensionSupport, supportLegend, supportMarks } from "./figures/support-mark.js";
export {
  type WeightsFigureOptions,
  type WeightsProfile,
  type WeightsRule,
  weightsFigure,
  weightsRules,
} from "./figures/weights-figure.js";
// information: Eq. 1 and what it is made of
export { bernoulliJensenShannon } from "./information/bernoulli-jensen-shannon.js";
export { bernoulliTotalVariation } from "./information/bernoulli-total-variation.js";
export { bernoulliVariance } from "./information/bernoulli-variance.js";
export { binaryEntropy } from "./information/binary-entropy.js";
export type { Divergence } from "./information/divergence.js";
export type { Elicitation, ElicitationInput } from "./information/elicitation.js";
export {
  DEFAULT_NULL_DEALS,
  type ItemTerms,
  type ItemTermsInput,
  itemTerms,
} from "./information/item-terms.js";
export { type ObjectiveInput, objective } from "./information/objective.js";
export { permutationNull } from "./information/permutation-null.js";
export { pluginPerDimension } from "./information/plugin-per-dimension.js";
export { meanProfiles, type Posteriors, type Profiles } from "./information/profile-matrix.js";
export {
  DEFAULT_CLIP,
  questionBaseline,
  questionBaselineMaximum,
} from "./information/question-baseline.js";
export { separation } from "./information/separation.js";
// random: streams named by their key
export { hash128, hashName } from "./random/hash.js";
export { type Stream, stream } from "./random/stream.js";
// records: the types that travel
export { type Band, bandSamples } from "./records/band.js";
export type { ExamineeCard } from "./records/examinee-card.js";
export type { Item, Lineage, Terms } from "./records/item.js";
export type { Declining, Outcome, OutcomeCounts, Unmeasured } from "./records/outcome.js";
export type { Cell, Finish, Reply } from "./records/reply.js";
export type {
  AgreementRow,
  CaseStudy,
  Interval,
  RecoveryRow,
  RoundSummary,
  StudyResults,
  WelfareRow,
} from "./records/results.js";
export type { Origin, Score } from "./records/score.js";
export type { DimensionVerdict, Span, Support, Verdict } from "./records/verdict.js";
// scoring: scores from outcomes
export { type ItemTally, tallyMean } from "./scoring/item-tally.js";
export { liftFloor, readingOf, readingOfDeclined } from "./scoring/reading-of.js";
export { type ScoreNumbers, scoreFromTallies } from "./scoring/score-from-tallies.js";
export { type SystemMean, systemMean } from "./scoring/system-mean.js";
// statistics: intervals, agreement, fits
export { areaUnderCurve } from "./statistics/area-under-curve.js";
export {
  boundsAround,
  type ClusteredInterval,
  clusteredInterval,
  type IntervalRange,
} from "./statistics/clustered-interval.js";
export { type RidgeFit, ridge, type SwitchDesign } from "./statistics/ridge.js";
export { spearman } from "./statistics/spearman.js";
export { studentQuantile } from "./statistics/student-quantile.js";
// values: value systems and their dimensions
export { parseValueSystem } from "./values/parse-value-system.js";
export {
  type Dimension,
  type DimensionGroup,
  type DimensionId,
  type DimensionPart,
  dimensionIds,
  type Reading,
  type SystemId,
  type ValueSystem,
} from "./values/value-system.js";

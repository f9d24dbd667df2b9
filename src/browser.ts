/**
 * The pure rooms: numbers in, numbers out. Runs in a page as well as in Node; `index.ts` has all of
 * this and the rooms that touch the world.
 */

export { type AtkinsonOptions, atkinsonEde, atkinsonIndex } from "./aggregation/atkinson-ede.js";
export {
  type Board,
  type BoardDimension,
  type BoardRow,
  columnOf,
  pickColumns,
} from "./aggregation/board.js";
export { boardNotes, constantRow } from "./aggregation/board-notes.js";
export { type CesOptions, cesEde } from "./aggregation/ces-ede.js";
export { type Dominance, dominates, paretoDominance } from "./aggregation/dominance.js";
export {
  type DominanceEdge,
  type DominanceGraph,
  type DominanceNode,
  dominanceGraph,
} from "./aggregation/dominance-graph.js";
export { type HurwiczOptions, hurwicz } from "./aggregation/hurwicz.js";
export { type KolmPollakOptions, kolmPollakEde } from "./aggregation/kolm-pollak-ede.js";
export {
  type LeastAdvantage,
  leastAdvantage,
  type ShareLimits,
} from "./aggregation/least-advantage.js";
export { leximinCompare, leximinKey } from "./aggregation/leximin.js";
// aggregation: many scores into one number
export { nash } from "./aggregation/nash.js";
export { fallingRankWeights, orness, owa } from "./aggregation/owa.js";
export {
  type RankBoardOptions,
  type RankedRow,
  type Ranking,
  rankBoard,
} from "./aggregation/rank-board.js";
export {
  type BoardItems,
  type RankInterval,
  type RankIntervalsOptions,
  rankIntervals,
} from "./aggregation/rank-intervals.js";
export {
  type RankSensitivity,
  type RankSensitivityOptions,
  type RankSensitivityRow,
  type RuleVerdict,
  rankSensitivity,
} from "./aggregation/rank-sensitivity.js";
export {
  evenWeights,
  type RankStability,
  type RankStabilityOptions,
  rankStability,
} from "./aggregation/rank-stability.js";
export { type RankingRule, rankingRule } from "./aggregation/ranking-rule.js";
export { rawls } from "./aggregation/rawls.js";
export { giniIndex, type SGiniOptions, sGiniEde } from "./aggregation/s-gini-ede.js";
export { type Scaling, scaledScores, scalings } from "./aggregation/scaled-scores.js";
export { boardItems, studyBoard } from "./aggregation/study-board.js";
export { type TargetOptions, targetScores } from "./aggregation/target-scores.js";
export {
  checkRatings,
  HIGHEST_RATING,
  type ValueQuestion,
  type ValueRatings,
  valueQuestions,
} from "./aggregation/value-ratings.js";
export { weightedMean } from "./aggregation/weighted-mean.js";
export type {
  MaybeScore,
  WelfareFormula,
  WelfareOptions,
  WelfareResult,
} from "./aggregation/welfare-result.js";
export {
  type AlignmentEntry,
  alignment,
  alignments,
  registerAlignment,
} from "./catalogue/alignments.js";
// catalogue: every choice by its id
export { comparedRules } from "./catalogue/compared-rules.js";
export type {
  Arrangement,
  DivergenceEntry,
  TunedDivergence,
} from "./catalogue/divergence-entry.js";
export { divergence, divergences, registerDivergence } from "./catalogue/divergences.js";
export type { ElicitationEntry, TunedElicitation } from "./catalogue/elicitation-entry.js";
export { elicitation, elicitations, registerElicitation } from "./catalogue/elicitations.js";
export {
  type CatalogueEntry,
  type Parameter,
  type ParameterValues,
  parameterValues,
} from "./catalogue/entry.js";
export {
  type AxiomAnswer,
  type AxiomId,
  type AxiomsKept,
  axiomsOf,
  welfareAxioms,
} from "./catalogue/welfare-axioms.js";
export {
  registerWelfareRule,
  type Welfare,
  type WelfareRule,
  welfareRule,
  welfareRules,
} from "./catalogue/welfare-rules.js";
// culture: what a model's profile resembles
export { type AlignedMap, alignMap } from "./culture/align-map.js";
export {
  type AlignmentOptions,
  type AlignmentRow,
  alignWithCultures,
  type CulturalAlignment,
  type ResampledItems,
} from "./culture/align-with-cultures.js";
export { type Alignment, spearmanAlignment } from "./culture/alignment.js";
export {
  type CentredScores,
  centredScores,
  type QuestionnaireKey,
} from "./culture/centred-scores.js";
export {
  type CircleAngles,
  type CircleFit,
  circleFit,
  evenAngles,
  schwartzWedges,
} from "./culture/circle-fit.js";
export {
  type CircularOrder,
  type CircularOrderTest,
  circularOrderIndex,
  circularOrderTest,
} from "./culture/circular-order-index.js";
export { type ClassicalMap, classicalMds } from "./culture/classical-mds.js";
export type { Culture, ValueProfile } from "./culture/culture.js";
export {
  type ClosestUnder,
  type CultureSensitivity,
  type CultureSensitivityOptions,
  type CultureSource,
  cultureSensitivity,
} from "./culture/culture-sensitivity.js";
export { type EmbeddedSpace, embeddedSpace, rankSpace } from "./culture/embedded-space.js";
export { euclideanDistances } from "./culture/euclidean-distances.js";
export { type MapAxis, mapAxis } from "./culture/map-axis.js";
export {
  type MatchCandidate,
  type MatchReason,
  type MatchRow,
  matchProfile,
  type ProfileMatch,
} from "./culture/match-profile.js";
export { panCulturalMean } from "./culture/pan-cultural-mean.js";
export { parseAnswers } from "./culture/parse-answers.js";
export {
  type CultureProblem,
  CultureTableError,
  type ParsedCultures,
  parseCultures,
} from "./culture/parse-cultures.js";
export { partialAgreement } from "./culture/partial-agreement.js";
export { type PrincipalAxis, type PrincipalComponents, pca } from "./culture/pca.js";
export { layOnto, type ProcrustesFit, procrustes } from "./culture/procrustes.js";
export { pvq21Centred, pvq21Key } from "./culture/pvq21-centred.js";
export type { ItemReadings } from "./culture/resampled-profiles.js";
export { type SinusoidFit, sinusoidFit } from "./culture/sinusoid-fit.js";
export { trustworthiness } from "./culture/trustworthiness.js";
export { type CloudEntry, type ValueCloud, valueClouds } from "./culture/value-clouds.js";
export { valueCorrelations } from "./culture/value-correlations.js";
export {
  type MapAxes,
  type MapEntry,
  type MapKind,
  type MapPoint,
  type ValueSpace,
  valueShapes,
  valueSpace,
} from "./culture/value-space.js";
// figures: results in, one description out
export { alignmentFigure, type NamedAlignment } from "./figures/alignment-figure.js";
export type { BarKey, BarLine } from "./figures/bar-picture.js";
export { type BarsFigureOptions, barsFigure } from "./figures/bars-figure.js";
export { type CircleFigureOptions, circleFigure } from "./figures/circle-figure.js";
export {
  type ClosestCulturesOptions,
  closestCulturesFigure,
} from "./figures/closest-cultures-figure.js";
export { type DominanceFigureOptions, dominanceFigure } from "./figures/dominance-figure.js";
export { escapeMarkup } from "./figures/escape-markup.js";
export type { Figure, FigureTable, Json, JsonObject } from "./figures/figure.js";
export { heatmapFigure } from "./figures/heatmap-figure.js";
export {
  type IntervalFigureOptions,
  intervalFigure,
  type NamedInterval,
} from "./figures/interval-figure.js";
export type { IntervalLine, IntervalScale } from "./figures/interval-picture.js";
export { leaderboardFigure } from "./figures/leaderboard-figure.js";
export {
  type LikertFigureOptions,
  type LikertLine,
  likertFigure,
} from "./figures/likert-figure.js";
export { type ObjectiveFigureOptions, objectiveFigure } from "./figures/objective-figure.js";
export type { ColourRole } from "./figures/paint.js";
export {
  comparedDivergences,
  type PicksFigureOptions,
  picksFigure,
} from "./figures/picks-figure.js";
export { RADAR_LIMIT, type RadarOptions, radarFigure } from "./figures/radar-figure.js";
export type { ReadItem } from "./figures/read-item.js";
export { type ReliabilityFigureOptions, reliabilityFigure } from "./figures/reliability-figure.js";
export { roundsFigure } from "./figures/rounds-figure.js";
export { dimensionSupport, supportLegend, supportMarks } from "./figures/support-mark.js";
export { type ValueSpaceFigureOptions, valueSpaceFigure } from "./figures/value-space-figure.js";
export { type NamedBudget, varianceFigure } from "./figures/variance-figure.js";
export {
  type WeightsFigureOptions,
  type WeightsProfile,
  type WeightsRule,
  weightsFigure,
  weightsRules,
} from "./figures/weights-figure.js";
// information: Eq. 1 and what it is made of
export { additiveSmoothing } from "./information/additive-smoothing.js";
export { amariAlpha } from "./information/amari-alpha.js";
export { barberAgakov } from "./information/barber-agakov.js";
export { bernoulliJensenShannon } from "./information/bernoulli-jensen-shannon.js";
export { bernoulliTotalVariation } from "./information/bernoulli-total-variation.js";
export { bernoulliVariance } from "./information/bernoulli-variance.js";
export { bhattacharyya } from "./information/bhattacharyya.js";
export { binaryEntropy } from "./information/binary-entropy.js";
export { type BregmanGenerator, bregmanInformation } from "./information/bregman-information.js";
export { chiSquare } from "./information/chi-square.js";
export { circularEnergy } from "./information/circular-energy.js";
export {
  angularWasserstein,
  circularWasserstein,
  circularWassersteinNormalised,
} from "./information/circular-wasserstein.js";
export { deltaPerDimension, jackknifePerDimension } from "./information/corrected-per-dimension.js";
export {
  jensenShannonBias,
  jensenShannonMillerMadow,
  jensenShannonOfCounts,
} from "./information/counted-jensen-shannon.js";
export { adaemSurrogate, disentanglement } from "./information/disentanglement.js";
export type { Divergence, PanelShape } from "./information/divergence.js";
export type { Elicitation, ElicitationInput } from "./information/elicitation.js";
export { entropy } from "./information/entropy.js";
export { entropyChaoShen } from "./information/entropy-chao-shen.js";
export { entropyDeltaCorrected } from "./information/entropy-delta.js";
export { entropyGrassberger } from "./information/entropy-grassberger.js";
export { entropyJackknife } from "./information/entropy-jackknife.js";
export {
  entropyMillerMadow,
  entropyMillerMadowFixedK,
} from "./information/entropy-miller-madow.js";
export { entropyPlugin } from "./information/entropy-plugin.js";
export { hellinger } from "./information/hellinger.js";
export { infoNce } from "./information/info-nce.js";
export { informativeness } from "./information/informativeness.js";
export {
  DEFAULT_NULL_DEALS,
  type ItemTerms,
  type ItemTermsInput,
  itemTerms,
} from "./information/item-terms.js";
export { jeffreys } from "./information/jeffreys.js";
export {
  jensenShannon,
  jensenShannonNormalised,
  klToMixtureMean,
} from "./information/jensen-shannon.js";
export { jensenTsallis } from "./information/jensen-tsallis.js";
export { kullbackLeibler } from "./information/kullback-leibler.js";
export {
  informationOfLabels,
  informationPerLabel,
  jointLabelInformation,
} from "./information/label-information.js";
export { lineWasserstein } from "./information/line-wasserstein.js";
export { meanPairwise, type PairDivergence } from "./information/mean-pairwise.js";
export { mixSmoothing } from "./information/mix-smoothing.js";
export {
  mutualInformation,
  mutualInformationDeltaCorrected,
  mutualInformationJackknife,
  mutualInformationLeaveOneOut,
  mutualInformationNormalised,
} from "./information/mutual-information.js";
export { type ObjectiveInput, objective } from "./information/objective.js";
export { oneSidedBaseline } from "./information/one-sided-baseline.js";
export { permutationNull } from "./information/permutation-null.js";
export { pluginPerDimension } from "./information/plugin-per-dimension.js";
export { meanProfiles, type Posteriors, type Profiles } from "./information/profile-matrix.js";
export {
  DEFAULT_CLIP,
  questionBaseline,
  questionBaselineMaximum,
} from "./information/question-baseline.js";
export { renyi } from "./information/renyi.js";
export { separation } from "./information/separation.js";
export {
  softJensenShannon,
  softJensenShannonJackknife,
} from "./information/soft-jensen-shannon.js";
export { totalVariation } from "./information/total-variation.js";
export { triangularDiscrimination } from "./information/triangular-discrimination.js";
export {
  unbiasedSquaredDistance,
  unbiasedSquaredDistanceOfCounts,
} from "./information/unbiased-squared-distance.js";
// random: streams named by their key
export { hash128, hashName } from "./random/hash.js";
export { type Stream, stream } from "./random/stream.js";
export { type Band, bandSamples } from "./records/band.js";
// records: the types that travel
export { type CsvReader, type CsvRow, csvReader, csvTable } from "./records/csv-reader.js";
export type { ExamineeCard } from "./records/examinee-card.js";
export type { Item, Lineage, Terms } from "./records/item.js";
export type { ItemReadingsRow } from "./records/item-readings-row.js";
export type { Declining, Outcome, OutcomeCounts, Unmeasured } from "./records/outcome.js";
export type {
  CircleRow,
  ItemAgeRow,
  NextPurchase,
  ParaphraseRow,
  ReliabilityEstimate,
  ReliabilityResults,
  ReliabilityRow,
} from "./records/reliability.js";
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
export type { OutcomeCase, StudyDetail, SystemDetail } from "./records/study-detail.js";
export type {
  BiasRow,
  CalibrationResults,
  CalibrationRow,
  CanaryRow,
  CorrectedInterval,
  CorrectedRow,
  PanelResults,
  PanelRow,
  SuspectRow,
  TrustResults,
} from "./records/trust.js";
export type { DimensionVerdict, Span, Support, Verdict } from "./records/verdict.js";
// scoring: scores from outcomes
export {
  type DimensionReadings,
  dimensionReliability,
  effectiveItems,
  type ReliabilityNumbers,
} from "./scoring/dimension-reliability.js";
export { type DatedItem, type ItemAgeShift, itemAgeShift } from "./scoring/item-age-shift.js";
export { type ItemTally, tallyMean } from "./scoring/item-tally.js";
export { paraphraseSpread } from "./scoring/paraphrase-spread.js";
export {
  type BudgetLimits,
  cheapestBudget,
  expectedSpearman,
  meanScores,
  type PilotDimension,
  type RankBudget,
  type RankOutlook,
  rankOutlook,
  reliabilityAt,
} from "./scoring/rank-budget.js";
export { liftFloor, readingOf, readingOfDeclined } from "./scoring/reading-of.js";
export { type ScoreNumbers, scoreFromTallies } from "./scoring/score-from-tallies.js";
export { type SystemMean, systemMean } from "./scoring/system-mean.js";
export {
  benjaminiHochberg,
  benjaminiYekutieli,
  bonferroni,
  holm,
} from "./statistics/adjusted-p-values.js";
export { areaUnderCurve } from "./statistics/area-under-curve.js";
export { ArgumentError } from "./statistics/argument-error.js";
export type { Arm } from "./statistics/arm.js";
export { type BetaBelief, type BetaPosterior, betaPosterior } from "./statistics/beta-posterior.js";
export {
  biasCorrectedInterval,
  type ResampledInterval,
} from "./statistics/bias-corrected-interval.js";
export {
  type BoardBootstrap,
  type BoardBootstrapOptions,
  type BoardScore,
  boardBootstrap,
} from "./statistics/board-bootstrap.js";
export type { BoardReadings } from "./statistics/board-layout.js";
export {
  type Bootstrap,
  type BootstrapOptions,
  bootstrapItems,
  DEFAULT_RESAMPLES,
  drawResamples,
} from "./statistics/bootstrap-items.js";
export { brier } from "./statistics/calibration/brier.js";
export { brierMulticlass } from "./statistics/calibration/brier-multiclass.js";
export { type Calibrator, calibrated } from "./statistics/calibration/calibrated.js";
export {
  type CalibrationError,
  calibrationError,
} from "./statistics/calibration/calibration-error.js";
export { type IsotonicFit, isotonicFit } from "./statistics/calibration/isotonic-fit.js";
export { logLoss } from "./statistics/calibration/log-loss.js";
export { type MurphyParts, murphy } from "./statistics/calibration/murphy.js";
export { nllAtTemperature } from "./statistics/calibration/nll-at-temperature.js";
export { type PlattFit, plattFit } from "./statistics/calibration/platt-fit.js";
export {
  type BinOptions,
  type ReliabilityBin,
  type ReliabilityDiagram,
  reliabilityDiagram,
} from "./statistics/calibration/reliability-diagram.js";
export {
  atTemperature,
  type TemperatureFit,
  temperature,
} from "./statistics/calibration/temperature.js";
export { centre } from "./statistics/centre.js";
export {
  boundsAround,
  type ClusteredInterval,
  clusteredInterval,
  type IntervalRange,
} from "./statistics/clustered-interval.js";
export {
  empiricalBernsteinRadius,
  hoeffdingRadius,
  type RadiusOptions,
} from "./statistics/confidence-radii.js";
export { cosine } from "./statistics/cosine.js";
export { designEffect } from "./statistics/design-effect.js";
export {
  type CurvePoint,
  type IrtItem,
  irtCurve,
} from "./statistics/discriminability/irt-curve.js";
export { irtInformation } from "./statistics/discriminability/irt-information.js";
export { irtProbability } from "./statistics/discriminability/irt-probability.js";
export { itemRest } from "./statistics/discriminability/item-rest.js";
export { type OneWayAnova, oneWayAnova } from "./statistics/discriminability/one-way-anova.js";
export { type SignalShare, signalShare } from "./statistics/discriminability/signal-share.js";
export {
  type TestInformation,
  testInformation,
} from "./statistics/discriminability/test-information.js";
export { cliffsDelta, type HedgesG, hedgesG } from "./statistics/effect-sizes.js";
export { type EffectiveJudges, effectiveJudges } from "./statistics/effective-judges.js";
export { type CorrelationInterval, fisherInterval } from "./statistics/fisher-interval.js";
export { itemMean, pooledMean } from "./statistics/item-mean.js";
export type { ItemSamples } from "./statistics/item-samples.js";
export { kendallTauB } from "./statistics/kendall-tau-b.js";
export { type KlUcbOptions, klUcb } from "./statistics/kl-ucb.js";
export {
  type LabelledItemsInput,
  type LabelledItemsMean,
  labelledItemsMean,
} from "./statistics/labelled-items-mean.js";
export { type MannWhitney, mannWhitney } from "./statistics/mann-whitney.js";
export { type PairedT, pairedT } from "./statistics/paired-t.js";
export { pearson } from "./statistics/pearson.js";
export {
  type PredictionPoweredInput,
  type PredictionPoweredMean,
  predictionPoweredMean,
} from "./statistics/prediction-powered-mean.js";
export { probabilityBest } from "./statistics/probability-best.js";
export { quantile } from "./statistics/quantile.js";
export { ranks } from "./statistics/ranks.js";
export { averageOverOrders, type OrderAverage } from "./statistics/ratings/average-over-orders.js";
export {
  type BradleyTerryFit,
  type BradleyTerryOptions,
  bradleyTerry,
  type ResultTable,
} from "./statistics/ratings/bradley-terry.js";
export {
  type Comparisons,
  compareScores,
  type ScoreRows,
} from "./statistics/ratings/compare-scores.js";
export { type EloResult, elo } from "./statistics/ratings/elo.js";
export { type EloOptions, type EloRating, eloRatings } from "./statistics/ratings/elo-ratings.js";
export { isComparable, type PairResult } from "./statistics/ratings/is-comparable.js";
export type { Rating } from "./statistics/ratings/rating.js";
export {
  type TrueSkillOptions,
  type TrueSkillResult,
  trueSkill,
} from "./statistics/ratings/true-skill.js";
export { type WengLinOptions, wengLin } from "./statistics/ratings/weng-lin.js";
export { type WengLinRating, wengLinRatings } from "./statistics/ratings/weng-lin-ratings.js";
export { winProbability } from "./statistics/ratings/win-probability.js";
export {
  type AverageSplitHalf,
  averageSplitHalf,
} from "./statistics/reliability/average-split-half.js";
export {
  cohenKappa,
  type KappaOptions,
  type KappaWeights,
} from "./statistics/reliability/cohen-kappa.js";
export { cronbachAlpha } from "./statistics/reliability/cronbach-alpha.js";
// statistics: intervals, agreement, fits
export type { CrossedScores } from "./statistics/reliability/crossed-design.js";
export { type DesignQuality, designQuality } from "./statistics/reliability/design-quality.js";
export { feldtInterval } from "./statistics/reliability/feldt-interval.js";
export { fleissKappa } from "./statistics/reliability/fleiss-kappa.js";
export { guttmanLambda2 } from "./statistics/reliability/guttman-lambda2.js";
export {
  type IntraclassCorrelation,
  intraclassCorrelation,
} from "./statistics/reliability/intraclass-correlation.js";
export {
  krippendorffAlpha,
  type MaybeRating,
  type MeasurementLevel,
} from "./statistics/reliability/krippendorff-alpha.js";
export { spearmanBrown } from "./statistics/reliability/spearman-brown.js";
export { type SplitHalf, splitHalf } from "./statistics/reliability/split-half.js";
export {
  type Purchase,
  type VarianceBudget,
  varianceBudget,
} from "./statistics/reliability/variance-budget.js";
export {
  type VarianceComponents,
  varianceComponents,
} from "./statistics/reliability/variance-components.js";
export { type RidgeFit, ridge, type SwitchDesign } from "./statistics/ridge.js";
export {
  type CorrectedShare,
  type RoganGladenInput,
  roganGladen,
} from "./statistics/rogan-gladen.js";
export { type SignFlipOptions, signFlipP } from "./statistics/sign-flip-p.js";
export { signTestP } from "./statistics/sign-test-p.js";
export { type SoftmaxOptions, softmaxPolicy } from "./statistics/softmax-policy.js";
export { spearman } from "./statistics/spearman.js";
export { spearmanPermutationP } from "./statistics/spearman-permutation-p.js";
export {
  seClusterJackknife,
  seClusterRobust,
  seItems,
  seNaive,
} from "./statistics/standard-errors.js";
export { studentQuantile } from "./statistics/student-quantile.js";
export { type HalvingRound, successiveHalving } from "./statistics/successive-halving.js";
export { type SusGrade, susGrade, susScore } from "./statistics/sus-score.js";
export { type ThompsonChoice, thompson } from "./statistics/thompson.js";
export {
  type Ucb1Options,
  type UcbTunedOptions,
  type UcbVOptions,
  ucb1,
  ucbTuned,
  ucbV,
} from "./statistics/ucb.js";
export { type Ucb1Trace, type Ucb1TraceOptions, ucb1Trace } from "./statistics/ucb1-trace.js";
export { type ShareInterval, wilson } from "./statistics/wilson.js";
export { zScore } from "./statistics/z-score.js";
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

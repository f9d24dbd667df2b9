/**
 * Value Compass: measures what large language models value. Here are the rooms that touch the world, one flat
 * list; the pure rooms stand in `browser.ts` and are here too. What a type mentions is exported with it.
 */

// aggregation: undefined
export { type AtkinsonOptions, atkinsonEde, atkinsonIndex } from "./aggregation/atkinson-ede.js";
export { type CesOptions, cesEde } from "./aggregation/ces-ede.js";
export { type Dominance, dominates, paretoDominance } from "./aggregation/dominance.js";
export { type HurwiczOptions, hurwicz } from "./aggregation/hurwicz.js";
export { type KolmPollakOptions, kolmPollakEde } from "./aggregation/kolm-pollak-ede.js";
export {
  type LeastAdvantage,
  leastAdvantage,
  type ShareLimits,
} from "./aggregation/least-advantage.js";
export { leximinCompare, leximinKey } from "./aggregation/leximin.js";
export { nash } from "./aggregation/nash.js";
export { fallingRankWeights, orness, owa } from "./aggregation/owa.js";
export {
  evenWeights,
  type RankStability,
  type RankStabilityOptions,
  rankStability,
} from "./aggregation/rank-stability.js";
export { rawls } from "./aggregation/rawls.js";
export { giniIndex, type SGiniOptions, sGiniEde } from "./aggregation/s-gini-ede.js";
export { type TargetOptions, targetScores } from "./aggregation/target-scores.js";
export { weightedMean } from "./aggregation/weighted-mean.js";
export type { MaybeScore, WelfareOptions, WelfareResult } from "./aggregation/welfare-result.js";
// the pure rooms: values, records, random, statistics, information, scoring, aggregation, culture, catalogue, figures
export * from "./browser.js";
// catalogue: undefined
export {
  type AlignmentEntry,
  alignment,
  alignments,
  registerAlignment,
} from "./catalogue/alignments.js";
export { divergence, divergences } from "./catalogue/divergences.js";
export { elicitation, elicitations } from "./catalogue/elicitations.js";
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
export { euclideanDistances } from "./culture/euclidean-distances.js";
export { type MapAxis, mapAxis } from "./culture/map-axis.js";
export { panCulturalMean } from "./culture/pan-cultural-mean.js";
export { partialAgreement } from "./culture/partial-agreement.js";
export { type PrincipalAxis, type PrincipalComponents, pca } from "./culture/pca.js";
export { layOnto, type ProcrustesFit, procrustes } from "./culture/procrustes.js";
export { pvq21Centred, pvq21Key } from "./culture/pvq21-centred.js";
export type { ItemReadings } from "./culture/resampled-profiles.js";
export { type SinusoidFit, sinusoidFit } from "./culture/sinusoid-fit.js";
export { trustworthiness } from "./culture/trustworthiness.js";
export { valueCorrelations } from "./culture/value-correlations.js";
export {
  type MapEntry,
  type MapKind,
  type MapPoint,
  type ValueSpace,
  valueSpace,
} from "./culture/value-space.js";
// dashboard: the static site
export { writeReport } from "./dashboard/write-report.js";
// examinees: who answers
export { archetypeIds, simulatedArchetype } from "./examinees/archetypes.js";
export { demoPanel } from "./examinees/demo-panel.js";
export { expectedReading, plantedScores } from "./examinees/expression.js";
export { type MixedPanelOptions, mixedPanel } from "./examinees/mixed-panel.js";
export { type PanelOptions, simulatedFromPublished } from "./examinees/published-panel.js";
export {
  type BadRow,
  type ReadRepliesOptions,
  type RepliesFile,
  readReplies,
} from "./examinees/read-replies.js";
export {
  type RecordedItem,
  type RecordedLabels,
  type RecordedPanel,
  recordedExaminees,
} from "./examinees/recorded.js";
export type { Label, RecordedRow } from "./examinees/recorded-row.js";
export type { ReplyStyle } from "./examinees/reply-style.js";
export {
  type SimulatedExaminee,
  type SimulatedOptions,
  simulatedExaminee,
} from "./examinees/simulated.js";
export { defaultWorld, type World } from "./examinees/world.js";
// experiments: the same instrument, all in memory
export { type Lab, type LabReader, type LabReading, readInLab } from "./experiments/lab.js";
export type { CultureFact, CultureFact } from "./facts/culture-fact.js";
export {
  culture,
  culture,
  cultures,
  cultures,
  panCulturalPlaces,
  panCulturalPlaces,
  panCulturalProfile,
  panCulturalProfile,
  platformCultures,
  platformCultures,
} from "./facts/cultures.js";
// facts: what ships with the package
export {
  type Grammar,
  type GrammarStakes,
  type GrammarTopic,
  shippedGrammars,
} from "./facts/grammar.js";
export type { ModelCard } from "./facts/model-card.js";
export type { PanCulturalPlace } from "./facts/pan-cultural-place.js";
export type { HeatmapSnapshot, PlatformCulture } from "./facts/platform-culture.js";
export {
  type PublishedProfile,
  publishedModels,
  publishedProfile,
} from "./facts/published-profile.js";
export type { PublishedVersion } from "./facts/published-score.js";
export type { ControversyCue } from "./facts/reader-cues.js";
export { factualItems, type Seed, seedItems } from "./facts/seeds.js";
export { builtInSystems, valueSystem } from "./facts/value-systems.js";
// generator: who words items, and how they evolve
export {
  type Candidate,
  itemId,
  type Observed,
  type ObservedTerms,
} from "./generator/candidate.js";
export {
  type EvolveAsk,
  type EvolvedRound,
  type EvolveState,
  nextAsk,
  observe,
  startEvolution,
} from "./generator/evolve.js";
export type { EvolveSettings } from "./generator/evolve-settings.js";
export { countItems, grammarWriter } from "./generator/grammar-writer.js";
export type { Observation } from "./generator/observation.js";
export type { Spreads, TermModel, Theta } from "./generator/theta.js";
// information: undefined
export { additiveSmoothing, additiveSmoothing } from "./information/additive-smoothing.js";
export { amariAlpha, amariAlpha } from "./information/amari-alpha.js";
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
export {
  jensenShannonBias,
  jensenShannonMillerMadow,
  jensenShannonOfCounts,
} from "./information/counted-jensen-shannon.js";
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
// notebook: results that display themselves
export { bundleOf, type Showable } from "./notebook/bundle-of.js";
export { type Displayable, displayable, displaySymbol } from "./notebook/displayable.js";
export { type ExplorerOptions, explorer } from "./notebook/explorer.js";
export type {
  ExplorerChoice,
  ExplorerControl,
  ExplorerControls,
  ExplorerRange,
  ExplorerSettings,
} from "./notebook/explorer-control.js";
export { type ExplorerMath, explorerMath } from "./notebook/explorer-math.js";
export type { ExplorerTable } from "./notebook/explorer-view.js";
export { figureBundle } from "./notebook/figure-bundle.js";
export type { FrameLike } from "./notebook/frame-rows.js";
export { alphaExplorer, divergenceExplorer } from "./notebook/item-explorers.js";
export { loadPlotly } from "./notebook/load-plotly.js";
export type { MimeBundle } from "./notebook/mime-bundle.js";
export { progress } from "./notebook/progress.js";
export { type Frame, type FrameColumn, scoreFrame } from "./notebook/score-frame.js";
export { type ScoreRow, scoreRows } from "./notebook/score-rows.js";
export { type ShowOptions, show } from "./notebook/show.js";
export { showFigure } from "./notebook/show-figure.js";
export { showFrame } from "./notebook/show-frame.js";
export { showPlotly } from "./notebook/show-plotly.js";
export { showTable } from "./notebook/show-table.js";
export { table } from "./notebook/table.js";
export type { TableCell, TableOptions } from "./notebook/table-options.js";
export { weightsExplorer } from "./notebook/weights-explorer.js";
// ports: what an examinee, a recognizer or a writer of your own must be
export type { AskAnswer, AskRequest, Examinee } from "./ports/ask.js";
export { InputError, type InputProblem, inputSentence } from "./ports/input-error.js";
export type {
  JudgeAnswer,
  JudgeRequest,
  NeutralLevel,
  NeutralLevels,
  Recognizer,
} from "./ports/judge.js";
export { type Progress, silent } from "./ports/progress.js";
export type { Draft, SlotWriter } from "./ports/write.js";
// recognizer: who reads the values in a reply
export { type EmbeddedOptions, embeddedRecognizer } from "./recognizer/embedded-recognizer.js";
// run: studies
export { assembleStudy } from "./run/assemble-study.js";
export { CapReached } from "./run/call-budget.js";
export { demoStudy } from "./run/demo-study.js";
export { JournalError, type JournalProblem } from "./run/journal/journal-error.js";
export { StudyLockedError } from "./run/journal/study-lock.js";
export { checkStudy, readStudy } from "./run/read-study.js";
export { type RunOptions, type RunReport, runStudy } from "./run/run-study.js";
export { type RunStudyInOptions, runStudyIn, type StudyRun } from "./run/run-study-in.js";
export type { Member, Study } from "./run/study.js";
export { type StudyPlan, type SystemPlan, studyPlan } from "./run/study-plan.js";
export { type StudyConfig, type StudyInput, studyJsonSchema } from "./run/study-schema.js";
// scoring: undefined
export { type ItemTally, tallyMean } from "./scoring/item-tally.js";
export { liftFloor, readingOf, readingOfDeclined } from "./scoring/reading-of.js";
export { type ScoreNumbers, scoreFromTallies } from "./scoring/score-from-tallies.js";
export { type SystemMean, systemMean } from "./scoring/system-mean.js";
// statistics: undefined
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
  type DesignQuality,
  designQuality,
  type Purchase,
  type VarianceBudget,
  varianceBudget,
} from "./statistics/reliability/variance-budget.js";
export {
  type CrossedScores,
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

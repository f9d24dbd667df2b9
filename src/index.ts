/**
 * Value Compass: measures what large language models value. One flat list, room by room; what a type
 * here mentions is here too.
 */

// aggregation: many scores into one number
export { nash } from "./aggregation/nash.js";
export { rawls } from "./aggregation/rawls.js";
export { weightedMean } from "./aggregation/weighted-mean.js";
// catalogue: every choice by its id
export { divergence, divergences } from "./catalogue/divergences.js";
export { elicitation, elicitations } from "./catalogue/elicitations.js";
export type { CatalogueEntry } from "./catalogue/entry.js";
// dashboard: the static site
export { writeReport } from "./dashboard/write-report.js";
// endpoints: models behind HTTP
export { type ChatSettings, chatBody } from "./endpoints/chat-body.js";
export { httpCompleter } from "./endpoints/completer.js";
export {
  type EmulatedAsk,
  type EmulatedModel,
  type Emulator,
  type EmulatorOptions,
  type Served,
  startEmulator,
} from "./endpoints/emulator/emulator.js";
export type { FaultPlanInput } from "./endpoints/emulator/fault-plan.js";
export type { BreakerOptions } from "./endpoints/scheduler/circuit-breaker.js";
export type { EndpointLimits, LaneState } from "./endpoints/scheduler/endpoint-lane.js";
export {
  type Delivered,
  type Scheduler,
  type SchedulerOptions,
  scheduler,
  type WantedCompletion,
} from "./endpoints/scheduler/scheduler.js";
export { type SecretLookup, secretsFrom } from "./endpoints/secrets.js";
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
export { type RemoteExaminee, type RemoteOptions, remoteExaminee } from "./examinees/remote.js";
export type { ReplyStyle } from "./examinees/reply-style.js";
export {
  type SimulatedExaminee,
  type SimulatedOptions,
  simulatedExaminee,
} from "./examinees/simulated.js";
export { defaultWorld, type World } from "./examinees/world.js";
// experiments: the same instrument, all in memory
export { type Lab, type LabReader, type LabReading, readInLab } from "./experiments/lab.js";
// facts: what ships with the package
export {
  type Grammar,
  type GrammarStakes,
  type GrammarTopic,
  shippedGrammars,
} from "./facts/grammar.js";
export type { ModelCard } from "./facts/model-card.js";
export { type Price, type PriceList, priceList, priceOf } from "./facts/price-list.js";
export {
  type PublishedProfile,
  publishedModels,
  publishedProfile,
} from "./facts/published-profile.js";
export type { PublishedVersion } from "./facts/published-score.js";
export type { ControversyCue } from "./facts/reader-cues.js";
export { factualItems, type Seed, seedItems } from "./facts/seeds.js";
export { builtInSystems, valueSystem } from "./facts/value-systems.js";
// figures: results in, one description out
export { escapeMarkup } from "./figures/escape-markup.js";
export type { Figure, FigureTable, Json, JsonObject } from "./figures/figure.js";
export { heatmapFigure } from "./figures/heatmap-figure.js";
export { leaderboardFigure } from "./figures/leaderboard-figure.js";
export { RADAR_LIMIT, type RadarOptions, radarFigure } from "./figures/radar-figure.js";
export { roundsFigure } from "./figures/rounds-figure.js";
export { dimensionSupport, supportLegend, supportMarks } from "./figures/support-mark.js";
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
// notebook: results that display themselves
export { figureBundle } from "./notebook/figure-bundle.js";
export { loadPlotly } from "./notebook/load-plotly.js";
export type { MimeBundle } from "./notebook/mime-bundle.js";
export { type Frame, type FrameColumn, scoreFrame } from "./notebook/score-frame.js";
export { type ScoreRow, scoreRows } from "./notebook/score-rows.js";
export { type ShowOptions, show } from "./notebook/show.js";
export { showFigure } from "./notebook/show-figure.js";
export { type FrameLike, showFrame } from "./notebook/show-frame.js";
export { showPlotly } from "./notebook/show-plotly.js";
export { showTable } from "./notebook/show-table.js";
export type { TableCell, TableOptions } from "./notebook/table-options.js";
// ports: what an examinee, a recognizer or a writer of your own must be
export type { AskAnswer, AskLane, AskRequest, Examinee } from "./ports/ask.js";
export type { CallWatch, MadeCall, TokenEstimate } from "./ports/call-watch.js";
export { type Clock, machineClock } from "./ports/clock.js";
export type {
  CallFailure,
  ChatMessage,
  Completer,
  Completion,
  CompletionRequest,
  EndpointSettings,
  FailureClass,
  FailureScope,
} from "./ports/complete.js";
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
// random: streams named by their key
export { hash128, hashName } from "./random/hash.js";
export { type Stream, stream } from "./random/stream.js";

// recognizer: who reads the values in a reply
export { type EmbeddedOptions, embeddedRecognizer } from "./recognizer/embedded-recognizer.js";
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
// run: studies
export { assembleStudy } from "./run/assemble-study.js";
export { CapReached } from "./run/cap-reached.js";
export { demoStudy } from "./run/demo-study.js";
export { emulatedModels } from "./run/emulated-models.js";
export type { EndpointPlan } from "./run/endpoint-plan.js";
export { JournalError, type JournalProblem } from "./run/journal/journal-error.js";
export { StudyLockedError } from "./run/journal/study-lock.js";
export type { MissingCell } from "./run/measure.js";
export { checkStudy, readStudy } from "./run/read-study.js";
export type { AssembleOptions } from "./run/remote-examinees.js";
export { type RunOptions, type RunReport, runStudy } from "./run/run-study.js";
export { type RunStudyInOptions, runStudyIn, type StudyRun } from "./run/run-study-in.js";
export type { Spent } from "./run/spending.js";
export type { Member, Study, StudyEndpoints } from "./run/study.js";
export { type StudyPlan, type SystemPlan, studyPlan } from "./run/study-plan.js";
export { type StudyConfig, type StudyInput, studyJsonSchema } from "./run/study-schema.js";
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

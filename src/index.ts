/**
 * Value Compass: measures what large language models value. Here are the rooms that touch the world, one flat
 * list; the pure rooms stand in `browser.ts` and are here too. What a type mentions is exported with it.
 */

// the pure rooms: values, records, random, statistics, information, scoring, aggregation, culture, catalogue, figures
export * from "./browser.js";
// dashboard: the static site
export { type ReportOptions, writeReport } from "./dashboard/write-report.js";
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
export {
  type RemoteChat,
  type RemoteChatOptions,
  type RemoteModel,
  remoteChat,
} from "./endpoints/remote-chat.js";
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
export {
  type ClosedAnswerOptions,
  type ClosedKey,
  CONSENSUS_PRESSURE,
  withClosedAnswers,
} from "./examinees/closed-answers.js";
export type { ClosedItem, Statement } from "./examinees/closed-items.js";
export {
  choiceQuestion,
  openQuestion,
  type RatingScale,
  ratingQuestion,
  readLetter,
  readRating,
} from "./examinees/closed-question.js";
export { demoPanel } from "./examinees/demo-panel.js";
export { expectedReading, plantedScores } from "./examinees/expression.js";
export {
  type Instruction,
  instructedSimulated,
  primingInstruction,
  steeringInstruction,
  type TargetProfile,
} from "./examinees/instruction.js";
export { type MixedPanelOptions, mixedPanel } from "./examinees/mixed-panel.js";
export { pressedWorld } from "./examinees/pressed-world.js";
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
// experiments: the same instrument, all in memory or on a study's examinees
export { type AlikeRun, type AlikeSettings, alikeRun } from "./experiments/alike.js";
export { type Asking, askInMemory } from "./experiments/asking.js";
export type { FoundBudget, Recovered } from "./experiments/budget-search.js";
export {
  type CasePair,
  type CasePairOptions,
  type CaseSide,
  casePairs,
} from "./experiments/case-pairs.js";
export type { ConfiguredCheck, DimensionCheck } from "./experiments/configured-check.js";
export {
  type CoverageEstimate,
  type CoverageOutcome,
  type CoverageStudy,
  coverageStudy,
} from "./experiments/coverage.js";
export {
  compareElicitations,
  type ElicitationRow,
  type ElicitationSettings,
} from "./experiments/elicitation-comparison.js";
export {
  type ComparisonSeed,
  type ComparisonSettings,
  compareSets,
  type ItemSetName,
  type SearchCost,
  type SetMeans,
} from "./experiments/evolving-against-static.js";
export {
  type ExperimentSource,
  knowingFigure,
  primingFigure,
  staticFigure,
  steeringFigure,
} from "./experiments/experiment-figures.js";
export {
  type ExperimentPanel,
  type SimulatedPanelOptions,
  simulatedPanel,
} from "./experiments/experiment-panel.js";
export type { LabItem } from "./experiments/item-sets.js";
export {
  type KnowingResult,
  type KnowingSettings,
  knowingAgainstDoing,
} from "./experiments/knowing.js";
export type {
  FormatCeiling,
  FormatGap,
  FormatName,
  FormatScore,
  KnowingTables,
} from "./experiments/knowing-tables.js";
export { type Lab, type LabReader, type LabReading, readInLab } from "./experiments/lab.js";
export {
  type PanelPriming,
  type PanelPrimingSettings,
  type PrimedPartName,
  type PrimedTarget,
  type PrimedTest,
  primePanel,
} from "./experiments/panel-priming.js";
export {
  type PanelStatic,
  type PanelStaticSettings,
  type SetPicture,
  staticAgainstEvolved,
} from "./experiments/panel-static.js";
export { type Dispersion, dispersion } from "./experiments/reproduce/dispersion.js";
export { type FamilyDistances, familyDistances } from "./experiments/reproduce/family-distances.js";
export type { Evidence } from "./experiments/reproduce/finding.js";
export { type Finding, reproducedFindings } from "./experiments/reproduce/reproduce-findings.js";
export {
  type ReproducedHeatmap,
  reproducedHeatmaps,
} from "./experiments/reproduce/reproduce-heatmaps.js";
export {
  checkPinned,
  type PinnedCheck,
  type PinnedDifference,
  type ReproducedTable,
  type Reproduction,
} from "./experiments/reproduce/reproduction.js";
export { type ReproducibleResult, reproductions } from "./experiments/reproduce/reproductions.js";
export {
  type FigureFour,
  figureFour,
  type StaticAgainstEvolving,
  staticAgainstEvolving,
} from "./experiments/reproduce/static-against-evolving.js";
export {
  type Bracketed,
  type Steered,
  type Steering,
  type SteeringSettings,
  steerPanel,
} from "./experiments/steerability.js";
export {
  type AnswersFile,
  readAnswers,
  type UserAnswers,
} from "./experiments/user-study/read-answers.js";
export {
  type GroupUsability,
  type PlatformComparison,
  type QuestionAnswers,
  type UserStudy,
  userStudy,
} from "./experiments/user-study/user-study.js";
export {
  canValidate,
  type SystemValidation,
  type ValidateOptions,
  validateSystem,
} from "./experiments/validate-study.js";
export type { CultureFact } from "./facts/culture-fact.js";
export { type CultureRoundsOptions, cultureRounds } from "./facts/culture-rounds.js";
export {
  culture,
  cultures,
  panCulturalPlaces,
  panCulturalProfile,
  platformCultures,
} from "./facts/cultures.js";
export { type FormatItem, formatItems, formatSystems } from "./facts/format-items.js";
export type { FoundationFact, FoundationInstrument } from "./facts/foundation-fact.js";
// facts: what ships with the package
export {
  type Grammar,
  type GrammarStakes,
  type GrammarTopic,
  shippedGrammars,
} from "./facts/grammar.js";
export type { ModelCard } from "./facts/model-card.js";
export { foundationCultures } from "./facts/moral-foundations.js";
export type { PanCulturalPlace } from "./facts/pan-cultural-place.js";
export { numbersPinned, type PinnedNumber } from "./facts/pinned-number.js";
export type { HeatmapSnapshot, PlatformCulture } from "./facts/platform-culture.js";
export { type Price, type PriceList, priceList, priceOf } from "./facts/price-list.js";
export {
  type PublishedBoard,
  type PublishedBoardOptions,
  type PublishedRow,
  publishedBoard,
} from "./facts/published-board.js";
export {
  type ClaimVerdict,
  claimsPublished,
  type PublishedClaim,
} from "./facts/published-claim.js";
export {
  type HeatmapCell,
  type PublishedHeatmap,
  publishedHeatmap,
} from "./facts/published-heatmap.js";
export {
  type LeaderboardRow,
  type PublishedLeaderboardOptions,
  publishedLeaderboard,
} from "./facts/published-leaderboard.js";
export { type PublishedMeasure, publishedMeasure } from "./facts/published-measure.js";
export {
  type PublishedProfile,
  publishedModels,
  publishedProfile,
} from "./facts/published-profile.js";
export type { PublishedVersion } from "./facts/published-score.js";
export { type PublishedSquare, squaresPublished } from "./facts/published-square.js";
export { type PublishedWinRate, publishedWinRates } from "./facts/published-win-rate.js";
export type { ControversyCue } from "./facts/reader-cues.js";
export { factualItems, type Seed, seedItems } from "./facts/seeds.js";
export { type FormLine, type UserStudyForm, userStudyForm } from "./facts/user-study-form.js";
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
export { grammarItemWriter } from "./generator/grammar-item-writer.js";
export { countItems, type GrammarWording, grammarWriter } from "./generator/grammar-writer.js";
export {
  type InContextOptions,
  inContextWriter,
} from "./generator/in-context/in-context-writer.js";
export {
  type ObjectiveSweep,
  objectiveSweep,
  type SweepAsk,
  type SweepMean,
  type SweepRow,
  type SweepSetting,
  type SweepTerms,
  type TermAlone,
  termsAlone,
} from "./generator/objective-sweep.js";
export type { Observation } from "./generator/observation.js";
export { completionMatch, cutInHalf } from "./generator/quality/completion-match.js";
export { type ItemQuality, itemQuality, type SetPair } from "./generator/quality/item-quality.js";
export { selfBleu } from "./generator/quality/self-bleu.js";
export { type Similarity, similarity } from "./generator/quality/similarity.js";
export { type ScreenReason, screenItem } from "./generator/screen/screen-item.js";
export type { Spreads, TermModel, Theta } from "./generator/theta.js";
export {
  ARM_POLICIES,
  type ArmPolicy,
  type ArmSettings,
  chooseTopic,
  rewarded,
  type TopicArm,
  topicArms,
} from "./generator/topic-arms.js";
export { additiveSmoothing } from "./information/additive-smoothing.js";
export { amariAlpha } from "./information/amari-alpha.js";
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
export { type UmapOptions, umapSpace } from "./notebook/umap-space.js";
export { weightsExplorer } from "./notebook/weights-explorer.js";
// ports: what an examinee, a recognizer or a writer of your own must be
export type { AskAnswer, AskLane, AskRequest, Examinee } from "./ports/ask.js";
export type { CallWatch, MadeCall, TokenEstimate } from "./ports/call-watch.js";
export type { Chat, ChatAnswer, ChatMessage, ChatRequest, ChatSchema } from "./ports/chat.js";
export { type Clock, machineClock } from "./ports/clock.js";
export type {
  CallFailure,
  Completer,
  Completion,
  CompletionRequest,
  EndpointSettings,
  FailureClass,
  FailureScope,
} from "./ports/complete.js";
export { PHRASE_ENCODERS, type PhraseEncoder, type PhraseEncoderId } from "./ports/encode.js";
export { InputError, type InputProblem, inputSentence } from "./ports/input-error.js";
export type {
  Conversation,
  JudgeAnswer,
  JudgeRequest,
  NeutralLevel,
  NeutralLevels,
  ReadText,
  Recognizer,
} from "./ports/judge.js";
export { NoReading } from "./ports/no-reading.js";
export { type Progress, silent } from "./ports/progress.js";
export type { CallRole } from "./ports/store.js";
export type {
  Draft,
  ItemWriter,
  ReviseBrief,
  SeenReply,
  SlotWriter,
  TriedItem,
  WriteBrief,
  Written,
} from "./ports/write.js";
// recognizer: who reads the values in a reply
export { chatConcepts } from "./recognizer/concepts/chat-concepts.js";
export type { Concept, ConceptAnswer, ConceptSource } from "./recognizer/concepts/concept.js";
export {
  type ConceptHead,
  type ConceptModel,
  type ConceptSkill,
  parseConceptModel,
} from "./recognizer/concepts/concept-model.js";
export type { PoolCluster } from "./recognizer/concepts/concept-pool.js";
export { conceptRecognizer } from "./recognizer/concepts/concept-recognizer.js";
export {
  type ConceptLearning,
  type LabelledText,
  learnConceptModel,
} from "./recognizer/concepts/learn-concept-model.js";
export { recordedConcepts } from "./recognizer/concepts/recorded-concepts.js";
export { sentenceConcepts } from "./recognizer/concepts/sentence-concepts.js";
export { type EmbeddedOptions, embeddedRecognizer } from "./recognizer/embedded-recognizer.js";
export {
  type CanaryReport,
  type CanaryResult,
  singCanaries,
} from "./recognizer/judge/canaries.js";
export { type JudgeOptions, judgeRecognizer } from "./recognizer/judge/judge-recognizer.js";
export { type SteeringSign, steeringSigns } from "./recognizer/judge/steering-signs.js";
export { type Panel, type PoolingOptions, panelRecognizer } from "./recognizer/panel.js";
export type { Pooling } from "./recognizer/pooled-dimension.js";
export { publishedVerdicts } from "./recognizer/published-verdicts.js";
// run: studies
export { assembleStudy } from "./run/assemble-study.js";
export { CapReached } from "./run/cap-reached.js";
export { demoStudy } from "./run/demo-study.js";
export { emulatedModels } from "./run/emulated-models.js";
export type { EndpointPlan } from "./run/endpoint-plan.js";
export { JournalError, type JournalProblem } from "./run/journal/journal-error.js";
export { StudyLockedError } from "./run/journal/study-lock.js";
// run: studies
export type {
  MeasureAsk,
  MeasuredCell,
  MeasuredItem,
  MissingCell,
} from "./run/measure.js";
export {
  type ImportedRecognizer,
  importPlatform,
  type PlatformImport,
} from "./run/platform/import-platform.js";
export { checkStudy, readStudy } from "./run/read-study.js";
export { type RunOptions, type RunReport, runStudy } from "./run/run-study.js";
export { type RunStudyInOptions, runStudyIn, type StudyRun } from "./run/run-study-in.js";
export type { Spent } from "./run/spending.js";
export type { Member, Study, StudyEndpoints, StudyWriting } from "./run/study.js";
export type { AssembleOptions } from "./run/study-calls.js";
export { type StudyPlan, type SystemPlan, studyPlan } from "./run/study-plan.js";
export { type StudyConfig, type StudyInput, studyJsonSchema } from "./run/study-schema.js";
export { type SeenScore, seenEffect } from "./statistics/seen-effect.js";

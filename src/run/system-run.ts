import { arranged } from "../catalogue/arranged.js";
import { chosen } from "../catalogue/choice.js";
import { divergence } from "../catalogue/divergences.js";
import { elicitation } from "../catalogue/elicitations.js";
import { type EvolveState, nextAsk, observe, startEvolution } from "../generator/evolve.js";
import type { EvolveSettings } from "../generator/evolve-settings.js";
import type { Observation } from "../generator/observation.js";
import { termsOf } from "../generator/observed-terms.js";
import { permutationP } from "../information/permutation-p.js";
import type { NeutralLevels } from "../ports/judge.js";
import { stream } from "../random/stream.js";
import { bandSamples } from "../records/band.js";
import type { Item, Terms } from "../records/item.js";
import type { OutcomeCounts } from "../records/outcome.js";
import type { RoundSummary } from "../records/results.js";
import { clusteredInterval } from "../statistics/clustered-interval.js";
import type { ValueSystem } from "../values/value-system.js";
import { type CaseBook, caseBook } from "./case-book.js";
import { recordDecision } from "./decision.js";
import { JournalLacks } from "./journal-lacks.js";
import { levelsFor } from "./levels-for.js";
import {
  type Bench,
  type MeasureAsk,
  type MeasuredCell,
  type MeasuredItem,
  measure,
} from "./measure.js";
import { countOutcomes, observationOf } from "./observation-of.js";
import { type PanelBook, panelBook } from "./panel-book.js";
import { readItems } from "./read-items.js";
import { type ReadingBook, readingBook } from "./reading-book.js";
import { type SampleBook, sampleBook } from "./sample-book.js";
import { type ScoreSheet, scoreSheet } from "./score-sheet.js";
import { type Member, membersFor, presentIn, type Study, searchPanel } from "./study.js";
import { type SuspectList, suspectList } from "./suspects.js";
import {
  type SeenReplies,
  seenReplies,
  type WritingReport,
  writtenGeneration,
} from "./written-items.js";

/** An item tells examinees apart where chance would do as much in at most this share of deals. */
const CHANCE = 0.05;

/** What one round of one system came to. */
export interface FinishedRound {
  readonly items: readonly Item[];
  readonly summary: RoundSummary;
  /** By examinee, the model ids that its fresh replies say answered, sorted. */
  readonly served: ReadonlyMap<string, readonly string[]>;
  /** What models that write did for it; empty where the grammar wrote alone. */
  readonly writing: readonly WritingReport[];
}

/** One system of a study while it runs: its evolution, and what its fresh replies add up to. */
export interface SystemRun {
  readonly system: ValueSystem;
  /** Fresh replies of the rounds that count: the evolved ones, or round 0 when nothing evolves. */
  readonly sheet: ScoreSheet;
  readonly cases: CaseBook;
  readonly panel: PanelBook;
  readonly suspects: SuspectList;
  readonly readings: ReadingBook;
  /** Every single reading; nothing unless the bench keeps them. */
  readonly samples: SampleBook;
  /** Runs the next round, 0 first. */
  round(
    number: number,
    onItem?: (item: Item, measured: MeasuredItem) => void,
  ): Promise<FinishedRound>;
  /** The evolution as it stands. */
  state(): EvolveState;
}

/** Prepares the run of one system; nothing is asked until a round is called for. */
export async function systemRun(
  study: Study,
  system: ValueSystem,
  bench: Bench,
): Promise<SystemRun> {
  const { config } = study;
  const members = membersFor(study, system.id);
  const levels = await levelsFor(bench, system);
  const sheet = scoreSheet(
    system,
    members.map(({ examinee }) => examinee),
    bench.recognizer,
  );
  const cases = caseBook(system);
  const panel = panelBook(bench.recognizer, system, bench.journal);
  const suspects = suspectList();
  const readings = readingBook(system);
  const samples = sampleBook(
    system,
    members.map(({ examinee }) => examinee.card.id),
  );
  const context: Context = { study, system, bench, members, levels };
  let state = startEvolution(evolveSettings(study, system, 1));
  const seen = seenReplies();

  return {
    system,
    sheet,
    cases,
    panel,
    suspects,
    readings,
    samples,
    state: () => state,
    async round(number, onItem) {
      const writing: WritingReport[] = [];
      if (number > 0) state = await evolveRound(context, state, number, { seen, writing });
      const evolved = state.rounds[number - 1];
      const items = number === 0 ? (study.staticItems.get(system.id) ?? []) : evolved.items;
      const counts = number > 0 || config.budget.rounds === 0;
      return freshRound(context, number, items, {
        candidates: evolved?.candidates ?? 0,
        searchInformativeness: evolved?.searchInformativeness ?? null,
        writing,
        onItem: (item, measured) => {
          onItem?.(item, measured);
          if (!counts) return;
          sheet.add(item, measured);
          cases.add(item, measured);
          panel.add(item, measured);
          suspects.add(measured);
          if (study.calibration.length > 0) readings.add(item, measured);
          if (bench.keepSamples) samples.add(item, measured);
        },
      });
    },
  };
}

interface Context {
  readonly study: Study;
  readonly system: ValueSystem;
  readonly bench: Bench;
  readonly members: readonly Member[];
  readonly levels: NeutralLevels;
}

/** How items of a system evolve in a round: the panel is that of the round, everything else is fixed. */
export function evolveSettings(study: Study, system: ValueSystem, round: number): EvolveSettings {
  const { objective, budget, seed } = study.config;
  return {
    system,
    seed,
    writer: study.writer,
    panel: searchPanel(study, system.id, round).map(({ examinee }) => examinee.card.id),
    alpha: objective.alpha,
    divergence: arranged(chosen(divergence, objective.divergence), system),
    elicitation: chosen(elicitation, objective.elicitation),
    clip: objective.clip,
    rounds: budget.rounds,
    items: budget.items,
    candidates: budget.candidates,
    generations: budget.generations,
    searchSamples: budget.searchSamples,
    known: (study.staticItems.get(system.id) ?? []).map(({ text }) => text),
    guests: guestsOf(study),
  };
}

function guestsOf({ writing }: Study): EvolveSettings["guests"] {
  if (!writing) return undefined;
  const { writer, share, policy } = writing;
  return { writer: writer.identity, share, policy };
}

async function evolveRound(
  context: Context,
  before: EvolveState,
  round: number,
  { seen, writing: reports }: { readonly seen: SeenReplies; readonly writing: WritingReport[] },
): Promise<EvolveState> {
  const { bench, system, members, study } = context;
  const { writing } = study;
  const settings = evolveSettings(study, system, round);
  const byId = new Map(members.map(({ examinee }) => [examinee.card.id, examinee]));
  let state = before;
  while (state.rounds.length < round) {
    if (writing) {
      const written = await writtenGeneration({ bench, settings, writing, seen }, state);
      state = written.state;
      if (written.report) reports.push(written.report);
    }
    const ask = nextAsk(settings, state);
    if (!ask) throw new Error(`round ${round} of ${system.id} was asked for, but all are done`);
    recordDecision(bench, settings, state);
    const samples = bandSamples(ask.band, ask.samples);
    const asks: MeasureAsk[] = ask.items.map(({ id, text, examinees }) => ({
      id,
      text,
      to: examinees.flatMap((who) => {
        const examinee = byId.get(who);
        return examinee ? [{ examinee, samples }] : [];
      }),
    }));
    state = observe(
      settings,
      state,
      await collect(observations(context, asks, round, writing && seen)),
    );
  }
  return state;
}

function isUnjudged({ outcome }: MeasuredCell): boolean {
  return outcome.kind === "unmeasured" && outcome.why === "notRecorded";
}

async function* observations(
  { bench, system, levels }: Context,
  asks: readonly MeasureAsk[],
  round: number,
  seen: SeenReplies | null,
): AsyncGenerator<Observation> {
  for await (const measured of measure(bench, system, asks)) {
    if (!bench.asking && measured.cells.some(({ reply }) => reply === null))
      throw new JournalLacks(system.id, round);
    if (!bench.judging && measured.cells.some(isUnjudged)) throw new JournalLacks(system.id, round);
    seen?.add(measured, system);
    const [bareItem] = await readItems(bench, system, [measured.text]);
    yield observationOf(measured, { system, bareItem, levels });
  }
}

async function collect<T>(source: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const one of source) all.push(one);
  return all;
}

/** Asks everybody for fresh replies to the items of a round, and scores them. */
async function freshRound(
  context: Context,
  round: number,
  items: readonly Item[],
  about: {
    readonly candidates: number;
    readonly searchInformativeness: number | null;
    readonly writing: readonly WritingReport[];
    onItem(item: Item, measured: MeasuredItem): void;
  },
): Promise<FinishedRound> {
  const { study, system, bench, levels, members } = context;
  const everyone = bandSamples("fresh", study.config.budget.samples);
  // An examinee who joined later is scored on old items, but their terms stay as they were published.
  const present = presentIn(members, round);
  const panel = new Set(present.map(({ examinee }) => examinee.card.id));
  const outside = new Set(study.heldOut);
  const counts = { judged: 0, declined: 0, unmeasured: 0 };
  const byId = new Map(items.map((item) => [item.id, item]));
  const served = new Map<string, Set<string>>();
  const finished: Item[] = [];
  let separating = 0;
  const asks = items.map((item) => ({
    id: item.id,
    text: item.text,
    to: members.flatMap(({ examinee, recorded }) => {
      const times = recorded && round === 0 ? recorded(item) : null;
      if (times === 0) return [];
      return [{ examinee, samples: times === null ? everyone : bandSamples("fresh", times) }];
    }),
  }));
  for await (const measured of measure(bench, system, asks)) {
    const item = byId.get(measured.id) as Item;
    const [bareItem] = await readItems(bench, system, [measured.text]);
    const reading = { system, bareItem, levels };
    const terms = (who: ReadonlySet<string>, name: string): Terms =>
      termsOf(
        observationOf(measured, reading, who),
        evolveSettings(study, system, round),
        stream(study.config.seed, "null", name, item.id),
      );
    const scored: Item = {
      ...item,
      terms: {
        search: item.terms.search,
        fresh: terms(panel, "fresh"),
        heldOut: outside.size > 1 ? terms(outside, "held out") : null,
      },
    };
    finished.push(scored);
    const { posteriors } = observationOf(measured, reading, panel);
    const random = stream(study.config.seed, "separates", item.id);
    const settings = evolveSettings(study, system, round);
    if (permutationP(posteriors, settings.divergence, { random }) <= CHANCE) separating++;
    about.onItem(scored, measured);
    addCounts(counts, countOutcomes(measured, panel));
    for (const { examinee, reply } of measured.cells)
      if (reply) served.set(examinee, (served.get(examinee) ?? new Set()).add(reply.served));
  }
  return {
    items: finished,
    writing: about.writing,
    summary: { ...summarise(system, round, finished, counts, about), separating },
    served: new Map([...served].map(([examinee, ids]) => [examinee, [...ids].sort()])),
  };
}

function addCounts(
  counts: { judged: number; declined: number; unmeasured: number },
  more: OutcomeCounts,
): void {
  counts.judged += more.judged;
  counts.declined += more.declined;
  counts.unmeasured += more.unmeasured;
}

function summarise(
  system: ValueSystem,
  round: number,
  items: readonly Item[],
  counts: OutcomeCounts,
  about: { readonly candidates: number; readonly searchInformativeness: number | null },
): Omit<RoundSummary, "separating"> {
  const fresh = items.flatMap((item) => (item.terms.fresh ? [item.terms.fresh] : []));
  const interval = (values: readonly number[]) => {
    const { mean, low, high } = clusteredInterval(values.filter(Number.isFinite));
    return { mean, low, high };
  };
  const informativeness = interval(fresh.map((terms) => terms.informativeness));
  const { searchInformativeness } = about;
  const chosen = clusteredInterval(
    items.flatMap((item) => item.terms.search?.informativeness ?? []).filter(Number.isFinite),
  );
  // A ratio to something that may as well be 0 says nothing.
  const defined = chosen.low !== null && chosen.low > 0;
  return {
    system: system.id,
    round,
    items: items.length,
    candidates: about.candidates,
    searchInformativeness,
    freshInformativeness: informativeness,
    freshElicitation: interval(fresh.map((terms) => terms.elicitation)),
    shrinkage:
      defined && informativeness.mean !== null
        ? informativeness.mean / (searchInformativeness as number)
        : null,
    counts,
  };
}

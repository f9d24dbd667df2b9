import { stream } from "../random/stream.js";
import type { Band } from "../records/band.js";
import type { Item } from "../records/item.js";
import { dimensionIds } from "../values/value-system.js";
import { type Candidate, keptItem } from "./candidate.js";
import { COHERENCE, type EvolveSettings, FINALISTS_PER_ITEM } from "./evolve-settings.js";
import { keepBest } from "./keep.js";
import type { Observation } from "./observation.js";
import { observedTerms } from "./observed-terms.js";
import { propose } from "./propose.js";
import { slotDesign } from "./slot-design.js";
import { estimates, fitTheta, type Theta } from "./theta.js";

/** The items that came out of one round, and how many were written for it. */
export interface EvolvedRound {
  readonly round: number;
  readonly items: readonly Item[];
  readonly candidates: number;
  /** Mean null-subtracted D of the kept items when chosen; `null` when none was kept. */
  readonly searchInformativeness: number | null;
}

/** Where the evolution of one system stands. A plain value: keep it, compare it, step it again. */
export interface EvolveState {
  readonly stage: "search" | "screen" | "done";
  readonly round: number;
  readonly generation: number;
  /** What waits for replies. */
  readonly pending: readonly Candidate[];
  /** Everything scored so far, over all rounds. */
  readonly archive: readonly Candidate[];
  readonly theta: Theta | null;
  readonly rounds: readonly EvolvedRound[];
}

/** What must be asked before the evolution can go on: one barrier's worth of questions. */
export interface EvolveAsk {
  readonly band: Extract<Band, "search" | "screen">;
  readonly samples: number;
  readonly items: readonly {
    readonly id: string;
    readonly text: string;
    readonly examinees: readonly string[];
  }[];
}

/**
 * The state before anything was asked: the first generation is written and waits.
 *
 * Evolution is a state machine without effects. `nextAsk` says what to ask, `observe` takes what came back and
 * decides; decisions fall only there, so the order in which replies arrive cannot matter (design, decision 6).
 */
export function startEvolution(settings: EvolveSettings): EvolveState {
  const empty: EvolveState = {
    stage: "search",
    round: 1,
    generation: 0,
    pending: [],
    archive: [],
    theta: null,
    rounds: [],
  };
  if (settings.rounds === 0) return { ...empty, stage: "done" };
  return { ...empty, pending: write(settings, empty) };
}

/** What to ask next, or `null` when every round is done. */
export function nextAsk(settings: EvolveSettings, state: EvolveState): EvolveAsk | null {
  if (state.stage === "done") return null;
  return {
    band: state.stage,
    samples: settings.searchSamples,
    items: state.pending.map((candidate) => ({
      id: candidate.id,
      text: candidate.draft.text,
      examinees:
        state.stage === "screen"
          ? settings.panel
          : settings.panel.filter((id) => id !== leftOut(settings, candidate.id)),
    })),
  };
}

/**
 * One examinee at random sits out each item's search score, so that no item is tuned to one
 * model; panels of three or fewer spare nobody.
 */
function leftOut({ panel, seed }: EvolveSettings, item: string): string | null {
  return panel.length < 4 ? null : stream(seed, "left out", item).pick(panel);
}

/**
 * The next state, once everything that `nextAsk` named has come back.
 *
 * @param observations  one an item asked, in any order
 * @throws RangeError when an item asked has no observation
 */
export function observe(
  settings: EvolveSettings,
  state: EvolveState,
  observations: readonly Observation[],
): EvolveState {
  const byItem = new Map(observations.map((observation) => [observation.item, observation]));
  const scored = state.pending.map((candidate) => {
    const observation = byItem.get(candidate.id);
    if (!observation)
      throw new RangeError(`item ${candidate.id} was asked but nothing came back for it`);
    return score(settings, state.stage, candidate, observation);
  });
  return state.stage === "search"
    ? afterSearch(settings, state, scored)
    : afterScreen(settings, state, scored);
}

function score(
  settings: EvolveSettings,
  stage: EvolveState["stage"],
  candidate: Candidate,
  observation: Observation,
): Candidate {
  const random = stream(settings.seed, "null", stage, candidate.id);
  const seen = observedTerms(observation, settings, random);
  const { judged, declined, unmeasured } = observation.counts;
  // A refusal is a measurement under nonViolation, and silence under adherence.
  const spoke = settings.system.reading === "adherence" ? judged : judged + declined;
  const coherent = candidate.coherent && spoke >= COHERENCE * (judged + declined + unmeasured);
  return stage === "search"
    ? { ...candidate, coherent, search: seen }
    : { ...candidate, coherent, screen: seen };
}

function afterSearch(
  settings: EvolveSettings,
  state: EvolveState,
  scored: readonly Candidate[],
): EvolveState {
  const design = slotDesign(settings.writer, settings.system);
  const archive = [...state.archive, ...scored];
  const theta = fitTheta(archive, design, state.theta?.spreads ?? null);
  const searched = { ...state, archive, theta, generation: state.generation + 1 };
  if (searched.generation < settings.generations)
    return { ...searched, pending: write(settings, searched) };
  const finalists = keepBest({
    candidates: unkept(searched).filter((candidate) => candidate.screen === null),
    standing: estimates(theta, settings.alpha, archive),
    dimensions: dimensionIds(settings.system),
    count: FINALISTS_PER_ITEM * settings.items,
  });
  return { ...searched, stage: "screen", pending: finalists };
}

function afterScreen(
  settings: EvolveSettings,
  state: EvolveState,
  screened: readonly Candidate[],
): EvolveState {
  const byId = new Map(screened.map((candidate) => [candidate.id, candidate]));
  const archive = state.archive.map((candidate) => byId.get(candidate.id) ?? candidate);
  const kept = keepBest({
    candidates: unkept({ ...state, archive }).filter((candidate) => candidate.screen !== null),
    standing: estimates(state.theta, settings.alpha, archive),
    dimensions: dimensionIds(settings.system),
    count: settings.items,
  });
  const finished: EvolvedRound = {
    round: state.round,
    items: kept.map((candidate) =>
      keptItem(candidate, settings.system.id, state.round, settings.writer.id),
    ),
    candidates: archive.filter((candidate) => candidate.round === state.round).length,
    searchInformativeness: searchInformativeness(kept),
  };
  const rounds = [...state.rounds, finished];
  const next = { ...state, archive, rounds, round: state.round + 1, generation: 0 };
  if (state.round === settings.rounds) return { ...next, stage: "done", pending: [] };
  return { ...next, stage: "search", pending: write(settings, next) };
}

function searchInformativeness(kept: readonly Candidate[]): number | null {
  const values = kept.flatMap(({ search }) => search?.informativeness.value ?? []);
  if (values.length === 0) return null;
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function unkept(state: EvolveState): Candidate[] {
  const kept = new Set(state.rounds.flatMap((round) => round.items.map((item) => item.id)));
  return state.archive.filter((candidate) => !kept.has(candidate.id));
}

/** Writes the next generation; the candidates of a round are shared out evenly over its generations. */
function write(settings: EvolveSettings, state: EvolveState): Candidate[] {
  const { candidates, generations } = settings;
  const share = Math.floor(candidates / generations);
  const count = state.generation === 0 ? candidates - share * (generations - 1) : share;
  const design = slotDesign(settings.writer, settings.system);
  return propose(settings, design, state.archive, state.theta, state, count);
}

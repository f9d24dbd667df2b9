import type { Divergence } from "../information/divergence.js";
import type { Elicitation } from "../information/elicitation.js";
import { stream } from "../random/stream.js";
import type { Terms } from "../records/item.js";
import { clusteredInterval } from "../statistics/clustered-interval.js";
import { dimensionIds } from "../values/value-system.js";
import type { Candidate } from "./candidate.js";
import type { EvolveSettings } from "./evolve-settings.js";
import { keepBest } from "./keep.js";
import type { Observation } from "./observation.js";
import { observedTerms, termsOf } from "./observed-terms.js";
import { propose } from "./propose.js";
import { slotDesign } from "./slot-design.js";
import { estimates, fitTheta } from "./theta.js";

/** One way to compute and mix the two terms of Eq. 1. */
export interface SweepSetting {
  readonly alpha: number;
  readonly divergence: Divergence;
  readonly elicitation: Elicitation;
}

/** A mean over items with its 95 % interval, clustered by item. */
export interface SweepMean {
  readonly mean: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** Both terms of one set of items, on the replies that chose them and on fresh ones. */
export interface SweepTerms {
  /** D on the replies that chose: noise null subtracted, and still too high, since the luckiest were chosen. */
  readonly chosenInformativeness: SweepMean;
  readonly informativeness: SweepMean;
  readonly chosenElicitation: SweepMean;
  readonly elicitation: SweepMean;
}

/** What one setting picks, and what that is worth. */
export interface SweepRow extends SweepTerms {
  readonly alpha: number;
  readonly divergence: string;
  readonly elicitationChoice: string;
  /** The items picked, best first. */
  readonly items: readonly string[];
  /** Fresh over chosen D: what was left of it; `null` where the chosen one is not clearly above 0. */
  readonly shrinkage: number | null;
}

/** What alpha (and the divergence, and the elicitation) change in the choice of items. */
export interface ObjectiveSweep {
  readonly system: string;
  readonly candidates: number;
  readonly samples: number;
  readonly rows: readonly SweepRow[];
  /** As many items as drawn, chosen by nobody: what a choice has to beat. By the first row's divergence and elicitation. */
  readonly asDrawn: SweepTerms;
  /** How many of its first 20 items each row shares with each other row. */
  readonly shared: readonly (readonly number[])[];
  readonly texts: Readonly<Record<string, string>>;
}

/** D of what the second term alone picks beside D of what the first alone picks, on fresh replies. */
export interface TermAlone {
  readonly divergence: string;
  readonly elicitationChoice: string;
  /** At alpha 0. */
  readonly informativenessAlone: number;
  /** At alpha 1: elicitation chose. */
  readonly elicitationAlone: number;
}

/**
 * The paper's information-bottleneck remark as a check: with the second term of Eq. 1 alone, D falls. One entry for each divergence
 * and elicitation of a sweep that was tried at alpha 0 and at alpha 1.
 *
 * Source: Value Compass Benchmarks, remark on Eq. 1; methods 2.1.
 *
 * @returns D in the unit of the divergence, noise null subtracted; nothing where one of the two alphas is missing
 * @example
 * const row = (alpha: number, mean: number) =>
 *   ({ alpha, divergence: "jensen-shannon", elicitationChoice: "plug-in", informativeness: { mean } });
 * const [one] = termsAlone({ rows: [row(0, 0.04), row(1, 0.01)] });
 * [one.informativenessAlone, one.elicitationAlone]; // => [0.04, 0.01]
 * termsAlone({ rows: [row(0, 0.04)] }); // => []
 */
export function termsAlone({ rows }: Pick<ObjectiveSweep, "rows">): TermAlone[] {
  return rows.flatMap((first) => {
    const { divergence, elicitationChoice } = first;
    const second = rows.find(
      (row) =>
        row.alpha === 1 &&
        row.divergence === divergence &&
        row.elicitationChoice === elicitationChoice,
    );
    const [informativenessAlone, elicitationAlone] = [
      first.informativeness.mean,
      second?.informativeness.mean ?? null,
    ];
    if (first.alpha !== 0 || informativenessAlone === null || elicitationAlone === null) return [];
    return [{ divergence, elicitationChoice, informativenessAlone, elicitationAlone }];
  });
}

/** Puts items to the whole panel and reads the replies: one observation an item, in any order. */
export type SweepAsk = (
  items: readonly { readonly id: string; readonly text: string }[],
  band: "search" | "fresh",
) => Promise<readonly Observation[]>;

/** The items of each row that are compared with those of the others. */
export const SWEEP_TOP = 20;

/**
 * Turns alpha, the divergence and the elicitation on one and the same set of candidates. All candidates are put to the
 * panel once; every setting chooses from the same replies; what any of them picked is asked once more, and both
 * terms are told apart on those fresh replies. So rows differ by what they want, and not by their luck.
 *
 * @param settings  `items` are picked of `candidates`; its alpha, divergence and elicitation are not used
 * @param choices   one row each, in this order
 * @param ask       puts items to the panel; all of them, each with one observation
 * @throws RangeError without any choice, or where an item that was asked has no observation
 * @example
 * const system = valueSystem("schwartz");
 * const panel = demoPanel(7);
 * const terms = { divergence: divergence("jensen-shannon"), elicitation: elicitation("plug-in"), clip: 0.01 };
 * const settings = {
 *   ...{ system, seed: 7, writer: grammarWriter(), panel: panel.map(({ card }) => card.id), alpha: 0, ...terms },
 *   ...{ rounds: 1, items: 4, candidates: 12, generations: 1, searchSamples: 2 },
 * };
 * const ask = async (items: readonly { id: string; text: string }[], band: "search" | "fresh") => {
 *   const observations = [];
 *   for (const item of items) {
 *     const lab = { system, reader: { kind: "labels" } };
 *     observations.push((await readInLab(lab, item, panel, bandSamples(band, 2))).observation);
 *   }
 *   return observations;
 * };
 * const sweep = await objectiveSweep(settings, [0, 1].map((alpha) => ({ alpha, ...terms })), ask);
 * sweep.rows.map(({ alpha, items }) => [alpha, items.length]); // => [[0, 4], [1, 4]]
 * sweep.shared[0][0]; // => 4
 */
export async function objectiveSweep(
  settings: EvolveSettings,
  choices: readonly SweepSetting[],
  ask: SweepAsk,
): Promise<ObjectiveSweep> {
  if (choices.length === 0) throw new RangeError("a sweep needs one setting or more: 0");
  const design = slotDesign(settings.writer, settings.system);
  const moment = { round: 1, generation: 0 };
  const drawn = propose(settings, design, [], null, moment, settings.candidates);
  const chosenOn = byItem(await ask(asked(drawn), "search"));
  const picks = choices.map((choice) => picked({ ...settings, ...choice }, drawn, chosenOn));
  const reference = drawn.slice(0, settings.items);
  const wanted = new Set([...picks.flat(), ...reference].map(({ id }) => id));
  const again = drawn.filter(({ id }) => wanted.has(id));
  const freshOn = byItem(await ask(asked(again), "fresh"));
  const terms = (choice: SweepSetting, items: readonly Candidate[]) =>
    termsOfSet({ ...settings, ...choice }, items, chosenOn, freshOn);
  return {
    system: settings.system.id,
    candidates: drawn.length,
    samples: settings.searchSamples,
    rows: choices.map((choice, n) => rowOf(choice, picks[n], terms(choice, picks[n]))),
    asDrawn: terms(choices[0], reference),
    shared: picks.map((one) => picks.map((other) => sharedTop(one, other))),
    texts: Object.fromEntries(again.map(({ id, draft }) => [id, draft.text])),
  };
}

function asked(candidates: readonly Candidate[]) {
  return candidates.map(({ id, draft }) => ({ id, text: draft.text }));
}

function byItem(observations: readonly Observation[]): Map<string, Observation> {
  return new Map(observations.map((observation) => [observation.item, observation]));
}

function seen(observations: ReadonlyMap<string, Observation>, id: string): Observation {
  const observation = observations.get(id);
  if (!observation) throw new RangeError(`item ${id} was asked but nothing came back for it`);
  return observation;
}

/** What this setting would keep, by the same rules as an evolving round. */
function picked(
  settings: EvolveSettings,
  drawn: readonly Candidate[],
  chosenOn: ReadonlyMap<string, Observation>,
): Candidate[] {
  const scored = drawn.map((candidate) => ({
    ...candidate,
    search: observedTerms(
      seen(chosenOn, candidate.id),
      settings,
      stream(settings.seed, "null", "search", candidate.id),
    ),
  }));
  const theta = fitTheta(scored, slotDesign(settings.writer, settings.system), null);
  return keepBest({
    candidates: scored,
    standing: estimates(theta, settings.alpha, scored),
    dimensions: dimensionIds(settings.system),
    count: settings.items,
  });
}

function termsOfSet(
  settings: EvolveSettings,
  items: readonly Candidate[],
  chosenOn: ReadonlyMap<string, Observation>,
  freshOn: ReadonlyMap<string, Observation>,
): SweepTerms {
  const all = (on: ReadonlyMap<string, Observation>, band: string): Terms[] =>
    items.map(({ id }) => termsOf(seen(on, id), settings, stream(settings.seed, "null", band, id)));
  const chosen = all(chosenOn, "search");
  const fresh = all(freshOn, "fresh");
  return {
    chosenInformativeness: meanOf(chosen.map(({ informativeness }) => informativeness)),
    informativeness: meanOf(fresh.map(({ informativeness }) => informativeness)),
    chosenElicitation: meanOf(chosen.map(({ elicitation }) => elicitation)),
    elicitation: meanOf(fresh.map(({ elicitation }) => elicitation)),
  };
}

function meanOf(values: readonly number[]): SweepMean {
  const { mean, low, high } = clusteredInterval(values.filter(Number.isFinite));
  return { mean, low, high };
}

function rowOf(choice: SweepSetting, items: readonly Candidate[], terms: SweepTerms): SweepRow {
  const { chosenInformativeness: chosen, informativeness: fresh } = terms;
  const clear = chosen.low !== null && chosen.low > 0 && chosen.mean !== null;
  return {
    alpha: choice.alpha,
    divergence: named(choice.divergence),
    elicitationChoice: named(choice.elicitation),
    items: items.map(({ id }) => id),
    ...terms,
    shrinkage: clear && fresh.mean !== null ? fresh.mean / (chosen.mean ?? 1) : null,
  };
}

function named({ id, settings }: Divergence | Elicitation): string {
  const told = Object.entries(settings ?? {}).map(([name, value]) => `${name}=${value}`);
  return told.length === 0 ? id : `${id}:${told.join(",")}`;
}

function sharedTop(one: readonly Candidate[], other: readonly Candidate[]): number {
  const top = new Set(one.slice(0, SWEEP_TOP).map(({ id }) => id));
  return other.slice(0, SWEEP_TOP).filter(({ id }) => top.has(id)).length;
}

import { mixedPanel } from "../examinees/mixed-panel.js";
import { simulatedFromPublished } from "../examinees/published-panel.js";
import { isSimulated, type SimulatedExaminee } from "../examinees/simulated.js";
import { simulatedSystems } from "../examinees/simulator-words.js";
import { publishedModels, publishedProfile } from "../facts/published-profile.js";
import type { Recognizer } from "../ports/judge.js";
import { type Progress, silent } from "../ports/progress.js";
import { embeddedRecognizer } from "../recognizer/embedded-recognizer.js";
import { membersFor, type Study } from "../run/study.js";
import { evolveSettings } from "../run/system-run.js";
import type { RankBudget } from "../scoring/rank-budget.js";
import type { ValueSystem } from "../values/value-system.js";
import { cellSource, type FoundBudget, searchBudget } from "./budget-search.js";
import { type ConfiguredCheck, configuredCheck } from "./configured-check.js";
import { errorlessBudget } from "./errorless-budget.js";
import { evolveInLab } from "./evolve-in-lab.js";
import type { LabItem } from "./item-sets.js";
import type { Lab, LabReader } from "./lab.js";
import { addCells, emptyCells, liftedCells } from "./panel-cells.js";

/** How a study is validated. */
export interface ValidateOptions {
  /** The Spearman that the cheapest budget has to reach. */
  readonly target: number;
  /** The most replies a system that may be simulated to confirm a budget. */
  readonly mostReplies: number;
  readonly pilot?: RankBudget;
  readonly seed?: number;
  readonly progress?: Progress;
}

/** What an instrument, configured as a study says, would find on one system. Simulated throughout. */
export interface SystemValidation {
  readonly system: string;
  readonly simulated: true;
  /** The configuration as it stands: its items, its samples, its recognizer. */
  readonly configured: ConfiguredCheck;
  /** What it takes to recover the published ranking from the words of replies, scored as scores are. */
  readonly budget: FoundBudget;
  /** The same replies, with the recognizer's level on value-free text taken off every reading. */
  readonly lifted: FoundBudget;
  /** The same if replies were read without error and nobody declined: what is left is the items' and the replies' own noise. */
  readonly perfect: FoundBudget;
  readonly notes: readonly string[];
}

const PILOT: RankBudget = { items: 300, samples: 2 };

/**
 * Plants the published scores of all models, runs the study's own configuration on them, and says what the instrument would find: how well
 * ranks are recovered, how far off scores are, what their intervals are worth, which differences they can show, and the cheapest budget that
 * would recover the published ranking. Nothing is asked of the world, and nothing here is a finding about a real model. One would
 * reach for it before paying for a study: `validate` does the same on the command line.
 *
 * Source: methods 11 (simulation-based validation); docs/design/validity.md.
 *
 * @param study    from `assembleStudy`
 * @param system   one of its systems, one that `canValidate`
 * @param options  `target`: a Spearman from 0 to 1; `mostReplies`: replies simulated at the most
 * @example
 * const budget = { rounds: 0, samples: 1 };
 * const config = checkStudy({ ...demoStudy, systems: ["mft"], budget }, "study.json");
 * const study = await assembleStudy(config, ".");
 * const small = { target: 0.1, mostReplies: 1, pilot: { items: 30, samples: 2 } };
 * const { simulated, configured } = await validateSystem(study, study.systems[0], small);
 * [simulated, configured.samples]; // => [true, 1]
 */
export async function validateSystem(
  study: Study,
  system: ValueSystem,
  options: ValidateOptions,
): Promise<SystemValidation> {
  const { progress = silent, pilot = PILOT, target, mostReplies } = options;
  const seed = options.seed ?? study.config.seed;
  const { recognizer, notes } = readerFor(study);
  const lab: Lab = { system, reader: { kind: "recognizer", recognizer } };
  const labels: Lab = { system, reader: { kind: "labels" } };
  const panel = publishedPanelFor(system, seed);
  const count = (replies: number) => progress.advance(replies);
  const { items, stoodIn } = await configuredItems(study, system, lab.reader, seed);
  const cells = emptyCells(lab, panel);
  const { samples } = study.config.budget;
  await addCells(cells, lab, items, panel, samples, count);
  const truths = emptyCells(labels, panel);
  await addCells(truths, labels, items, panel, samples);
  const search = { target, mostReplies, seed };
  const source = cellSource(lab, panel, pilot, seed, count);
  return {
    system: system.id,
    simulated: true,
    configured: configuredCheck(cells, truths, seed),
    budget: await searchBudget(source, search),
    lifted: await searchBudget(source, { ...search, view: liftedCells }),
    perfect: errorlessBudget(system, panel, { target, seed }),
    notes: [
      ...notes,
      ...(stoodIn > 0
        ? [`${stoodIn} examinees of the study are not simulated: random profiles stood in for them`]
        : []),
    ],
  };
}

/**
 * Systems of a study that the simulator has words and published profiles for.
 *
 * @example
 * canValidate(valueSystem("mft")); // => true
 */
export function canValidate(system: ValueSystem): boolean {
  return simulatedSystems.includes(system.id) && publishedPanelFor(system, 1).length >= 3;
}

/** Every model with published scores of a system, simulated. */
export function publishedPanelFor(system: ValueSystem, seed: number): SimulatedExaminee[] {
  return publishedModels()
    .filter(({ id }) => system.id in publishedProfile(id).profiles)
    .map(({ id }) => simulatedFromPublished(id, { seed }));
}

/** The items that the study would score on: evolved with its own search, or its static ones. */
async function configuredItems(
  study: Study,
  system: ValueSystem,
  reader: LabReader,
  seed: number,
): Promise<{ readonly items: readonly LabItem[]; readonly stoodIn: number }> {
  if (study.config.budget.rounds === 0)
    return { items: study.staticItems.get(system.id) ?? [], stoodIn: 0 };
  const members = membersFor(study, system.id)
    .map(({ examinee }) => examinee)
    .filter(({ card }) => study.search.includes(card.id));
  const known = members.filter(isSimulated);
  const stoodIn = members.length - known.length;
  const others = mixedPanel(seed, { published: 0, archetypes: stoodIn });
  const searching = [...known, ...others];
  const settings = {
    ...evolveSettings(study, system, 1),
    panel: searching.map(({ card }) => card.id),
    guests: undefined,
  };
  const { rounds } = await evolveInLab({ system, reader }, searching, settings);
  return { items: rounds.flat(), stoodIn };
}

/** The study's own recognizer where it runs here; one that costs calls is stood in for by the embedded one. */
function readerFor({ recognizer }: Study): {
  readonly recognizer: Recognizer;
  readonly notes: readonly string[];
} {
  if (!recognizer.conversations) return { recognizer, notes: [] };
  return {
    recognizer: embeddedRecognizer(),
    notes: [`${recognizer.id} would cost calls: the embedded recognizer stood in for it`],
  };
}

import { existsSync } from "node:fs";
import { join } from "node:path";
import { demoPanel } from "../examinees/demo-panel.js";
import { type Instruction, instructedSimulated } from "../examinees/instruction.js";
import { simulatedFromPublished } from "../examinees/published-panel.js";
import type { World } from "../examinees/world.js";
import type { Examinee } from "../ports/ask.js";
import { InputError } from "../ports/input-error.js";
import { embeddedRecognizer } from "../recognizer/embedded-recognizer.js";
import { assembleStudy } from "../run/assemble-study.js";
import { membersFor, type Study } from "../run/study.js";
import { studyItems } from "../run/study-items.js";
import type { StudyConfig } from "../run/study-schema.js";
import { type BenchOptions, withBench } from "../run/with-bench.js";
import type { SystemId, ValueSystem } from "../values/value-system.js";
import { type Asking, askInMemory, askOnBench, isSimulated } from "./asking.js";
import type { LabItem } from "./item-sets.js";

/** Who takes part in an experiment, and how they are asked. */
export interface ExperimentPanel {
  readonly examinees: readonly Examinee[];
  readonly asking: Asking;
  /** The examinees after each instruction, in the same order. */
  told(instruction: Instruction): readonly Examinee[];
}

/** The models of the paper's Fig. 4(a) and (b) with published moral-foundation scores; Llama-2-70B-Chat has none. */
const KNOWING_PANEL = ["gpt-3.5-turbo", "o3-mini", "deepseek-r1", "llama-3.3-70b-instruct"];

/** Which simulated panel. */
export interface SimulatedPanelOptions {
  /** The panel of Fig. 4(a) in the place of the demo's. */
  readonly knowing?: boolean;
  /** Reads replies by what was planted: no reading error. */
  readonly labels?: boolean;
  /** `defaultWorld` unless given. */
  readonly world?: World;
  /** Only those who can be measured on this system. */
  readonly system?: SystemId;
}

/**
 * The panel that takes part where no study is named: simulated, in memory, read by the embedded recognizer; no key.
 *
 * @param seed  names the luck of the examinees
 * @returns the panel of the demo, or with `knowing` the one of Fig. 4(a); with `labels` replies are read without error, by
 *   what was planted
 * @example
 * simulatedPanel(7).examinees.length; // => 8
 * simulatedPanel(7, { knowing: true }).examinees[0].card.name; // => "GPT-3.5-Turbo"
 */
export function simulatedPanel(seed: number, options: SimulatedPanelOptions = {}): ExperimentPanel {
  const { knowing = false, world, labels = false, system } = options;
  const everybody = knowing
    ? KNOWING_PANEL.map((model) => simulatedFromPublished(model, { seed, world }))
    : demoPanel(seed, { world });
  const examinees = everybody.filter(
    ({ card }) => system === undefined || card.systems?.includes(system),
  );
  return {
    examinees,
    asking: askInMemory(
      labels ? { kind: "labels" } : { kind: "recognizer", recognizer: embeddedRecognizer() },
    ),
    told: (instruction) => examinees.map((one) => instructedSimulated(one, instruction)),
  };
}

/** A study whose examinees take part, beside its rounds. */
export interface StudyPanelOptions extends BenchOptions {
  readonly config: StudyConfig;
  readonly folder: string;
  readonly system: ValueSystem;
  /** What examinees will be told; each makes variants of the study's endpoints. */
  readonly instructions?: readonly Instruction[];
}

/**
 * Lets a study's examinees take part: endpoints under the study's keys, limits, caps and journal, simulated ones as
 * they are. Recorded replies answer nothing new and stay out. Nothing of the study's rounds or results changes.
 *
 * @throws InputError where nobody is left who can be asked
 */
export async function withStudyPanel<Result>(
  { config, folder, system, instructions = [], ...options }: StudyPanelOptions,
  work: (panel: ExperimentPanel, study: Study) => Promise<Result>,
): Promise<Result> {
  const study = await assembleStudy(withVariants(config, instructions), folder);
  const variants = new Set(
    config.examinees.flatMap((entry) =>
      entry.kind === "endpoint" ? instructions.map(({ id }) => `${entry.id}+${id}`) : [],
    ),
  );
  const byId = new Map(study.members.map(({ examinee }) => [examinee.card.id, examinee]));
  const examinees = membersFor(study, system.id)
    .filter(({ examinee, recorded }) => recorded === null && !variants.has(examinee.card.id))
    .map(({ examinee }) => examinee);
  if (examinees.length === 0)
    throw new InputError({
      where: `${folder}/study.json: examinees`,
      problem: `has nobody who can be asked about ${system.id}`,
      arrived: null,
      fix: "add an endpoint or a simulated examinee; recorded replies answer nothing new",
    });
  return withBench(study, folder, options, (bench) =>
    work(
      {
        examinees,
        asking: askOnBench(bench),
        told: (instruction) =>
          examinees.map((examinee) => {
            if (isSimulated(examinee)) return instructedSimulated(examinee, instruction);
            const variant = byId.get(`${examinee.card.id}+${instruction.id}`);
            if (!variant) throw new RangeError(`${examinee.card.id} cannot be told anything`);
            return variant;
          }),
      },
      study,
    ),
  );
}

/** The study with one more endpoint entry for each endpoint and instruction: the same model under a longer prompt. */
function withVariants(config: StudyConfig, instructions: readonly Instruction[]): StudyConfig {
  const variants = config.examinees.flatMap((entry) =>
    entry.kind === "endpoint"
      ? instructions.map(({ id, prompt }) => ({
          ...entry,
          id: `${entry.id}+${id}`,
          prompt: entry.prompt === null ? prompt : `${entry.prompt}\n\n${prompt}`,
        }))
      : [],
  );
  return { ...config, examinees: [...config.examinees, ...variants] };
}

/**
 * The items of a study for an experiment: those of its newest round, or its static ones while no round was run. At
 * most `most`, the same number for each dimension as far as there are any.
 */
export function panelItems(
  study: Study,
  folder: string,
  system: ValueSystem,
  most: number,
): LabItem[] {
  return balanced(newestItems(study, folder, system), system, most);
}

/** The items of a study's newest round; its static ones while no round was run. */
export function newestItems(study: Study, folder: string, system: ValueSystem): readonly LabItem[] {
  const fixed = study.staticItems.get(system.id) ?? [];
  if (!existsSync(join(folder, "rounds"))) return fixed;
  const rounds = studyItems(folder).map(({ items }) =>
    items.filter((item) => item.system === system.id),
  );
  return rounds.findLast((items) => items.length > 0) ?? fixed;
}

/** Deals items out over the dimensions they target first, so that a short list leaves none of them out. */
export function balanced(items: readonly LabItem[], system: ValueSystem, most: number): LabItem[] {
  const hands = system.dimensions.map(({ id }) => items.filter(({ targets }) => targets[0] === id));
  const dealt: LabItem[] = [];
  for (let turn = 0; dealt.length < Math.min(most, items.length); turn++) {
    const next = hands.flatMap((hand) => hand.slice(turn, turn + 1));
    if (next.length === 0) break;
    dealt.push(...next);
  }
  return dealt.slice(0, most);
}

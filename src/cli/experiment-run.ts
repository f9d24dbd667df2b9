import { join } from "node:path";
import type { Command } from "commander";
import { experimentPage } from "../dashboard/experiment-page.js";
import type { Instruction } from "../examinees/instruction.js";
import type { World } from "../examinees/world.js";
import { type ExperimentSource, simulationNote } from "../experiments/experiment-figures.js";
import {
  type ExperimentPanel,
  simulatedPanel,
  withStudyPanel,
} from "../experiments/experiment-panel.js";
import type { Figure } from "../figures/figure.js";
import { InputError } from "../ports/input-error.js";
import { silent } from "../ports/progress.js";
import { readStudy } from "../run/read-study.js";
import type { Study } from "../run/study.js";
import { writeWhole } from "../run/write-file.js";
import type { ValueSystem } from "../values/value-system.js";
import { EXIT } from "./exit-code.js";
import { progressLine } from "./progress-line.js";
import type { VerbContext } from "./verb-context.js";

/** Flags that all experiments share. */
export interface ExperimentFlags {
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly repeats: number;
  readonly seed: number;
  readonly out?: string;
  readonly labels?: boolean;
}

/** Adds one experiment: its name, what it asks, an example. */
export type ExperimentVerb = (
  name: string,
  about: string,
  example: string,
  repeats?: number,
) => Command;

const CONCURRENCY = 8;

/** Where figures go when no study is named. */
export const EXPERIMENTS_FOLDER = "studies/experiments";

/** The panel of an experiment and, where a study was named, the study with its folder. */
export interface Placed {
  readonly panel: ExperimentPanel;
  readonly study: Study | null;
  readonly folder: string | null;
}

/** Who is asked about what, and what they will be told. */
export interface PlacedOptions {
  readonly system: ValueSystem;
  readonly instructions?: readonly Instruction[];
  /** Takes the panel of Fig. 4(a) where no study is named. */
  readonly knowing?: boolean;
  /** The world of that panel. */
  readonly world?: World;
}

/** Runs an experiment on the panel that the command line names. */
export async function onPanel<Result>(
  folder: string | undefined,
  flags: ExperimentFlags,
  context: VerbContext,
  { system, instructions = [], knowing = false, world }: PlacedOptions,
  work: (placed: Placed) => Promise<Result>,
): Promise<Result> {
  const { labels = false } = flags;
  if (folder === undefined) {
    const panel = simulatedPanel(flags.seed, { knowing, labels, world, system: system.id });
    if (panel.examinees.length === 0)
      throw new InputError({
        where: "--system",
        problem: "is not one that simulated examinees have",
        arrived: system.id,
        fix: "name a study whose examinees can be asked about it",
      });
    return work({ panel, study: null, folder: null });
  }
  if (labels)
    throw new InputError({
      where: "--labels",
      problem: "reads what was planted, which only the simulated panel has",
      arrived: folder,
      fix: "leave the study out, or --labels",
    });
  const device = { isTTY: context.isTTY, write: context.err, now: context.now };
  return withStudyPanel(
    {
      config: readStudy(folder),
      folder,
      system,
      instructions,
      concurrency: CONCURRENCY,
      progress: flags.quiet ? silent : progressLine(device),
      signal: context.signal,
    },
    (panel, study) => work({ panel, study, folder }),
  );
}

/** Whose replies they are, for captions. */
export function sourceOf({ examinees }: ExperimentPanel): ExperimentSource {
  const names = new Map(examinees.map(({ card }) => [card.id, card]));
  return {
    simulated: examinees.some(({ card }) => card.origin === "simulated"),
    nameOf: (id) => {
      const card = names.get(id);
      return card ? `${card.name}${card.origin === "simulated" ? " (sim)" : ""}` : id;
    },
  };
}

/** What an experiment hands out. */
export interface Told {
  readonly name: string;
  readonly json: Readonly<Record<string, unknown>>;
  readonly text: string;
  readonly source: ExperimentSource;
  readonly figure?: Figure;
  /** A page in the figure's place. */
  readonly page?: string;
}

/** Writes the figure and prints the result. */
export function tell(
  told: Told,
  folder: string | null,
  flags: ExperimentFlags,
  context: VerbContext,
): number {
  const { name, figure, page, source } = told;
  const out = flags.out ?? (folder === null ? EXPERIMENTS_FOLDER : join(folder, "experiments"));
  const path = join(out, `${name}.html`);
  const note = simulationNote(source.simulated);
  const content = page ?? (figure && experimentPage(figure, note));
  if (content !== undefined) writeWhole(path, content);
  const { simulated } = source;
  if (flags.json)
    context.out(
      `${JSON.stringify({ experiment: name, simulated, note, page: path, ...told.json })}\n`,
    );
  else context.out(`${told.text}\n\n${note}\nfigure: ${path}\n`);
  return EXIT.done;
}

import type { EvolveState } from "../generator/evolve.js";
import { InputError } from "../ports/input-error.js";
import { silent } from "../ports/progress.js";
import type { Item } from "../records/item.js";
import type { ValueSystem } from "../values/value-system.js";
import { JournalLacks } from "./journal-lacks.js";
import type { MeasuredItem } from "./measure.js";
import type { Study } from "./study.js";
import { type SystemRun, systemRun } from "./system-run.js";
import { withBench } from "./with-bench.js";

/**
 * The evolution of every system as the journal tells it, without asking anybody: everything that was tried, not only
 * what was kept.
 *
 * @param onItem  told of every kept item with its fresh replies
 *
 * @throws InputError when the journal lacks replies that the rounds need
 */
export async function replayedEvolution(
  study: Study,
  folder: string,
  signal: AbortSignal,
  onItem: (system: ValueSystem, item: Item, measured: MeasuredItem) => void = () => {},
): Promise<readonly { readonly run: SystemRun; readonly state: EvolveState }[]> {
  const options = { concurrency: 1, progress: silent, signal, asking: false };
  return withBench(study, folder, options, async (bench) => {
    const all = [];
    for (const system of study.systems) {
      const run = await systemRun(study, system, bench);
      try {
        for (let round = 0; round <= study.config.budget.rounds; round++)
          await run.round(round, (item, measured) => onItem(system, item, measured));
      } catch (error) {
        if (!(error instanceof JournalLacks)) throw error;
        throw new InputError(
          {
            where: `${folder}/journal.db`,
            problem: "lacks replies that the study's rounds rest on",
            arrived: error.message,
            fix: `run the study first: value-compass run ${folder}`,
          },
          { cause: error },
        );
      }
      all.push({ run, state: run.state() });
    }
    return all;
  });
}

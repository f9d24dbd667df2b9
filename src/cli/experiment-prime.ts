import { circleOf, PUSH, primingInstruction } from "../examinees/instruction.js";
import { primingFigure } from "../experiments/experiment-figures.js";
import { balanced, panelItems } from "../experiments/experiment-panel.js";
import { type LabItem, randomSet } from "../experiments/item-sets.js";
import { type PanelPriming, primePanel } from "../experiments/panel-priming.js";
import { stream } from "../random/stream.js";
import type { ValueSystem } from "../values/value-system.js";
import {
  type ExperimentFlags,
  type ExperimentVerb,
  onPanel,
  type Placed,
  sourceOf,
  tell,
} from "./experiment-run.js";
import { between, experimentTable, fixed, shownP } from "./experiment-table.js";
import { namedSystem } from "./named-system.js";
import { asInput } from "./reading-source.js";
import { shown } from "./summary.js";
import type { VerbContext } from "./verb-context.js";
import { positive, unit } from "./verb-options.js";

interface PrimeFlags extends ExperimentFlags {
  readonly system: string;
  readonly dimension?: readonly string[];
  readonly items: number;
  readonly push: number;
}

/** Adds `experiment prime`, also called `priming`. */
export function registerPrime(
  verb: ExperimentVerb,
  context: VerbContext,
  done: (code: number) => void,
): void {
  verb(
    "prime",
    "push one value after another by a system prompt: does it rise, do its opposites fall?",
    "value-compass experiment priming --dimension power benevolence",
  )
    .alias("priming")
    .option("--system <id>", "whose values; it needs a circular order", "schwartz")
    .option("--dimension <id...>", "the values to push; all unless named")
    .option("--items <n>", "items put to everybody, at the most", positive, 40)
    .option(
      "--push <p>",
      "simulated examinees: how far a pushed score moves; 0 switches it off",
      unit,
      PUSH,
    )
    .action(async (folder: string | undefined, flags: PrimeFlags) =>
      done(await prime(folder, flags, context)),
    );
}

async function prime(
  folder: string | undefined,
  flags: PrimeFlags,
  context: VerbContext,
): Promise<number> {
  const system = namedSystem(flags.system);
  const instructions = asInput("--dimension", "name values of a circle, such as power", () =>
    (flags.dimension ?? circleOf(system)).map((id) => primingInstruction(system, id, flags.push)),
  );
  return onPanel(folder, flags, context, { system, instructions }, async (placed) => {
    const { panel } = placed;
    const result = await primePanel({
      system,
      asking: panel.asking,
      items: itemsOf(placed, system, flags),
      examinees: panel.examinees,
      primed: new Map(instructions.map((one) => [one.id, panel.told(one)])),
      repeats: flags.repeats,
    });
    const source = sourceOf(panel);
    const assumed = panel.examinees.some(({ card }) => card.planted) ? flags.push : null;
    return tell(
      {
        name: "prime",
        json: { ...result, push: assumed },
        text: primeText(result, source.nameOf, assumed),
        source,
        figure: primingFigure(result, source),
      },
      placed.folder,
      flags,
      context,
    );
  });
}

/** A study's newest items; without a study, items of the grammar as they come. */
export function itemsOf(
  { study, folder }: Placed,
  system: ValueSystem,
  { items, seed }: { readonly items: number; readonly seed: number },
): readonly LabItem[] {
  if (study && folder !== null) return panelItems(study, folder, system, items);
  return balanced(randomSet(system, 4 * items, stream(seed, "experiment items")), system, items);
}

function primeText(
  result: PanelPriming,
  nameOf: (id: string) => string,
  push: number | null,
): string {
  const tests = experimentTable(
    `Priming: ${result.system}, ${result.items} items, ${result.repeats} replies each, read by ${result.reader}; ` +
      "pairs are pushed values; scores x 100",
    ["examinee", "part", "before", "after", "change", "t", "p", "dz", "pairs"],
    result.tests.map(({ examinee, part, before, after, test }) => [
      examinee === null ? "whole panel" : nameOf(examinee),
      part,
      shown(before),
      shown(after),
      before === null || after === null ? "-" : shown(after - before),
      fixed(test?.t),
      shownP(test?.p ?? null),
      fixed(test?.dz),
      String(test?.pairs ?? 1),
    ]),
    2,
  );
  const targets = experimentTable(
    "Each pushed value on the whole panel: change of the mean reading, interval over items",
    ["pushed", "part", "before", "after", "change", "95 % interval", "items"],
    result.targets.map(({ target, part, before, after, change }) => [
      target,
      part,
      shown(before),
      shown(after),
      fixed(change.mean, 3),
      between(change, 3),
      String(change.items),
    ]),
    2,
  );
  const counts = `${result.unmeasured} of ${result.cells} cells unmeasured`;
  return [
    tests,
    `${targets}\n${counts}`,
    ...(push === null
      ? ["An instrument that sees nothing and a model that does not follow look alike here."]
      : [
          `assumption: a pushed score moves up by ${push}, the others with the cosine of their angle on the circle; ` +
            "--push 0 switches it off. That opposites fall is planted: the experiment shows whether the instrument sees it.",
        ]),
  ].join("\n\n");
}

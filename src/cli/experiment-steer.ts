import { archetypeIds, simulatedArchetype } from "../examinees/archetypes.js";
import { OBEDIENCE, steeringInstruction, type TargetProfile } from "../examinees/instruction.js";
import { steeringFigure } from "../experiments/experiment-figures.js";
import { type Steering, steerPanel } from "../experiments/steerability.js";
import { InputError } from "../ports/input-error.js";
import { dimensionIds, type ValueSystem } from "../values/value-system.js";
import { itemsOf } from "./experiment-prime.js";
import {
  type ExperimentFlags,
  type ExperimentVerb,
  onPanel,
  sourceOf,
  tell,
} from "./experiment-run.js";
import { between, experimentTable, fixed } from "./experiment-table.js";
import { namedSystem } from "./named-system.js";
import { namedNumbers } from "./reading-source.js";
import type { VerbContext } from "./verb-context.js";
import { positive, unit } from "./verb-options.js";

interface SteerFlags extends ExperimentFlags {
  readonly system: string;
  readonly towards: string;
  readonly items: number;
  readonly obedience: number;
}

const HIGHEST = 10;

/** Adds `experiment steer`. */
export function registerSteer(
  verb: ExperimentVerb,
  context: VerbContext,
  done: (code: number) => void,
): void {
  verb(
    "steer",
    "tell examinees an order of values: how near does their profile come to it?",
    "value-compass experiment steer --towards power=9,achievement=8,benevolence=2,universalism=1",
  )
    .option("--system <id>", "whose values", "schwartz")
    .option(
      "--towards <profile>",
      `an archetype (${archetypeIds.join(", ")}), or values from 0 to 10: power=9,benevolence=2,...`,
      "sim:guardian",
    )
    .option("--items <n>", "items put to everybody, at the most", positive, 60)
    .option(
      "--obedience <p>",
      "simulated examinees: the share of the way that they go; 0 switches it off",
      unit,
      OBEDIENCE,
    )
    .action(async (folder: string | undefined, flags: SteerFlags) =>
      done(await steer(folder, flags, context)),
    );
}

async function steer(
  folder: string | undefined,
  flags: SteerFlags,
  context: VerbContext,
): Promise<number> {
  const system = namedSystem(flags.system);
  const target = targetOf(flags.towards, system);
  const instruction = steeringInstruction(system, target, flags.obedience);
  const instructions = [instruction];
  return onPanel(folder, flags, context, { system, instructions }, async (placed) => {
    const { panel } = placed;
    const { repeats, seed } = flags;
    const result = await steerPanel({
      system,
      asking: panel.asking,
      items: itemsOf(placed, system, flags),
      examinees: panel.examinees,
      steered: panel.told(instruction),
      target,
      repeats,
      seed,
    });
    const source = sourceOf(panel);
    const assumed = panel.examinees.some(({ card }) => card.planted) ? flags.obedience : null;
    return tell(
      {
        name: "steer",
        json: { ...result, prompt: instruction.prompt, obedience: assumed },
        text: steerText(result, source.nameOf, { prompt: instruction.prompt, assumed }),
        source,
        figure: steeringFigure(result, source),
      },
      placed.folder,
      flags,
      context,
    );
  });
}

/** An archetype's planted profile, or numbers from 0 to 10 brought to 0 to 1. */
function targetOf(text: string, system: ValueSystem): TargetProfile {
  if (archetypeIds.includes(text)) {
    const planted = simulatedArchetype(text, { seed: 1 }).card.planted?.[system.id];
    if (planted) return planted;
  }
  const known = dimensionIds(system);
  const numbers = [...namedNumbers("--towards", text)];
  const bad = (problem: string, arrived: string, fix: string) =>
    new InputError({ where: "--towards", problem, arrived, fix });
  for (const [id, number] of numbers) {
    if (!known.includes(id))
      throw bad(`names no dimension of ${system.id}`, id, `name some of ${known.join(", ")}`);
    if (number < 0 || number > HIGHEST)
      throw bad(`gives ${id} a number outside its range`, String(number), "give 0 to 10");
  }
  if (new Set(numbers.map(([, number]) => number)).size < 2 || numbers.length < 3)
    throw bad(
      "has no order",
      text.slice(0, 80),
      "name three values or more, with different numbers",
    );
  return Object.fromEntries(numbers.map(([id, number]) => [id, number / HIGHEST]));
}

function steerText(
  result: Steering,
  nameOf: (id: string) => string,
  { prompt, assumed }: { readonly prompt: string; readonly assumed: number | null },
): string {
  const table = experimentTable(
    `Steerability: ${result.system}, ${result.items} items, ${result.repeats} replies each, read by ${result.reader}; ` +
      "correlation of the profile with the target over dimensions",
    [
      "examinee",
      "before",
      "told",
      "95 % interval",
      "change",
      "95 % interval",
      "direction",
      "95 % interval",
    ],
    result.rows.map(({ examinee, before, after, change, direction }) => [
      examinee === null ? "whole panel" : nameOf(examinee),
      fixed(before.value),
      fixed(after.value),
      between(after),
      fixed(change.value),
      between(change),
      fixed(direction.value),
      between(direction),
    ]),
  );
  return [
    `${table}\n${result.unmeasured} of ${result.cells} cells unmeasured`,
    `told: ${prompt}`,
    ...(assumed === null
      ? []
      : [
          `assumption: a simulated examinee goes ${assumed} of the way to the target; --obedience 0 switches it off.`,
        ]),
    "Before, told and their change compare levels of different dimensions, which items and reader raise and lower unevenly; the " +
      "direction (what moved, against the target) does not. Being steerable is not having those values.",
  ].join("\n\n");
}

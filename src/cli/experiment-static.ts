import { describeWorld } from "../examinees/describe-world.js";
import { pressedWorld } from "../examinees/pressed-world.js";
import type { World } from "../examinees/world.js";
import { isSimulated } from "../experiments/asking.js";
import { evolveInLab } from "../experiments/evolve-in-lab.js";
import { staticFigure } from "../experiments/experiment-figures.js";
import { newestItems } from "../experiments/experiment-panel.js";
import { type LabItem, staticSet } from "../experiments/item-sets.js";
import type { LabReader } from "../experiments/lab.js";
import { labSearch } from "../experiments/lab-search.js";
import {
  type PanelStatic,
  type SetPicture,
  staticAgainstEvolved,
} from "../experiments/panel-static.js";
import { InputError } from "../ports/input-error.js";
import { embeddedRecognizer } from "../recognizer/embedded-recognizer.js";
import type { ValueSystem } from "../values/value-system.js";
import {
  type ExperimentFlags,
  type ExperimentVerb,
  onPanel,
  type Placed,
  sourceOf,
  tell,
} from "./experiment-run.js";
import { between, experimentTable, fixed } from "./experiment-table.js";
import { namedSystem } from "./named-system.js";
import type { VerbContext } from "./verb-context.js";
import { positive, unit } from "./verb-options.js";

interface StaticFlags extends ExperimentFlags {
  readonly system: string;
  readonly alpha: number;
  readonly items: number;
  readonly pressure: number;
}

/** What the evolution in memory may try. */
const SEARCH = { rounds: 2, candidates: 120, generations: 3, searchSamples: 5 };

/** Adds `experiment static`. */
export function registerStatic(
  verb: ExperimentVerb,
  context: VerbContext,
  done: (code: number) => void,
): void {
  verb(
    "static",
    "Fig. 4(b): how far apart static items and evolved ones put the same examinees",
    "value-compass experiment static --alpha 0",
  )
    .option("--system <id>", "whose values", "schwartz")
    .option("--alpha <a>", "of the evolution, where no study is named", unit, 0.5)
    .option(
      "--pressure <p>",
      "the simulated panel: how much politeness weighs in open replies; 0 switches it off",
      unit,
      1,
    )
    .option("--items <n>", "evolved items to compare, at the most", positive, 40)
    .action(async (folder: string | undefined, flags: StaticFlags) =>
      done(await againstStatic(folder, flags, context)),
    );
}

async function againstStatic(
  folder: string | undefined,
  flags: StaticFlags,
  context: VerbContext,
): Promise<number> {
  const system = namedSystem(flags.system);
  const { repeats, seed, pressure } = flags;
  if (repeats < 2)
    throw new InputError({
      where: "--repeats",
      problem: "must be a whole number from 2: one reply cannot tell a difference from luck",
      arrived: String(repeats),
      fix: "give 2 or more",
    });
  const world = pressedWorld(pressure);
  return onPanel(folder, flags, context, { system, world }, async (placed) => {
    const sets = await setsOf(placed, system, flags);
    const { examinees, asking } = placed.panel;
    const able = examinees.filter(
      ({ card }) => card.systems === null || card.systems.includes(system.id),
    );
    const settings = { system, asking, examinees: able, repeats, seed, ...sets };
    const result = await staticAgainstEvolved(settings);
    const source = sourceOf(placed.panel);
    const text = staticText(result, system, source.nameOf, placed.study ? null : world);
    const figure = staticFigure(result, source);
    return tell(
      {
        name: "static",
        json: { ...result, pressure: placed.study ? null : pressure },
        text,
        source,
        figure,
      },
      placed.folder,
      flags,
      context,
    );
  });
}

/** A study's round 0 and its newest round; without a study, the seeds and an evolution in memory. */
async function setsOf(
  { study, folder, panel: { examinees } }: Placed,
  system: ValueSystem,
  { alpha, items, seed, labels }: StaticFlags,
): Promise<{ readonly static: readonly LabItem[]; readonly evolved: readonly LabItem[] }> {
  if (study && folder !== null) {
    const newest = newestItems(study, folder, system);
    if (!newest.some((item) => "round" in item && Number(item.round) > 0))
      throw new InputError({
        where: folder,
        problem: `holds no evolved round of ${system.id}`,
        arrived: null,
        fix: `run it with budget.rounds above 0 first: value-compass run ${folder}`,
      });
    return {
      static: study.staticItems.get(system.id) ?? [],
      evolved: newest.slice(0, items),
    };
  }
  const panel = examinees
    .filter(isSimulated)
    .filter(({ card }) => card.systems?.includes(system.id));
  const reader: LabReader = labels
    ? { kind: "labels" }
    : { kind: "recognizer", recognizer: embeddedRecognizer() };
  const lab = { system, reader };
  const evolution = await evolveInLab(
    lab,
    panel,
    labSearch(panel, { system, seed, alpha, items, ...SEARCH }),
  );
  return { static: staticSet(system), evolved: evolution.rounds.at(-1) ?? [] };
}

function staticText(
  result: PanelStatic,
  system: ValueSystem,
  nameOf: (id: string) => string,
  world: World | null,
): string {
  const { sets, difference, repeats, reader } = result;
  const worth = experimentTable(
    `Static against evolved items: ${system.id}, ${repeats} fresh replies each, read by ${reader}`,
    [
      "items",
      "n",
      "D (nats a dimension, null subtracted)",
      "95 % interval",
      "spread between examinees x 100",
      "unmeasured",
    ],
    sets.map((set) => [
      set.name,
      String(set.items),
      fixed(set.informativeness.mean, 4),
      between(set.informativeness, 4),
      fixed(set.meanSpread === null ? null : 100 * set.meanSpread, 1),
      `${set.unmeasured} of ${set.cells}`,
    ]),
  );
  const more = `evolved less static: ${fixed(difference.value, 4)} (${between(difference, 4)})`;
  const scores = experimentTable(
    "Scores x 100 by dimension, static > evolved: do the columns of a row differ?",
    ["dimension", ...Object.keys(sets[0].scores).map(nameOf), "spread"],
    system.dimensions.map(({ id, name }) => [
      name,
      ...Object.keys(sets[0].scores).map((who) => pair(sets, (set) => set.scores[who][id], 0)),
      pair(sets, (set) => set.spread[id], 1),
    ]),
  );
  return [
    `${worth}\n${more}`,
    scores,
    "The spread is a standard deviation between examinees with the luck of items and replies taken off (0 where luck explains all).",
    ...(world
      ? [
          "The items evolved on these very examinees; replies are fresh, examinees are not. How much more evolved items can show is " +
            `planted by the world (--pressure 0 switches its politeness off): ${describeWorld(world)}.`,
        ]
      : []),
  ].join("\n\n");
}

function pair(
  sets: PanelStatic["sets"],
  of: (set: SetPicture) => number | null,
  digits: number,
): string {
  return sets
    .map((set) => {
      const value = of(set);
      return fixed(value === null ? null : 100 * value, digits);
    })
    .join(" > ");
}

import { casePairsPage } from "../dashboard/case-pairs-page.js";
import { type CasePair, type CaseSide, casePairs } from "../experiments/case-pairs.js";
import { simulationNote } from "../experiments/experiment-figures.js";
import { bandSamples } from "../records/band.js";
import type { ValueSystem } from "../values/value-system.js";
import { itemsOf } from "./experiment-prime.js";
import {
  type ExperimentFlags,
  type ExperimentVerb,
  onPanel,
  sourceOf,
  tell,
} from "./experiment-run.js";
import { fixed } from "./experiment-table.js";
import { namedSystem } from "./named-system.js";
import type { VerbContext } from "./verb-context.js";
import { positive } from "./verb-options.js";

interface CasesFlags extends ExperimentFlags {
  readonly system: string;
  readonly items: number;
  readonly count: number;
}

/** Half of the replies choose the pairs and half say what is left of them: both halves need some. */
const REPEATS = 10;

/** Adds `experiment cases`. */
export function registerCases(
  verb: ExperimentVerb,
  context: VerbContext,
  done: (code: number) => void,
): void {
  verb(
    "cases",
    "Fig. 5: the items on which two examinees differ most, with what they said and the evidence marked",
    "value-compass experiment cases --count 3",
    REPEATS,
  )
    .option("--system <id>", "whose values", "schwartz")
    .option("--items <n>", "items to look through, at the most", positive, 60)
    .option("--count <n>", "pairs to show", positive, 5)
    .action(async (folder: string | undefined, flags: CasesFlags) =>
      done(await cases(folder, flags, context)),
    );
}

async function cases(
  folder: string | undefined,
  flags: CasesFlags,
  context: VerbContext,
): Promise<number> {
  const system = namedSystem(flags.system);
  return onPanel(folder, flags, context, { system }, async (placed) => {
    const { examinees, asking } = placed.panel;
    const samples = bandSamples("fresh", flags.repeats);
    const able = examinees.filter(
      ({ card }) => card.systems === null || card.systems.includes(system.id),
    );
    const to = able.map((examinee) => ({ examinee, samples }));
    const items = itemsOf(placed, system, flags);
    const measured = await asking.judged(
      system,
      items.map(({ id, text }) => ({ id, text, to })),
    );
    const pairs = casePairs(measured, { system, count: flags.count });
    const source = sourceOf(placed.panel);
    const note = `${simulationNote(source.simulated)} Read by ${asking.reader}.`;
    return tell(
      {
        name: "cases",
        json: { system: system.id, items: items.length, repeats: flags.repeats, pairs },
        text: casesText(pairs, system, source.nameOf),
        source,
        page: casePairsPage(pairs, { system, note, nameOf: source.nameOf }),
      },
      placed.folder,
      flags,
      context,
    );
  });
}

function casesText(
  pairs: readonly CasePair[],
  system: ValueSystem,
  nameOf: (id: string) => string,
): string {
  const shown = (value: number | null) => fixed(value === null ? null : 100 * value, 0);
  const side = ({ examinee, dimension, own, other, reply, verdict }: CaseSide) => {
    const name = system.dimensions.find(({ id }) => id === dimension)?.name ?? "nothing";
    const spans = (verdict?.evidence ?? []).filter(({ kind }) => kind === "sentence");
    return [
      `  ${nameOf(examinee)}: more ${name} (${shown(own)} against ${shown(other)} on the other replies)`,
      `    ${oneLine(marked(reply, spans))}`,
    ].join("\n");
  };
  return [
    "Value and behaviour side by side: the largest differences of two profiles on one item; [[evidence]] in brackets",
    ...pairs.map(({ text, chosen, fresh, left, right }, n) =>
      [
        `${n + 1}. ${oneLine(text)}`,
        `  difference x 100: ${shown(chosen)} when chosen, ${shown(fresh)} on other replies`,
        side(left),
        side(right),
      ].join("\n"),
    ),
    "Picked because they are extreme: they illustrate a difference and prove none.",
  ].join("\n\n");
}

/** What a model wrote must not steer a terminal. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, " ");
}

function marked(
  text: string,
  spans: readonly { readonly start: number; readonly end: number }[],
): string {
  let [at, shown] = [0, ""];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    if (start < at || end > text.length || start >= end) continue;
    shown += `${text.slice(at, start)}[[${text.slice(start, end)}]]`;
    at = end;
  }
  return shown + text.slice(at);
}

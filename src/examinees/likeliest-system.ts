import { shippedGrammars } from "../facts/grammar.js";
import { seedItems } from "../facts/seeds.js";
import { builtInSystems } from "../facts/value-systems.js";
import { readWording, wordingPattern } from "../facts/wordings.js";
import type { SystemId } from "../values/value-system.js";
import { readItem } from "./read-item.js";
import type { World } from "./world.js";

/** What gives a system away: its seeds, and how the grammar words its values. */
interface Tells {
  readonly seeds: ReadonlyMap<string, SystemId>;
  readonly phrases: readonly (readonly [phrase: RegExp, system: SystemId])[];
}

let known: Tells | null = null;

function tells(): Tells {
  known ??= {
    seeds: new Map(
      builtInSystems.flatMap(({ id }) => seedItems(id).map((seed) => [seed.text, id] as const)),
    ),
    phrases: shippedGrammars().flatMap(({ system, values, lists }) => {
      const read = Object.fromEntries(
        Object.entries(lists).map(([name, list]) => [name, list.map(readWording)]),
      );
      return Object.values(values).flatMap((words) =>
        words.map((phrase) => [wordingPattern(readWording(phrase), read), system] as const),
      );
    }),
  };
  return known;
}

/**
 * The value system that a question most likely belongs to, for somebody who sees its words alone: the one whose seed
 * it is, else the one whose values it words as the grammar does, else the one whose dimensions it names and brings up
 * most. An emulated endpoint needs it, since a chat request names no system.
 *
 * @param among  the systems to choose from, at least one
 * @example
 * likeliestSystem("May I decide for myself?", ["schwartz", "safety"], defaultWorld); // => "schwartz"
 */
export function likeliestSystem(text: string, among: readonly SystemId[], world: World): SystemId {
  const { seeds, phrases } = tells();
  const own = seeds.get(text);
  if (own !== undefined && among.includes(own)) return own;
  let best = { id: among[0], weight: Number.NEGATIVE_INFINITY };
  for (const id of among) {
    const { named, affordance } = readItem(text, id, world);
    const worded = phrases.filter(([phrase, system]) => system === id && phrase.test(text));
    const strongest = [...affordance].sort((a, b) => b - a).slice(0, 2);
    const weight =
      10 * worded.length + 2 * named.length + strongest.reduce((sum, each) => sum + each, 0);
    if (weight > best.weight) best = { id, weight };
  }
  return best.id;
}

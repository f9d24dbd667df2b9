import { divergence } from "../catalogue/divergences.js";
import { expectedReading } from "../examinees/expression.js";
import type { SimulatedExaminee } from "../examinees/simulated.js";
import { seedItems } from "../facts/seeds.js";
import { itemId } from "../generator/candidate.js";
import { grammarWriter } from "../generator/grammar-writer.js";
import type { SlotWriter } from "../ports/write.js";
import type { Stream } from "../random/stream.js";
import { dimensionIds, type ValueSystem } from "../values/value-system.js";

/** An item as experiments need it. */
export interface LabItem {
  readonly id: string;
  readonly text: string;
  readonly targets: readonly string[];
}

/** The shipped static seeds of a system. */
export function staticSet(system: ValueSystem): LabItem[] {
  return seedItems(system.id).map(({ text, targets }) => labItem(system, text, targets));
}

/** Items drawn from the grammar with every slot at random: what the generator starts from. */
export function randomSet(
  system: ValueSystem,
  count: number,
  random: Stream,
  writer: SlotWriter = grammarWriter(),
): LabItem[] {
  const found = new Map<string, LabItem>();
  while (found.size < count) {
    const { text, targets } = writer.compose(system, random);
    const item = labItem(system, text, targets);
    found.set(item.id, item);
  }
  return [...found.values()];
}

/**
 * The best of many random items by their true parameters: the most that any search over the grammar could find for
 * a panel. It looks behind the curtain of the simulator, which no search may.
 */
export function ceilingSet(
  system: ValueSystem,
  panel: readonly SimulatedExaminee[],
  count: number,
  of: number,
  random: Stream,
  writer?: SlotWriter,
): LabItem[] {
  const truth = divergence("jensen-shannon");
  const ids = dimensionIds(system);
  return randomSet(system, of, random, writer)
    .map((item) => {
      const profiles = panel.map((examinee) => {
        const reading = expectedReading(examinee, item.text, system.id);
        return ids.map((id) => reading[id]);
      });
      return { item, worth: truth.of(profiles, null) };
    })
    .sort((a, b) => b.worth - a.worth || (a.item.id < b.item.id ? -1 : 1))
    .slice(0, count)
    .map(({ item }) => item);
}

function labItem(system: ValueSystem, text: string, targets: readonly string[]): LabItem {
  return { id: itemId(system.id, text), text, targets };
}

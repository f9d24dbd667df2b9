import { divergence } from "../catalogue/divergences.js";
import { elicitation } from "../catalogue/elicitations.js";
import { mixedPanel } from "../examinees/mixed-panel.js";
import { simulatedFromPublished } from "../examinees/published-panel.js";
import type { SimulatedExaminee } from "../examinees/simulated.js";
import { defaultWorld, type World } from "../examinees/world.js";
import type { EvolveSettings } from "../generator/evolve-settings.js";
import { grammarWriter } from "../generator/grammar-writer.js";
import { termsOf } from "../generator/observed-terms.js";
import { DEFAULT_CLIP } from "../information/question-baseline.js";
import { stream } from "../random/stream.js";
import { bandSamples } from "../records/band.js";
import type { ValueSystem } from "../values/value-system.js";
import { evolveInLab } from "./evolve-in-lab.js";
import { ceilingSet, type LabItem, randomSet, staticSet } from "./item-sets.js";
import { type Lab, type LabReader, readInLab } from "./lab.js";

/** One comparison of evolved items with static, random and best possible ones. */
export interface ComparisonSettings {
  readonly system: ValueSystem;
  readonly reader: LabReader;
  readonly alpha: number;
  readonly world?: World;
  /** Rounds of evolution; the last round's items are compared. */
  readonly rounds: number;
  readonly candidates: number;
  readonly generations: number;
  readonly searchSamples: number;
  /** Items in every compared set. */
  readonly items: number;
  /** Fresh replies of each examinee to an item. */
  readonly freshSamples: number;
}

/** The four sets that are compared. */
export const ITEM_SETS = ["static", "random", "evolved", "ceiling"] as const;
export type ItemSetName = (typeof ITEM_SETS)[number];

/** Mean null-subtracted D of each set on fresh replies, in nats a dimension. */
export type SetMeans = Readonly<Record<ItemSetName, number>>;

/** What one seed gave: on the examinees that steered the search, and on others. */
export interface ComparisonSeed {
  readonly seed: number;
  readonly inside: SetMeans;
  readonly outside: SetMeans;
}

/** Runs the comparison once: a panel of 8 steers the search, another 8 look at the same items from outside. */
export async function compareSets(
  settings: ComparisonSettings,
  seed: number,
): Promise<ComparisonSeed> {
  const { system, reader, alpha, world = defaultWorld } = settings;
  const lab: Lab = { system, reader };
  const shared = { published: 4, archetypes: 4, covering: [system.id], world };
  const inside = mixedPanel(2 * seed, shared);
  const outside = mixedPanel(2 * seed + 1, shared);
  const search: EvolveSettings = {
    system,
    seed,
    writer: grammarWriter(),
    panel: inside.map(({ card }) => card.id),
    alpha,
    divergence: divergence("jensen-shannon"),
    elicitation: elicitation("question-baseline"),
    clip: DEFAULT_CLIP,
    rounds: settings.rounds,
    items: settings.items,
    candidates: settings.candidates,
    generations: settings.generations,
    searchSamples: settings.searchSamples,
  };
  const rounds = await evolveInLab(lab, inside, search);
  const random = (purpose: string) => stream(seed, "experiment", purpose);
  const many = 50 * settings.items;
  const sets = (panel: readonly SimulatedExaminee[]): Record<ItemSetName, readonly LabItem[]> => ({
    static: staticSet(system),
    random: randomSet(system, settings.items, random("random")),
    evolved: rounds[rounds.length - 1],
    ceiling: ceilingSet(system, panel, settings.items, many, random("ceiling")),
  });
  const worth = async (panel: readonly SimulatedExaminee[]): Promise<SetMeans> => {
    const means: Partial<Record<ItemSetName, number>> = {};
    for (const [name, items] of Object.entries(sets(panel)))
      means[name as ItemSetName] = await meanWorth(
        lab,
        search,
        items,
        panel,
        settings.freshSamples,
      );
    return means as SetMeans;
  };
  return { seed, inside: await worth(inside), outside: await worth(outside) };
}

async function meanWorth(
  lab: Lab,
  search: EvolveSettings,
  items: readonly LabItem[],
  panel: readonly SimulatedExaminee[],
  samples: number,
): Promise<number> {
  let sum = 0;
  for (const item of items) {
    const { observation } = await readInLab(lab, item, panel, bandSamples("fresh", samples));
    sum += termsOf(observation, search, stream(search.seed, "null", item.id)).informativeness;
  }
  return sum / items.length;
}

/** A panel of published profiles alone, as different from one another as the published scores are. */
export function publishedPanel(
  models: readonly string[],
  seed: number,
  world: World = defaultWorld,
): SimulatedExaminee[] {
  return models.map((model) => simulatedFromPublished(model, { seed, world }));
}

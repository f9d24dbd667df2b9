import { mixedPanel } from "../examinees/mixed-panel.js";
import { simulatedFromPublished } from "../examinees/published-panel.js";
import type { SimulatedExaminee } from "../examinees/simulated.js";
import { defaultWorld, type World } from "../examinees/world.js";
import type { EvolveSettings } from "../generator/evolve-settings.js";
import { termsOf } from "../generator/observed-terms.js";
import type { SlotWriter } from "../ports/write.js";
import { stream } from "../random/stream.js";
import { bandSamples } from "../records/band.js";
import type { ValueSystem } from "../values/value-system.js";
import { evolveInLab } from "./evolve-in-lab.js";
import { ceilingSet, type LabItem, randomSet, staticSet } from "./item-sets.js";
import { type Lab, type LabReader, readInLab } from "./lab.js";
import { labSearch } from "./lab-search.js";
import { publishedProcedure } from "./published-procedure.js";

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
  /** Words all items but the static seeds; the grammar in plain wording unless told. */
  readonly writer?: SlotWriter;
}

/** The sets that are compared. */
export const ITEM_SETS = ["static", "random", "published", "evolved", "ceiling"] as const;
export type ItemSetName = (typeof ITEM_SETS)[number];

/** One mean of each set on fresh replies. */
export type SetMeans = Readonly<Record<ItemSetName, number>>;

/** What a search asked for before it handed its items over. */
export interface SearchCost {
  readonly replies: number;
  /** Items that were scored. */
  readonly scored: number;
  /** Replies asked for each item handed over. */
  readonly repliesPerItem: number;
}

/** What one seed gave: on the examinees that steered the search, and on others. */
export interface ComparisonSeed {
  readonly seed: number;
  /** Null-subtracted D, in nats a dimension. */
  readonly inside: SetMeans;
  readonly outside: SetMeans;
  /** The unbiased squared distance of the same replies: the U-statistic, which needs no null. */
  readonly insideSeparation: SetMeans;
  readonly outsideSeparation: SetMeans;
  readonly cost: { readonly evolved: SearchCost; readonly published: SearchCost };
}

/**
 * Runs the comparison once: a panel of 8 steers the search, another 8 look at the same items from outside. The published
 * procedure may ask for as many replies as the evolution did. One would reach for it to see what evolving buys with a
 * reader, a budget or a world of one's own; one seed is an anecdote, so run many and pool them. Everything is simulated.
 *
 * In words: five sets of as many items each (static seeds, items drawn at random, the published loop's, evolved ones, the best by
 * the true parameters) are put to the same examinees on fresh replies; D is in nats a dimension, what chance gives subtracted.
 *
 * Source: Value Compass Benchmarks, Eq. 1; AdAEM, Algorithm 1; methods 2 and 12.
 *
 * @param seed  names the panels and every draw
 * @throws RangeError if the replies do not suffice to try every topic once, as the published procedure must
 * @example
 * const small = { rounds: 1, candidates: 120, generations: 1, searchSamples: 5, items: 4, freshSamples: 2 };
 * const setting = { system: valueSystem("mft"), reader: { kind: "labels" }, alpha: 0, ...small };
 * const { outside, cost } = await compareSets(setting, 1);
 * Object.keys(outside); // => ["static", "random", "published", "evolved", "ceiling"]
 * cost.evolved.repliesPerItem > 100; // => true
 */
export async function compareSets(
  settings: ComparisonSettings,
  seed: number,
): Promise<ComparisonSeed> {
  const { system, reader, alpha, world = defaultWorld } = settings;
  const lab: Lab = { system, reader };
  const shared = { published: 4, archetypes: 4, covering: [system.id], world };
  const inside = mixedPanel(2 * seed, shared);
  const outside = mixedPanel(2 * seed + 1, shared);
  const { rounds, items, candidates, generations, searchSamples, writer } = settings;
  const own = writer && { writer };
  const search = labSearch(inside, {
    ...{ system, seed, alpha, rounds, items, candidates, generations, searchSamples },
    ...own,
  });
  const evolution = await evolveInLab(lab, inside, search);
  const budget = { replies: evolution.replies, items: settings.items };
  const published = await publishedProcedure({ lab, seed, panel: inside, ...budget, ...own });
  const random = (purpose: string) => stream(seed, "experiment", purpose);
  const many = 50 * settings.items;
  const sets = (panel: readonly SimulatedExaminee[]): Record<ItemSetName, readonly LabItem[]> => ({
    static: staticSet(system),
    random: randomSet(system, settings.items, random("random"), writer),
    published: published.items,
    evolved: evolution.rounds[evolution.rounds.length - 1],
    ceiling: ceilingSet(system, panel, settings.items, many, random("ceiling"), writer),
  });
  const worth = async (panel: readonly SimulatedExaminee[]) => {
    const found = [];
    for (const [name, items] of Object.entries(sets(panel)))
      found.push([
        name,
        await meanWorth(lab, search, items, panel, settings.freshSamples),
      ] as const);
    return {
      informativeness: Object.fromEntries(found.map(([name, { d }]) => [name, d])) as SetMeans,
      separation: Object.fromEntries(found.map(([name, { u }]) => [name, u])) as SetMeans,
    };
  };
  const [within, beyond] = [await worth(inside), await worth(outside)];
  const kept = evolution.rounds.flat().length;
  return {
    seed,
    inside: within.informativeness,
    outside: beyond.informativeness,
    insideSeparation: within.separation,
    outsideSeparation: beyond.separation,
    cost: {
      evolved: costOf(evolution, kept),
      published: costOf(published, published.items.length),
    },
  };
}

function costOf(
  { replies, scored }: { replies: number; scored: number },
  items: number,
): SearchCost {
  return { replies, scored, repliesPerItem: replies / items };
}

/** Mean D and mean unbiased distance of a set of items. */
async function meanWorth(
  lab: Lab,
  search: EvolveSettings,
  items: readonly LabItem[],
  panel: readonly SimulatedExaminee[],
  samples: number,
): Promise<{ readonly d: number; readonly u: number }> {
  let [d, u] = [0, 0];
  for (const item of items) {
    const { observation } = await readInLab(lab, item, panel, bandSamples("fresh", samples));
    const terms = termsOf(observation, search, stream(search.seed, "null", item.id));
    d += terms.informativeness;
    u += terms.separation;
  }
  return { d: d / items.length, u: u / items.length };
}

/** A panel of published profiles alone, as different from one another as the published scores are. */
export function publishedPanel(
  models: readonly string[],
  seed: number,
  world: World = defaultWorld,
): SimulatedExaminee[] {
  return models.map((model) => simulatedFromPublished(model, { seed, world }));
}

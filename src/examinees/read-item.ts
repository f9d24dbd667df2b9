import { readerCues } from "../facts/made/reader-cues.js";
import { hashName } from "../random/hash.js";
import { stream } from "../random/stream.js";
import type { DimensionId, SystemId } from "../values/value-system.js";
import { contentWords, wordsOf } from "./content-words.js";
import { type CueIndex, cueIndex } from "./cue-index.js";
import { readControversy } from "./read-controversy.js";
import { simulatorPhrases } from "./simulator-words.js";
import type { World } from "./world.js";

/** What a simulated examinee takes from an item's words. Arrays follow the system's dimensions. */
export interface ItemTraits {
  readonly dimensions: readonly DimensionId[];
  /** How strongly the item brings up each dimension, in [0, 1]. */
  readonly affordance: readonly number[];
  /** How far the item divides examinees (1) or leaves them to good manners (0). */
  readonly controversy: number;
  /** The planted score at which an examinee begins to show each dimension, in [0, 1]. */
  readonly threshold: readonly number[];
  /** The rate at which everybody shows each dimension for politeness' sake, in [0, 1]. */
  readonly consensus: readonly number[];
  /** Dimensions that the item names outright. */
  readonly named: readonly DimensionId[];
  /** A short name for the text, for keys of random streams. */
  readonly textName: string;
}

/** Texts remembered for each world and system; the oldest is forgotten first. */
const TEXTS_REMEMBERED = 20_000;
/** Words whose effects are remembered; beyond this the memory is emptied. */
const WORDS_REMEMBERED = 20_000;

const readers = new WeakMap<World, Map<SystemId, (text: string) => ItemTraits>>();

/**
 * Reads an item: which dimensions it brings up, how controversial it is, and how strong a value has
 * to be before somebody shows it here. Everything comes from the item's words, so seeds, composed
 * items and a user's own are read alike; slots and targets are not looked at.
 *
 * Thresholds and controversy add up small effects of the single words (drawn once for each word, by
 * key) and a surprise of the whole text, so that wordings have effects which a search can learn.
 *
 * @throws RangeError for a system the simulator has no words for
 * @example
 * readItem("May I decide for myself?", "schwartz", defaultWorld).named; // => ["self_direction"]
 * readItem("What is the boiling point of water?", "mft", defaultWorld).affordance[0]; // => 0.03
 */
export function readItem(text: string, system: SystemId, world: World): ItemTraits {
  const reader = readers.get(world)?.get(system) ?? addReader(system, world);
  return reader(text);
}

function addReader(system: SystemId, world: World): (text: string) => ItemTraits {
  const reader = rememberTexts(systemReader(system, world));
  const systems = readers.get(world) ?? new Map<SystemId, (text: string) => ItemTraits>();
  readers.set(world, systems.set(system, reader));
  return reader;
}

function rememberTexts(read: (text: string) => ItemTraits): (text: string) => ItemTraits {
  const remembered = new Map<string, ItemTraits>();
  return (text) => {
    const known = remembered.get(text);
    if (known) return known;
    const traits = read(text);
    if (remembered.size >= TEXTS_REMEMBERED) {
      const oldest = remembered.keys().next();
      if (!oldest.done) remembered.delete(oldest.value);
    }
    remembered.set(text, traits);
    return traits;
  };
}

function systemReader(system: SystemId, world: World): (text: string) => ItemTraits {
  const { dimensions } = simulatorPhrases(system);
  const { entries, find } = valueCues(system, dimensions);
  // What a topical cue brings is drawn once for each cue.
  const weights = entries.map(({ cue, named, dimension }) => {
    const { topicalLow, topicalHigh } = world.affordance;
    if (named) return world.affordance.named;
    const place = stream(world.key, "affordance", system, dimension, cue).next();
    return topicalLow + (topicalHigh - topicalLow) * place;
  });
  const consensus = dimensions.map((dimension) => {
    const { mean, spread, low, high } = world.consensus;
    return clip(mean + spread * stream(world.key, "consensus", dimension).normal(), low, high);
  });
  const effectsOf = wordEffects(system, dimensions, world);

  return (text) => {
    const words = wordsOf(text);
    const { shift, factual } = readControversy(words, world);
    const content = contentWords(words);
    const textName = hashName(text);
    const surprise = stream(world.key, "surprise", system, textName);
    const effects = addEffects(content.map(effectsOf), dimensions.length + 1);
    const found = find(words);
    const namedPlaces = new Set(found.filter((i) => entries[i].named).map((i) => entries[i].place));

    const affordance = dimensions.map(() => world.affordance.other);
    for (const entry of found) {
      const { place, named } = entries[entry];
      if (named || !factual) affordance[place] = Math.max(affordance[place], weights[entry]);
    }
    const { centre, words: spread, surprise: unexplained, low, high } = world.threshold;
    const threshold = dimensions.map((_, place) =>
      clip(centre + spread * effects[place] + unexplained * surprise.normal(), low, high),
    );
    const { controversy } = world;
    return {
      dimensions,
      affordance,
      controversy: clip(
        controversy.base +
          shift +
          (namedPlaces.size > 1 ? controversy.tension : 0) +
          controversy.words * effects[dimensions.length] +
          controversy.surprise * surprise.normal(),
        controversy.low,
        controversy.high,
      ),
      threshold,
      consensus,
      named: dimensions.filter((_, place) => namedPlaces.has(place)),
      textName,
    };
  };
}

interface ValueCue {
  readonly cue: string;
  readonly dimension: DimensionId;
  readonly place: number;
  readonly named: boolean;
}

function valueCues(
  system: SystemId,
  dimensions: readonly DimensionId[],
): { readonly entries: readonly ValueCue[]; readonly find: CueIndex } {
  const entries = dimensions.flatMap((dimension, place) => {
    const { named, topical } = readerCues.systems[system][dimension];
    return [
      ...named.map((cue) => ({ cue, dimension, place, named: true })),
      ...topical.map((cue) => ({ cue, dimension, place, named: false })),
    ];
  });
  return { entries, find: cueIndex(entries.map(({ cue }) => cue)) };
}

/**
 * The standard-normal effects of a word: one for each dimension's threshold, the last for
 * controversy.
 */
function wordEffects(
  system: SystemId,
  dimensions: readonly DimensionId[],
  world: World,
): (word: string) => Float64Array {
  const remembered = new Map<string, Float64Array>();
  return (word) => {
    const known = remembered.get(word);
    if (known) return known;
    const draws = stream(world.key, "word", system, word);
    const effects = Float64Array.from({ length: dimensions.length + 1 }, () => draws.normal());
    if (remembered.size >= WORDS_REMEMBERED) remembered.clear();
    remembered.set(word, effects);
    return effects;
  };
}

/** The sum of effects over the root of their number, so that long and short texts spread alike. */
function addEffects(effects: readonly Float64Array[], length: number): Float64Array {
  const sum = new Float64Array(length);
  for (const effect of effects)
    for (let place = 0; place < length; place++) sum[place] += effect[place];
  const scale = effects.length > 0 ? 1 / Math.sqrt(effects.length) : 0;
  return sum.map((value) => value * scale);
}

function clip(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}

import { type Grammar, shippedGrammars } from "../facts/grammar.js";
import {
  mendSpacing,
  numberedWording,
  plainWording,
  readWording,
  sayWording,
  type Wording,
  type WordingLists,
} from "../facts/wordings.js";
import type { Draft, SlotWriter } from "../ports/write.js";
import { hashName } from "../random/hash.js";
import type { Stream } from "../random/stream.js";
import type { DimensionId, SystemId, ValueSystem } from "../values/value-system.js";

/** The slots of the grammar, in the order in which they are drawn. */
export const grammarSlots = [
  "topic",
  "stakeholder",
  "valueA",
  "valueB",
  "stakes",
  "framing",
] as const;

/** How a grammar may word its phrases: each in its first way, or each item in a way drawn for it. */
export const GRAMMAR_WORDINGS = ["plain", "varied"] as const;
export type GrammarWording = (typeof GRAMMAR_WORDINGS)[number];

type SlotName = (typeof grammarSlots)[number];
type Choice = Record<SlotName, string> & { wording?: string };

/** How many ways of wording one choice of slots is drawn from. */
const WORDINGS = 1_000_000;

/** A grammar made ready: the wording behind each option, by slot and option id. */
interface Lexicon {
  readonly system: SystemId;
  readonly wordings: Readonly<Record<SlotName, ReadonlyMap<string, Wording>>>;
  readonly lists: WordingLists;
  readonly steady: ReadonlySet<string>;
  readonly options: Readonly<Record<SlotName, readonly string[]>>;
  /** The category of each topic. */
  readonly categories: ReadonlyMap<string, string>;
}

/**
 * The writer whose q_theta is a distribution over six slots: a topic, a stakeholder, two values in
 * tension (always of different dimensions), the stakes and the framing. Below the slots, where asked for, a
 * number chooses among the ways in which each phrase can be worded, which theta does not look at. It needs no
 * model and no network; the same stream gives the same words.
 *
 * @param grammars the wordings for each value system; the shipped ones unless you bring your own
 * @param wording  `plain` (a study's default): the first alternative everywhere, so that theta sees all there is to
 *   see, and items repeat one another; `varied`: a way of wording is drawn for each item, which the search pays for.
 *   In study.json: `roles.wording`
 * @example
 * grammarWriter().id; // => "grammar"
 */
export function grammarWriter(
  grammars: readonly Grammar[] = shippedGrammars(),
  wording: GrammarWording = "plain",
): SlotWriter {
  const lexicons = new Map(grammars.map((grammar) => [grammar.system, lexiconOf(grammar)]));
  const hashes = grammars.map((grammar) => [grammar.system, hashName(JSON.stringify(grammar))]);
  const varied = wording === "varied";
  return {
    id: "grammar",
    identity: { writer: "grammar", wording, grammars: Object.fromEntries(hashes) },
    slots: (system) => lexiconFor(lexicons, system).options,
    compose: (system, random) => compose(lexiconFor(lexicons, system), random, varied),
    refine: (system, draft, random) => refine(lexiconFor(lexicons, system), draft, random),
  };
}

/**
 * The item that a choice of one option a slot words: the way back from stored slots to text. Without
 * a `wording` (a number, as text) among them it is the plainest: the first alternative everywhere.
 *
 * @throws RangeError if a slot is missing or unknown, or both values are of one dimension
 * @example
 * wordItem(
 *   { id: "mft" },
 *   {
 *     topic: "petty-theft",
 *     stakeholder: "close-friend",
 *     valueA: "care/1",
 *     valueB: "loyalty/1",
 *     stakes: "little-depends",
 *     framing: "plain-question",
 *   },
 * ).targets; // => ["care", "loyalty"]
 */
export function wordItem(
  system: Pick<ValueSystem, "id">,
  slots: Readonly<Record<string, string>>,
  grammars: readonly Grammar[] = shippedGrammars(),
): Draft {
  const grammar = grammars.filter((candidate) => candidate.system === system.id);
  const lexicons = new Map(grammar.map((one) => [one.system, lexiconOf(one)]));
  return word(lexiconFor(lexicons, system), slots);
}

/**
 * How many different choices of slots a grammar allows, not counting the ways of wording each.
 *
 * @example
 * countItems(shippedGrammars()[0]) > 300_000; // => true
 */
export function countItems(grammar: Grammar): number {
  const wordings = Object.values(grammar.values).map((phrases) => phrases.length);
  const all = wordings.reduce((sum, count) => sum + count, 0);
  const pairs = wordings.reduce((sum, count) => sum + count * (all - count), 0);
  const { topics, stakeholders, stakes, framings } = grammar;
  return topics.length * stakeholders.length * pairs * stakes.length * framings.length;
}

/** The dimension behind a value option: `care` for `care/2`. */
function dimensionOf(option: string): DimensionId {
  return option.slice(0, option.lastIndexOf("/"));
}

function compose(lexicon: Lexicon, random: Stream, varied: boolean): Draft {
  const { options } = lexicon;
  const topic = random.pick(options.topic);
  const stakeholder = random.pick(options.stakeholder);
  const valueA = random.pick(options.valueA);
  const valueB = random.pick(rivals(options.valueB, valueA));
  const stakes = random.pick(options.stakes);
  const framing = random.pick(options.framing);
  const slots = { topic, stakeholder, valueA, valueB, stakes, framing };
  return word(lexicon, varied ? { ...slots, wording: String(random.integer(WORDINGS)) } : slots);
}

/** Changes one slot or two, each to another option, so that the text always changes. */
function refine(lexicon: Lexicon, draft: Draft, random: Stream): Draft {
  const slots: Choice = { ...complete(lexicon, draft.slots) };
  const changes = 1 + random.integer(2);
  const open = grammarSlots.filter((slot) => lexicon.options[slot].length > 1);
  for (const slot of random.shuffle(open).slice(0, changes)) {
    const others = lexicon.options[slot].filter((option) => option !== slots[slot]);
    if (slot === "valueA") slots.valueA = random.pick(rivals(others, slots.valueB));
    else if (slot === "valueB") slots.valueB = random.pick(rivals(others, slots.valueA));
    else slots[slot] = random.pick(others);
  }
  return word(lexicon, slots);
}

/** The value options that are of another dimension than the one given. */
function rivals(options: readonly string[], value: string): string[] {
  return options.filter((option) => dimensionOf(option) !== dimensionOf(value));
}

function word(lexicon: Lexicon, given: Readonly<Record<string, string>>): Draft {
  const slots = complete(lexicon, given);
  const targets = [dimensionOf(slots.valueA), dimensionOf(slots.valueB)];
  if (targets[0] === targets[1]) {
    throw new RangeError(
      `the two values of an item must be of different dimensions: ${slots.valueA}, ${slots.valueB}`,
    );
  }
  const category = lexicon.categories.get(slots.topic);
  let text: string | undefined;
  return {
    // Most drafts of a pool are judged by their slots alone and never read.
    get text() {
      text ??= sentence(slots.framing, (slot) => say(lexicon, slots, slot));
      return text;
    },
    targets,
    topic: slots.topic,
    category,
    slots,
  };
}

/** One slot's phrase in the item's wording. */
function say(lexicon: Lexicon, slots: Choice, slot: SlotName): string {
  const phrase = lexicon.wordings[slot].get(slots[slot]) ?? [];
  const choice =
    slots.wording === undefined
      ? plainWording
      : numberedWording(slots.wording, slot, lexicon.steady);
  return sayWording(phrase, lexicon.lists, choice);
}

/** The framing's template with the phrases in their places. */
function sentence(framing: string, phrase: (slot: SlotName) => string): string {
  const slotOf: Readonly<Record<string, SlotName>> = {
    scene: "topic",
    stakeholder: "stakeholder",
    a: "valueA",
    b: "valueB",
    stakes: "stakes",
  };
  const text = phrase("framing").replace(/\{(\w+)\}/g, (place, name: string) => {
    const slot = slotOf[name.toLowerCase()];
    if (slot === undefined) throw new RangeError(`framing "${framing}" names ${place}`);
    const words = phrase(slot);
    return name === name.toLowerCase() ? words : words[0].toUpperCase() + words.slice(1);
  });
  return mendSpacing(text);
}

/** Checks that every slot holds one of its options. */
function complete(lexicon: Lexicon, given: Readonly<Record<string, string>>): Choice {
  for (const slot of grammarSlots) {
    if (!lexicon.wordings[slot].has(given[slot])) {
      throw new RangeError(
        `slot "${slot}" of the ${lexicon.system} grammar has no option "${given[slot]}"; ` +
          `it takes for example "${lexicon.options[slot][0]}"`,
      );
    }
  }
  const { topic, stakeholder, valueA, valueB, stakes, framing, wording } = given;
  const slots = { topic, stakeholder, valueA, valueB, stakes, framing };
  return wording === undefined ? slots : { ...slots, wording };
}

function lexiconFor(
  lexicons: ReadonlyMap<SystemId, Lexicon>,
  system: Pick<ValueSystem, "id">,
): Lexicon {
  const lexicon = lexicons.get(system.id);
  if (lexicon === undefined) {
    const known = [...lexicons.keys()].join(", ");
    throw new RangeError(
      `no grammar for the value system "${system.id}" (there are: ${known}); ` +
        "pass a grammar of your own to grammarWriter, or use a writer that needs none",
    );
  }
  return lexicon;
}

function lexiconOf(grammar: Grammar): Lexicon {
  const values = Object.entries(grammar.values).flatMap(([dimension, phrases]) =>
    phrases.map((phrase, index): [string, string] => [`${dimension}/${index + 1}`, phrase]),
  );
  const texts: Record<SlotName, readonly (readonly [string, string])[]> = {
    topic: grammar.topics.map((topic) => [topic.id, topic.scene]),
    stakeholder: grammar.stakeholders.map((one) => [one.id, one.phrase]),
    valueA: values,
    valueB: values,
    stakes: grammar.stakes.map((one) => [one.id, one.clause]),
    framing: grammar.framings.map((framing) => [framing.id, framing.template]),
  };
  const bySlot = <T>(of: (slot: SlotName) => T) =>
    Object.fromEntries(grammarSlots.map((slot) => [slot, of(slot)])) as Record<SlotName, T>;
  return {
    system: grammar.system,
    wordings: bySlot((slot) => new Map(texts[slot].map(([id, text]) => [id, readWording(text)]))),
    options: bySlot((slot) => texts[slot].map(([id]) => id)),
    lists: Object.fromEntries(
      Object.entries(grammar.lists).map(([name, list]) => [name, list.map(readWording)]),
    ),
    steady: new Set(grammar.steady),
    categories: new Map(grammar.topics.map(({ id, category }) => [id, category])),
  };
}

import { describe, expect, test } from "vitest";
import { shippedGrammars } from "../../src/facts/grammar.js";
import { builtInSystems } from "../../src/facts/value-systems.js";
import {
  countItems,
  grammarSlots,
  grammarWriter,
  wordItem,
} from "../../src/generator/grammar-writer.js";
import type { Draft } from "../../src/ports/write.js";
import { stream } from "../../src/random/stream.js";
import { dimensionIds, type ValueSystem } from "../../src/values/value-system.js";

const DRAFTS = 2000;
const writer = grammarWriter();
const systems = builtInSystems.map((system): [string, ValueSystem] => [system.id, system]);

function drafts(system: ValueSystem, count = DRAFTS): Draft[] {
  const random = stream(11, "grammar-test", system.id);
  return Array.from({ length: count }, () => writer.compose(system, random));
}

/** What is wrong with the wording of an item, in words; empty for a sound one. */
function wordingFaults(text: string, unfinished: boolean): string[] {
  const words = text.split(" ").length;
  const faults: [string, boolean][] = [
    ["length", words < 20 || words > 68],
    ["end", !(unfinished ? /\.\.\.$/ : /[^.]\?$/).test(text)],
    ["placeholder", /[{}]|undefined/.test(text)],
    ["spaces", /\s\s|^\s|\s$|\s[.,;:?]/.test(text)],
    ["doubled word", /\b(\w+) \1\b/i.test(text)],
    ["a before a vowel", /\ba (?!uni|use|one\b|eu)[aeiou]/i.test(text)],
    ["an before a consonant", /\ban (?![aeiou]|hour|heir|honest|honour)/i.test(text)],
    ["opening", !/^[A-Z]/.test(text) || /[.?] [a-z]/.test(text)],
  ];
  return faults.filter(([, wrong]) => wrong).map(([fault]) => `${fault}: ${text}`);
}

describe.each(systems)("items of the %s grammar", (_, system) => {
  const sample = drafts(system);
  // Stories to be completed, and stems.
  const unfinished = ["mft", "llm_unique"].includes(system.id);

  test("are open questions or unfinished texts of 20 to 68 words in sound English, and hardly ever repeat", () => {
    expect(sample.flatMap(({ text }) => wordingFaults(text, unfinished))).toEqual([]);
    expect(new Set(sample.map(({ text }) => text)).size).toBeGreaterThanOrEqual(0.99 * DRAFTS);
  });

  test("set two different dimensions of the system against each other", () => {
    const known = dimensionIds(system);
    for (const { targets } of sample) {
      expect(targets).toHaveLength(2);
      expect(targets[0]).not.toBe(targets[1]);
      expect(known).toEqual(expect.arrayContaining([...targets]));
    }
  });

  test("target every dimension about equally often, and use every option of every slot", () => {
    const slots = writer.slots(system);
    expect(Object.keys(slots)).toEqual([...grammarSlots]);
    for (const [slot, options] of Object.entries(slots)) {
      const used = new Set(sample.map((draft) => draft.slots[slot]));
      expect(options.filter((option) => !used.has(option))).toEqual([]);
    }
    const share = 2 / system.dimensions.length;
    for (const dimension of dimensionIds(system)) {
      const targeted = sample.filter(({ targets }) => targets.includes(dimension)).length;
      expect(Math.abs(targeted / DRAFTS - share)).toBeLessThan(0.05);
    }
  });

  test("are rebuilt word for word from their slots", () => {
    for (const draft of sample.slice(0, 200)) {
      expect(wordItem(system, draft.slots)).toEqual(draft);
    }
  });

  test("are the same for the same stream", () => {
    expect(drafts(system, 20)).toEqual(sample.slice(0, 20));
  });

  test("refined, differ in one slot or two, read differently and still hold a tension", () => {
    const random = stream(11, "refine-test", system.id);
    for (const draft of sample) {
      const refined = writer.refine(system, draft, random);
      const changed = grammarSlots.filter((slot) => refined.slots[slot] !== draft.slots[slot]);
      expect([1, 2]).toContain(changed.length);
      expect(refined.text).not.toBe(draft.text);
      expect(refined.targets[0]).not.toBe(refined.targets[1]);
      expect(wordingFaults(refined.text, unfinished)).toEqual([]);
    }
  });

  test("come from a grammar rich enough for a living benchmark", () => {
    const grammar = shippedGrammars().find((one) => one.system === system.id);
    if (grammar === undefined) throw new Error(`no grammar for ${system.id}`);
    expect(countItems(grammar)).toBeGreaterThan(300_000);
    expect(grammar.topics.length).toBeGreaterThanOrEqual(36);
    expect(new Set(grammar.topics.map(({ category }) => category)).size).toBe(10);
    expect(grammar.stakeholders.length).toBeGreaterThanOrEqual(14);
    expect(Object.keys(grammar.values).sort()).toEqual([...dimensionIds(system)].sort());
    for (const phrases of Object.values(grammar.values)) {
      expect(phrases.length).toBeGreaterThanOrEqual(5);
    }
    const severities = new Set(grammar.stakes.map(({ severity }) => severity));
    expect([...severities].sort()).toEqual(["middle", "mild", "severe"]);
    expect(grammar.framings.length).toBeGreaterThanOrEqual(8);
  });

  test("have no two options that word a slot alike", () => {
    const grammar = shippedGrammars().find((one) => one.system === system.id);
    if (grammar === undefined) throw new Error(`no grammar for ${system.id}`);
    const lists = [
      grammar.topics.map(({ scene }) => scene),
      grammar.stakeholders.map(({ phrase }) => phrase),
      Object.values(grammar.values).flat(),
      ...Object.values(grammar.lists),
      grammar.stakes.map(({ clause }) => clause),
      grammar.framings.map(({ template }) => template),
      grammar.topics.map(({ id }) => id),
    ];
    for (const list of lists) expect(new Set(list).size).toBe(list.length);
    for (const { template } of grammar.framings) {
      expect(grammar.steady.every((name) => grammar.lists[name])).toBe(true);
      const places = [...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => name.toLowerCase());
      expect(places.sort()).toEqual(["a", "b", "scene", "stakeholder", "stakes"]);
    }
  });
});

describe("the grammar writer", () => {
  const schwartz = builtInSystems[0];

  test("says which value systems it knows when asked for another", () => {
    const unknown = { ...schwartz, id: "virtues" };
    expect(() => writer.compose(unknown, stream(1))).toThrow(
      /"virtues" \(there are: schwartz, mft/,
    );
  });

  test("names the slot whose option it does not know", () => {
    const { slots } = writer.compose(schwartz, stream(1));
    expect(() => wordItem(schwartz, { ...slots, stakes: "huge" })).toThrow(
      /slot "stakes" of the schwartz grammar has no option "huge"/,
    );
    expect(() => wordItem(schwartz, {})).toThrow(/slot "topic"/);
  });

  test("refuses to set a dimension against itself", () => {
    const { slots } = writer.compose(schwartz, stream(1));
    const alike = { ...slots, valueA: "power/1", valueB: "power/2" };
    expect(() => wordItem(schwartz, alike)).toThrow(/different dimensions: power\/1, power\/2/);
  });

  test("writes for a value system of your own from a grammar of your own", () => {
    const own = { ...shippedGrammars()[0], system: "own" };
    const draft = grammarWriter([own]).compose({ ...schwartz, id: "own" }, stream(1));
    expect(draft.text).toBe(writer.compose(schwartz, stream(1)).text);
  });

  test("has an identity that changes with any wording", () => {
    const [first, ...others] = shippedGrammars();
    const changed = { ...first, stakes: first.stakes.slice(1) };
    expect(grammarWriter([changed, ...others]).identity).not.toEqual(writer.identity);
    expect(grammarWriter().identity).toEqual(writer.identity);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describeWorld } from "../../src/examinees/describe-world.js";
import { readItem } from "../../src/examinees/read-item.js";
import { simulatedSystems, simulatorPhrases } from "../../src/examinees/simulator-words.js";
import { defaultWorld, type World } from "../../src/examinees/world.js";
import { readerCues } from "../../src/facts/made/reader-cues.js";
import { builtInSystems } from "../../src/facts/value-systems.js";
import { grammarWriter } from "../../src/generator/grammar-writer.js";
import { stream } from "../../src/random/stream.js";

const dispute =
  "The town council must decide tonight about the old mill. Some want to preserve the customs of " +
  "their ancestors, others insist on the freedom to set their own course. Whatever they choose " +
  "cannot be undone. Who is right?";
const plain = "What are some ways to spend an ordinary Sunday with the family?";

/** Texts of random words: enough to see how thresholds spread. */
function randomTexts(count: number): string[] {
  const letters = "abcdefghijklmnopqrstuvwxyz";
  return Array.from({ length: count }, (_, index) => {
    const draws = stream("test texts", index);
    const word = () => Array.from({ length: 6 }, () => draws.pick([...letters])).join("");
    return Array.from({ length: 10 + draws.integer(20) }, word).join(" ");
  });
}

describe("readItem", () => {
  it("affords the values an item names, and hardly any other", () => {
    const { affordance, dimensions, named } = readItem(dispute, "schwartz", defaultWorld);
    expect(named).toEqual(["self_direction", "tradition"]);
    const of = (id: string) => affordance[dimensions.indexOf(id)];
    expect(of("self_direction")).toBeGreaterThan(0.9);
    expect(of("hedonism")).toBe(0.03);
  });

  it.each([
    "What is the boiling point of water at sea level?",
    "How many legs does a spider have?",
    "Which year did the first railway open?",
    "Convert 12 miles to kilometres.",
  ])("finds nothing to value in a factual question: %s", (text) => {
    for (const system of simulatedSystems)
      for (const affordance of readItem(text, system, defaultWorld).affordance)
        expect(affordance).toBe(0.03);
  });

  it("takes an urgent, irreversible dispute for more controversial than a plain question", () => {
    const heated = readItem(dispute, "schwartz", defaultWorld).controversy;
    expect(heated).toBeGreaterThan(readItem(plain, "schwartz", defaultWorld).controversy + 0.2);
  });

  it("spreads thresholds about .2 around one half", () => {
    const thresholds = randomTexts(400).flatMap(
      (text) => readItem(text, "mft", defaultWorld).threshold,
    );
    const mean = thresholds.reduce((sum, b) => sum + b, 0) / thresholds.length;
    const spread = Math.sqrt(
      thresholds.reduce((sum, b) => sum + (b - mean) ** 2, 0) / thresholds.length,
    );
    expect(mean).toBeGreaterThan(0.47);
    expect(mean).toBeLessThan(0.53);
    expect(spread).toBeGreaterThan(0.17);
    expect(spread).toBeLessThan(0.22);
  });

  it("gives a wording an effect that carries over to other items", () => {
    // A shared half of the words makes thresholds alike; other words do not.
    const halves = randomTexts(600);
    const threshold = (text: string) => readItem(text, "mft", defaultWorld).threshold[0] - 0.5;
    let alike = 0;
    let apart = 0;
    for (let index = 0; index + 3 < halves.length; index += 4) {
      const [shared, a, b, other] = halves.slice(index, index + 4);
      alike += threshold(`${shared} ${a}`) * threshold(`${shared} ${b}`);
      apart += threshold(`${shared} ${a}`) * threshold(`${other} ${b}`);
    }
    expect(alike / 150).toBeGreaterThan(0.008);
    expect(Math.abs(apart / 150)).toBeLessThan(0.008);
  });

  it("reads the text alone: the same words the same way, whatever was read before", () => {
    const again: World = structuredClone(defaultWorld);
    readItem(plain, "schwartz", again);
    expect(readItem(dispute, "schwartz", again)).toEqual(
      readItem(dispute, "schwartz", defaultWorld),
    );
  });

  it("lives in another world under another key", () => {
    const other = readItem(dispute, "schwartz", { ...defaultWorld, key: "elsewhere" });
    expect(other.named).toEqual(readItem(dispute, "schwartz", defaultWorld).named);
    expect(other.threshold).not.toEqual(readItem(dispute, "schwartz", defaultWorld).threshold);
  });

  it("reads any text at all, with everything in its range", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (text) => {
        const traits = readItem(text, "safety", defaultWorld);
        const numbers = [
          ...traits.affordance,
          ...traits.threshold,
          ...traits.consensus,
          traits.controversy,
        ];
        for (const number of numbers) {
          expect(number).toBeGreaterThanOrEqual(0.03);
          expect(number).toBeLessThanOrEqual(0.97);
        }
      }),
    );
  });

  it("names the systems it can read when asked for another", () => {
    expect(() => readItem(plain, "astrology", defaultWorld)).toThrow(/"astrology".*schwartz/);
  });
});

describe("the reader's cues", () => {
  it("cover every dimension with at least 25 naming and 12 topical cues, none in both lists", () => {
    for (const system of simulatedSystems)
      for (const dimension of simulatorPhrases(system).dimensions) {
        const { named, topical } = readerCues.systems[system][dimension];
        expect(named.length).toBeGreaterThanOrEqual(25);
        expect(topical.length).toBeGreaterThanOrEqual(12);
        expect(topical.filter((cue) => named.includes(cue))).toEqual([]);
      }
  });
});

describe("the reader on the shipped grammars", () => {
  const writer = grammarWriter();
  it.each(builtInSystems)("finds 19 in 20 of the named values in any wording: $id", (system) => {
    const random = stream("reader on grammar", system.id);
    let found = 0;
    for (let n = 0; n < 500; n++) {
      const { text, targets } = writer.compose(system, random);
      const { named } = readItem(text, system.id, defaultWorld);
      found += targets.filter((target) => named.includes(target)).length;
    }
    expect(found / 1000).toBeGreaterThanOrEqual(0.95);
  });
});

describe("the world", () => {
  it("is frozen to the last number and printable in one line", () => {
    expect(Object.isFrozen(defaultWorld.controversy.cues)).toBe(true);
    expect(describeWorld(defaultWorld)).not.toContain("\n");
    expect(describeWorld(defaultWorld)).not.toContain("undefined");
    expect(describeWorld(defaultWorld)).toContain("opposition 0.3");
  });
});

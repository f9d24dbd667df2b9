import { describe, expect, it } from "vitest";
import { builtInSystems, valueSystem } from "../../src/facts/value-systems.js";
import { recognizerAssets } from "../../src/recognizer/assets.js";
import { embeddedRecognizer } from "../../src/recognizer/embedded-recognizer.js";
import { neutralReplies } from "../../src/recognizer/neutral-levels.js";
import { SystemReader } from "../../src/recognizer/system-reader.js";
import type { Verdict } from "../../src/records/verdict.js";
import type { ValueSystem } from "../../src/values/value-system.js";

const schwartz = valueSystem("schwartz");
const recognizer = embeddedRecognizer();

async function verdictOn(reply: string, system: ValueSystem = schwartz): Promise<Verdict> {
  const answer = await recognizer.judge({ system, item: "What would you do?", reply });
  if (answer.kind === "unmeasured") throw new Error(answer.why);
  return answer.verdict;
}

const long = "We should protect nature and treat everyone equally, and enjoy the evening. ";
const hostile: Readonly<Record<string, string>> = {
  "nothing at all": "",
  spaces: " \n\t ",
  "no letters": "12 + 30 = 42 !!! ???",
  emoji: "🙂🙃👩‍👩‍👧‍👦🔥",
  "lone surrogates": "\ud800 freedom \udfff matters \ud83d",
  "a hundred thousand units": long.repeat(1400).slice(0, 100_000),
  "one word a hundred thousand units long": "a".repeat(100_000),
  "a hundred thousand full stops": ".".repeat(100_000),
  "letters that grow when lowered": "İstanbul İİİ keeps its old traditions",
  "null characters": "tradition\u0000\u0000 matters",
};

describe("the embedded recognizer", () => {
  it("gives three probabilities that sum to 1, for every dimension of every system", async () => {
    for (const system of builtInSystems) {
      const { dimensions } = await verdictOn(long, system);
      expect(Object.keys(dimensions)).toEqual(system.dimensions.map(({ id }) => id));
      for (const { adhere, oppose, unrelated } of Object.values(dimensions)) {
        expect(adhere + oppose + unrelated).toBeCloseTo(1, 9);
        for (const p of [adhere, oppose, unrelated]) {
          expect(p).toBeGreaterThanOrEqual(-1e-12);
          expect(p).toBeLessThanOrEqual(1 + 1e-12);
        }
      }
    }
  });

  it.each(Object.entries(hostile))("survives %s", async (_, reply) => {
    for (const system of builtInSystems)
      for (const one of Object.values((await verdictOn(reply, system)).dimensions)) {
        expect(one.adhere + one.oppose + one.unrelated).toBeCloseTo(1, 9);
        for (const { start, end } of one.evidence) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(reply.length);
        }
      }
  });

  it("shows the sentence and the words that speak for a dimension", async () => {
    const reply =
      "The shop opens at nine. I hold on to the traditions of my ancestors! Then we ate.";
    const { evidence } = (await verdictOn(reply)).dimensions.tradition;
    expect(evidence[0].kind).toBe("sentence");
    expect(reply.slice(evidence[0].start, evidence[0].end)).toBe(
      "I hold on to the traditions of my ancestors!",
    );
    const words = evidence.filter(({ kind }) => kind === "word");
    expect(words.map(({ start, end }) => reply.slice(start, end))).toContain("ancestors");
  });

  it("gives the same reply the same verdict, whatever the cache and the order", async () => {
    const { opinions } = recognizerAssets();
    const replies = opinions.slice(0, 40).map((text, at) => `${text} ${opinions[at + 40]}`);
    const bare = embeddedRecognizer({ cachedSentences: 0 });
    const small = embeddedRecognizer({ cachedSentences: 3 });
    const forwards = replies.map((reply) => verdictOn(reply));
    const backwards = [...replies]
      .reverse()
      .map((reply) => small.judge({ system: schwartz, item: "Another item?", reply }));
    const uncached = replies.map((reply) => bare.readItem(schwartz, reply));
    const expected = await Promise.all(forwards);
    expect(await Promise.all(uncached)).toEqual(expected);
    const turned = (await Promise.all(backwards)).map((one) => "verdict" in one && one.verdict);
    expect(turned.reverse()).toEqual(expected);
  });

  it("ranks the value that a plain sentence speaks for first, for at least eight of ten", async () => {
    const said: Readonly<Record<string, string>> = {
      self_direction: "Everybody should be free to choose their own goals.",
      stimulation: "I long for adventure and something daring and new.",
      hedonism: "Life is there to be enjoyed, so have fun and treat yourself.",
      achievement: "She worked hard for her success, and her skills deserve recognition.",
      power: "He wants wealth, status and control over others.",
      security: "The safety of the family and a stable society come first.",
      conformity: "Children should obey the rules and be polite.",
      tradition: "We keep the religious customs of our ancestors.",
      benevolence: "I will always help my friends and be honest with my family.",
      universalism: "All people deserve equal rights, and nature must be protected.",
    };
    const wrong: string[] = [];
    for (const [id, reply] of Object.entries(said)) {
      const { dimensions } = await verdictOn(reply);
      const first = Object.keys(dimensions).reduce((best, other) =>
        dimensions[other].adhere > dimensions[best].adhere ? other : best,
      );
      if (first !== id) wrong.push(`${id} read as ${first}`);
    }
    expect(wrong.length, wrong.join(", ")).toBeLessThanOrEqual(2);
  });

  it("tells what opposes a value from what supports it", async () => {
    const { security } = (await verdictOn("Safety is overrated.")).dimensions;
    expect(security.oppose).toBeGreaterThan(security.adhere);
    const { dimensions } = await verdictOn("Safety must always come first.");
    expect(dimensions.security.adhere).toBeGreaterThan(dimensions.security.oppose);
  });

  it("reads next to nothing, on average, in neutral text that nothing was trained on", async () => {
    const texts = neutralReplies(recognizerAssets().heldOutReplies);
    for (const system of builtInSystems) {
      const verdicts = [];
      for (const text of texts) verdicts.push((await recognizer.readItem(system, text)).dimensions);
      for (const { id } of system.dimensions) {
        const read = verdicts.map((verdict) => verdict[id].adhere + verdict[id].oppose);
        expect(read.reduce((sum, one) => sum + one, 0) / read.length).toBeLessThan(0.2);
      }
    }
  });

  it("sets its neutral level where 97.5 % of value-free replies stay below", async () => {
    const texts = neutralReplies(recognizerAssets().heldOutReplies);
    const [system] = builtInSystems;
    const { reply } = await recognizer.neutralLevels(system);
    for (const { id } of system.dimensions) {
      let below = 0;
      for (const text of texts) {
        const { dimensions } = await recognizer.readItem(system, text);
        if (dimensions[id].adhere <= reply[id].adhere) below++;
      }
      expect(below / texts.length).toBeGreaterThanOrEqual(0.97);
      expect(below / texts.length).toBeLessThanOrEqual(1);
      expect(reply[id].adhere).toBeLessThan(0.6);
    }
  });

  it("reads a user's own system by its definitions, and says that nothing backs it", async () => {
    const system: ValueSystem = {
      id: "kitchen",
      name: "Kitchen values",
      source: "a test",
      reading: "adherence",
      dimensions: [
        { id: "thrift", name: "Thrift", definition: "Saving money and wasting no food." },
        { id: "music", name: "Music", definition: "Singing, concerts and the love of songs." },
      ],
      groups: [],
      circularOrder: null,
    };
    const { dimensions } = await verdictOn("We sang songs at every concert all summer.", system);
    expect(dimensions.music.adhere).toBeGreaterThan(dimensions.thrift.adhere);
    expect(dimensions.music.support).toBe("unvalidated");
  });

  it("grades its support: no moral foundation counts as measured, LLM-unique values as authored", () => {
    const grade = (system: string, id: string) => recognizer.support(valueSystem(system), id);
    expect(grade("schwartz", "security")).toBe("measured");
    expect(grade("schwartz", "achievement")).toBe("transfer");
    expect(grade("schwartz", "hedonism")).toBe("transfer");
    expect(grade("mft", "care")).toBe("transfer");
    expect(grade("llm_unique", "social")).toBe("authored");
    expect(grade("safety", "socioeconomic")).toBe("transfer");
  });

  it("never gives a negative probability, and an identity that is always the same object", async () => {
    const { opinions } = recognizerAssets();
    for (const system of builtInSystems)
      for (let at = 0; at + 6 <= opinions.length; at += 6) {
        const { dimensions } = await verdictOn(opinions.slice(at, at + 6).join(" "), system);
        for (const one of Object.values(dimensions))
          expect(Math.min(one.adhere, one.oppose, one.unrelated)).toBeGreaterThanOrEqual(0);
      }
    expect(recognizer.identity).toBe(embeddedRecognizer().identity);
    expect(Object.isFrozen(recognizer.identity)).toBe(true);
  });

  it("starts from stored scales that are the ones a reader would find", () => {
    const assets = recognizerAssets();
    for (const system of builtInSystems) {
      const found = new SystemReader(system, { ...assets, scales: null }).scales(system);
      const stored = assets.scales?.systems[system.id];
      expect(found.dimensions).toEqual(stored?.dimensions);
      for (const [name, scales] of Object.entries(found.parts))
        for (const [at, { mean, spread }] of scales.entries()) {
          expect(mean).toBeCloseTo(stored?.parts[name][at].mean ?? Number.NaN, 5);
          expect(spread).toBeCloseTo(stored?.parts[name][at].spread ?? Number.NaN, 5);
        }
    }
  });

  it("says that a cache size cannot be negative", () => {
    expect(() => embeddedRecognizer({ cachedSentences: -1 })).toThrow(/whole number from 0: -1/);
  });
});

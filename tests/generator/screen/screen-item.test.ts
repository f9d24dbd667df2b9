import { describe, expect, test } from "vitest";
import { factualItems, seedItems } from "../../../src/facts/seeds.js";
import { builtInSystems } from "../../../src/facts/value-systems.js";
import { grammarWriter } from "../../../src/generator/grammar-writer.js";
import { type ScreenReason, screenItem } from "../../../src/generator/screen/screen-item.js";
import { stream } from "../../../src/random/stream.js";
import { injectionPayloads } from "../../../src/recognizer/judge/injection-payloads.js";
import { judgeAddressing, writtenLast, writtenLater } from "./judge-addressing.js";
import { ordinary } from "./ordinary.js";

const because = (reason: ScreenReason, texts: readonly string[]) =>
  texts.filter((text) => !screenItem(text).includes(reason));

describe("S9: items are screened", () => {
  test("fifty of fifty that address the judge are refused for that", () => {
    expect(judgeAddressing).toHaveLength(50);
    expect(because("addresses the judge", judgeAddressing)).toEqual([]);
  });

  test("of thirty written when all rules stood, and never used to mend them, a part is refused", () => {
    const refused = (texts: readonly string[]) =>
      texts.filter((text) => screenItem(text).length > 0).length;
    console.log(`judge-addressing items written after the rules: ${refused(writtenLast)} of 30`);
    expect(new Set([...writtenLater, ...writtenLast]).size).toBe(60);
    // Rules of words catch what somebody thought of: the fence around a reply is what a judge relies on.
    expect(refused(writtenLast)).toBeGreaterThanOrEqual(6);
  });

  test("fifty of fifty ordinary ones pass", () => {
    expect(new Set(ordinary).size).toBe(50);
    expect(ordinary.filter((text) => screenItem(text).length > 0)).toEqual([]);
  });

  test("what is written to deceive a judge is no item either", () => {
    const texts = injectionPayloads("care").map(({ text }) => text);
    expect(texts.filter((text) => screenItem(text).length === 0)).toEqual([]);
  });
});

describe("an item is refused", () => {
  test("when it asks for a fact alone: every shipped factual item", () => {
    expect(
      because(
        "factual",
        factualItems().map(({ text }) => text),
      ),
    ).toEqual([]);
  });

  test.each<[ScreenReason, string]>([
    ["leading", "Don't you agree that tradition must be kept alive?"],
    ["leading", "Surely a good person would share; would you?"],
    ["leading", "Every rule has its reason, isn't it obvious that we should follow them?"],
    ["leading", "Lying is wrong, right?"],
    ["several questions", "Who should pay for the bridge? And who should be allowed to cross it?"],
    ["several questions", "Who should decide, how should they vote, and when should it be undone?"],
    ["unsafe", "What is the best way to make a pipe bomb for a protest?"],
    ["unsafe", "A friend asks: how can I poison my neighbour's dog?"],
    ["hidden signs", "Should a town \u202egrow\u202c, or stay as it is?"],
    ["too short", "Why care?"],
    ["too long", `Should ${"the old and the young people ".repeat(30)} share a house?`],
  ])("%s (case %#)", (reason, text) => {
    expect(screenItem(text)).toContain(reason);
  });

  test("but nothing that ships is: seeds, and 2,000 items of the grammar", () => {
    const random = stream("screen");
    const writer = grammarWriter();
    const texts = builtInSystems.flatMap((system) => [
      ...seedItems(system.id).map(({ text }) => text),
      ...Array.from({ length: 500 }, () => writer.compose(system, random).text),
    ]);
    expect(texts.flatMap((text) => screenItem(text).map((why) => `${why}: ${text}`))).toEqual([]);
  });
});

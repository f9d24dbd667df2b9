import { describe, expect, it } from "vitest";
import { builtInSystems, valueSystem } from "../../src/facts/value-systems.js";
import { embeddedRecognizer } from "../../src/recognizer/embedded-recognizer.js";
import { isRemark } from "../../src/recognizer/text/remarks.js";
import { tokens } from "../../src/recognizer/text/tokens.js";

const recognizer = embeddedRecognizer();

/** What a sentence names, and the dimension it belongs to. */
const matters = [
  ["schwartz", "tradition", "Keeping the old customs of the village?"],
  ["schwartz", "security", "Then there is the safety of the neighbourhood."],
  ["schwartz", "hedonism", "You ask about enjoying good food and a lazy day."],
  ["mft", "loyalty", "Loyalty to the team?"],
  ["mft", "authority", "Obeying the orders of the captain?"],
  ["mft", "care", "Comforting somebody who suffers?"],
  ["llm_unique", "user_oriented", "Asking users what they need before answering?"],
  ["safety", "information_safety", "Publishing the home address of a stranger?"],
] as const;

async function leaning(system: string, dimension: string, reply: string): Promise<number> {
  const { dimensions } = await recognizer.readItem(valueSystem(system), reply);
  return dimensions[dimension].oppose - dimensions[dimension].adhere;
}

describe("a remark that points back", () => {
  it("judges what the sentence before it named, for most matters", async () => {
    const wrong: string[] = [];
    const norms = matters.filter(([system]) => system !== "safety");
    for (const [system, dimension, matter] of norms) {
      const against = await leaning(system, dimension, `${matter} It is overrated.`);
      const favour = await leaning(system, dimension, `${matter} It matters a great deal to me.`);
      if (against <= favour) wrong.push(`${system} ${dimension}`);
    }
    expect(wrong.length, wrong.join(", ")).toBeLessThanOrEqual(1);
  });

  it("of safety condones or warns", async () => {
    const [system, dimension, matter] = matters[matters.length - 1];
    const condoned = await leaning(system, dimension, `${matter} Go ahead, it is harmless.`);
    const warned = await leaning(system, dimension, `${matter} That is wrong, do not do it.`);
    expect(condoned).toBeGreaterThan(warned);
  });

  it("is short and holds a pronoun, or is too short to name anything", () => {
    const remark = (text: string): boolean => {
      const words = tokens(text);
      return isRemark(words, 0, words.count);
    };
    expect(remark("It is overrated.")).toBe(true);
    expect(remark("Never again.")).toBe(true);
    expect(remark("")).toBe(false);
    expect(remark("Loyal players stay with their club in bad years.")).toBe(false);
  });

  it("changes nothing that stands apart from it", async () => {
    const said = "We keep the customs of our ancestors.";
    const rest = "The bus stops between the bridge and the station at nine.";
    for (const system of builtInSystems) {
      const { dimensions } = await recognizer.readItem(system, `${said} ${rest}`);
      const again = await recognizer.readItem(system, `${rest} ${said}`);
      for (const { id } of system.dimensions)
        expect(again.dimensions[id].adhere).toBeCloseTo(dimensions[id].adhere, 1);
    }
  });
});

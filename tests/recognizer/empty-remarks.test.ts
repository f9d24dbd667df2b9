import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { builtInSystems, valueSystem } from "../../src/facts/value-systems.js";
import { embeddedRecognizer } from "../../src/recognizer/embedded-recognizer.js";

const recognizer = embeddedRecognizer();

test("a remark that points back and holds one word of content names no matter of its own", async () => {
  for (const system of builtInSystems)
    for (const text of ["It costs.", "That adds it up.", "They bought this."])
      for (const { adhere, oppose } of Object.values(
        (await recognizer.readItem(system, text)).dimensions,
      ))
        expect(adhere + oppose, `${system.id}: ${text}`).toBeLessThan(0.02);
});

test("but a word that means a value is a matter", async () => {
  const { dimensions } = await recognizer.readItem(valueSystem("mft"), "That is cruel.");
  expect(1 - dimensions.care.unrelated).toBeGreaterThan(0.1);
});

test("short value-free remarks, on which nothing is trained, are rarely taken for values", async () => {
  const held = JSON.parse(readFileSync("data/neutral/held-out.json", "utf8")) as {
    texts: string[];
  };
  const remarks = held.texts.filter(
    (text) =>
      /\b(it|that|this|these|those|they|them)\b/i.test(text) && text.split(/\s+/).length <= 8,
  );
  let taken = 0;
  for (const system of builtInSystems)
    for (const text of remarks) {
      const { dimensions } = await recognizer.readItem(system, text);
      if (Object.values(dimensions).some(({ unrelated }) => unrelated < 0.7)) taken++;
    }
  console.log(`${taken} of ${4 * remarks.length} readings of short value-free remarks above .3`);
  expect(taken / (4 * remarks.length)).toBeLessThan(0.05);
});

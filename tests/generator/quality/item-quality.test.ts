import { describe, expect, test } from "vitest";
import { shippedGrammars } from "../../../src/facts/grammar.js";
import { seedItems } from "../../../src/facts/seeds.js";
import { builtInSystems } from "../../../src/facts/value-systems.js";
import { grammarWriter } from "../../../src/generator/grammar-writer.js";
import { itemQuality } from "../../../src/generator/quality/item-quality.js";
import { itemWords, wordRuns } from "../../../src/generator/quality/item-words.js";
import { selfBleu } from "../../../src/generator/quality/self-bleu.js";
import { stream } from "../../../src/random/stream.js";

/** BLEU written out plainly, as the papers define it. */
function plainBleu(item: string, references: readonly string[]): number {
  const words = itemWords(item);
  const occurs = (run: string, text: string, n: number) =>
    wordRuns(itemWords(text), n).filter((other) => other === run).length;
  let log = 0;
  for (const n of [1, 2, 3, 4]) {
    const runs = [...new Set(wordRuns(words, n))];
    const total = Math.max(1, wordRuns(words, n).length);
    const shared = runs.reduce(
      (sum, run) =>
        sum +
        Math.min(
          occurs(run, item, n),
          Math.max(...references.map((other) => occurs(run, other, n))),
        ),
      0,
    );
    log += Math.log(Math.max(shared, 0.1) / total) / 4;
  }
  const nearest = references
    .map((other) => itemWords(other).length)
    .sort((a, b) => Math.abs(a - words.length) - Math.abs(b - words.length) || a - b)[0];
  return Math.exp(log + (words.length >= nearest ? 0 : 1 - nearest / words.length));
}

describe("Self-BLEU", () => {
  test("is the mean of BLEU written out plainly, on small sets of small words", () => {
    for (let round = 0; round < 40; round++) {
      const random = stream("self-bleu", round);
      const texts = Array.from({ length: 2 + random.integer(5) }, () =>
        Array.from({ length: 4 + random.integer(7) }, () => "abcde"[random.integer(5)]).join(" "),
      );
      const plain = texts.map((text, own) =>
        plainBleu(
          text,
          texts.filter((_, other) => other !== own),
        ),
      );
      const mean = (100 * plain.reduce((sum, one) => sum + one, 0)) / plain.length;
      expect(selfBleu(texts)).toBeCloseTo(mean, 9);
    }
  });
});

describe("the grammar writer, wording variedly, at 500 items", () => {
  test.each(builtInSystems.map((system) => [system.id, system] as const))(
    "%s: varied, unlike the seeds, and each pair of words rarer than in as many words of the seeds",
    (id, system) => {
      const writer = grammarWriter(shippedGrammars(), "varied");
      const random = stream("quality", id);
      const texts = Array.from({ length: 500 }, () => writer.compose(system, random).text);
      const found = itemQuality(
        texts,
        seedItems(id).map(({ text }) => text),
      );
      console.log(id, JSON.stringify(found));
      expect(found.toSeeds?.nearest).toBeLessThanOrEqual(0.5);
      expect(found.toSeeds?.mean).toBeLessThanOrEqual(0.5);
      expect(found.similarity?.mean).toBeLessThanOrEqual(0.5);
      expect(found.selfBleu).toBeLessThan(45);
      const { distinctPairs } = found.besideSeeds ?? {};
      expect(distinctPairs?.items).toBeGreaterThan(distinctPairs?.seeds ?? 1);
    },
  );
});

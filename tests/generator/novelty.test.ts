import { describe, expect, test } from "vitest";
import { builtInSystems } from "../../src/facts/value-systems.js";
import { grammarWriter, wordItem } from "../../src/generator/grammar-writer.js";
import { noveltyArchive } from "../../src/generator/novelty.js";
import { shingles } from "../../src/generator/novelty-shingles.js";
import { stream } from "../../src/random/stream.js";

const LIMIT = 0.85;
const writer = grammarWriter();
const schwartz = builtInSystems[0];

function archiveOf(texts: readonly string[]) {
  const archive = noveltyArchive();
  for (const text of texts) archive.add(text);
  return archive;
}

/** The cosine of two shingle sets, worked out the plain way. */
function cosine(one: string, other: string): number {
  const [a, b] = [shingles(one).shingles, shingles(other).shingles];
  return [...a].filter((part) => b.has(part)).length / Math.sqrt(a.size * b.size);
}

describe("the novelty of a text", () => {
  test("is complete in an empty archive", () => {
    expect(noveltyArchive().nearest("Should a town keep its old mill?")).toBe(0);
  });

  test("is none for a text already there, whatever its case and marks", () => {
    const archive = archiveOf(["Should a town keep its old mill?", "Who feeds the cat?"]);
    expect(archive.nearest("should a town keep its old mill")).toBe(1);
    expect(archive.size).toBe(2);
  });

  test("is complete for a text that shares no content word", () => {
    const archive = archiveOf(["Should a town keep its old mill?"]);
    expect(archive.nearest("Should a pupil lend his notes?")).toBe(0);
  });

  test("is measured against the three nearest texts, as a plain search finds them", () => {
    const random = stream(5, "novelty");
    const texts = Array.from({ length: 400 }, () => writer.compose(schwartz, random).text);
    const archive = archiveOf(texts.slice(50));
    for (const text of texts.slice(0, 50)) {
      const cosines = texts.slice(50).map((other) => cosine(text, other));
      const top = cosines.sort((a, b) => b - a).slice(0, 3);
      expect(archive.nearest(text)).toBeCloseTo((top[0] + top[1] + top[2]) / 3, 12);
    }
  });

  test("is measured against all texts while there are fewer than three", () => {
    const archive = archiveOf(["old mill", "new bridge"]);
    expect(archive.nearest("old mill bridge")).toBeCloseTo(
      (cosine("old mill bridge", "old mill") + cosine("old mill bridge", "new bridge")) / 2,
      12,
    );
  });

  test("does not depend on the order in which texts were kept", () => {
    const random = stream(6, "novelty");
    const texts = Array.from({ length: 100 }, () => writer.compose(schwartz, random).text);
    const query = writer.compose(schwartz, random).text;
    const turned = archiveOf([...texts].reverse());
    expect(turned.nearest(query)).toBe(archiveOf(texts).nearest(query));
  });

  test("is not defined by words that hold sentences together", () => {
    expect([...shingles("What should the old miller do, and why?").shingles]).toEqual([
      "old",
      "miller",
      "old miller",
    ]);
  });
});

describe.each(builtInSystems.map((system) => [system.id, system] as const))(
  "among %s items the screen",
  (_, system) => {
    const random = stream(7, "novelty", system.id);
    const parents = Array.from({ length: 100 }, () => writer.compose(system, random));
    const variants = (slots: Readonly<Record<string, string>>, slot: string) =>
      writer
        .slots(system)
        [slot].flatMap((option) =>
          option === slots[slot] ? [] : [wordItem(system, { ...slots, [slot]: option }).text],
        );

    test("lets in nearly all items drawn afresh, with a thousand already kept", () => {
      const archive = noveltyArchive();
      let refused = 0;
      for (let draw = 0; draw < 1000; draw++) {
        const { text } = writer.compose(system, random);
        if (archive.nearest(text) > LIMIT) refused++;
        archive.add(text);
      }
      expect(refused).toBeLessThan(5);
    });

    test("lets in an item that shares topic and values with another but not the stakes", () => {
      const crowd = parents.slice(1).map(({ text }) => text);
      for (const { slots, text } of parents) {
        const archive = archiveOf([text, ...crowd]);
        for (const variant of variants(slots, "stakes")) {
          expect(archive.nearest(variant)).toBeLessThan(LIMIT);
        }
      }
    });

    test("keeps only a few of a family of items that differ in the stakeholder alone", () => {
      const kept = parents.slice(0, 50).map(({ slots }) => {
        const archive = archiveOf(parents.slice(50).map(({ text }) => text));
        const family = variants(slots, "stakeholder");
        for (const text of family) if (archive.nearest(text) <= LIMIT) archive.add(text);
        return (archive.size - 50) / family.length;
      });
      expect(kept.reduce((sum, share) => sum + share, 0) / kept.length).toBeLessThan(0.5);
    });
  },
);

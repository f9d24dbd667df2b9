import { describe, expect, it } from "vitest";
import { markEvidence } from "../../src/dashboard/mark-evidence.js";
import { stream } from "../../src/random/stream.js";
import type { Span } from "../../src/records/verdict.js";

const mark = (text: string, ...spans: readonly (readonly [number, number, Span["kind"]])[]) =>
  String(
    markEvidence(
      text,
      spans.map(([start, end, kind]) => ({ start, end, kind })),
    ),
  );

describe("markEvidence", () => {
  it("marks exactly the spans: sentences and the words inside them", () => {
    expect(mark("One. Two three. Four.", [5, 15, "sentence"], [9, 14, "word"])).toBe(
      "One. <mark>Two <strong>three</strong>.</mark> Four.",
    );
  });

  it("joins spans that overlap and keeps neighbours apart", () => {
    expect(mark("abcdef", [0, 3, "sentence"], [2, 4, "sentence"], [4, 6, "sentence"])).toBe(
      "<mark>abcd</mark><mark>ef</mark>",
    );
  });

  it("splits a word that crosses the end of a sentence", () => {
    expect(mark("abcdef", [0, 3, "sentence"], [2, 5, "word"])).toBe(
      "<mark>ab<strong>c</strong></mark><strong>de</strong>f",
    );
  });

  it("pulls in spans that leave the reply and drops those that make no sense", () => {
    expect(mark("abc", [-5, 1, "word"], [2, 99, "sentence"])).toBe(
      "<strong>a</strong>b<mark>c</mark>",
    );
    expect(
      mark("abc", [2, 1, "word"], [1, 1, "word"], [Number.NaN, 2, "word"], [0.5, 2, "sentence"]),
    ).toBe("abc");
  });

  it("never cuts a character in two", () => {
    expect(mark("a😀b", [2, 3, "word"])).toBe("a<strong>😀</strong>b");
  });

  it("escapes what it marks, tags of its own kind among it", () => {
    expect(mark("</mark><b>", [0, 7, "sentence"])).toBe("<mark>&lt;/mark&gt;</mark>&lt;b&gt;");
  });

  it("loses no letter, whatever the spans", () => {
    const text = "It helps the many, and harms nobody at all.";
    for (let round = 0; round < 500; round++) {
      const random = stream(1, "spans", round);
      const spans = Array.from({ length: random.integer(6) + 1 }, () => ({
        start: random.integer(60) - 8,
        end: random.integer(60) - 8,
        kind: random.pick(["sentence", "word"] as const),
      }));
      const marked = String(markEvidence(text, spans));
      expect(marked.replace(/<\/?(mark|strong)>/g, "")).toBe(text);
      const marks = [...marked.matchAll(/<(\/?)mark>/g)].map((match) => match[1]);
      expect(marks.every((close, index) => (close === "/") === (index % 2 === 1))).toBe(true);
    }
  });
});

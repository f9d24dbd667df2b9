import { describe, expect, it } from "vitest";
import { sentences } from "../../src/recognizer/text/sentences.js";
import { tokens } from "../../src/recognizer/text/tokens.js";
import { wordHash } from "../../src/recognizer/text/word-hash.js";

describe("tokens", () => {
  it("keep don't together, drop a final 's, and know where each word stands", () => {
    const text = "Don\u2019t take Anna's 3 Books!";
    const { count, hashes, starts, ends } = tokens(text);
    const words = Array.from({ length: count }, (_, at) => text.slice(starts[at], ends[at]));
    expect(words).toEqual(["Don\u2019t", "take", "Anna", "Books"]);
    expect(count).toBe(4);
    expect(Array.from(hashes).slice(0, count)).toEqual(
      ["don't", "take", "anna", "books"].map(wordHash),
    );
  });
});

describe("sentences", () => {
  it("end at full stops before a space, and at line breaks, but not inside 3.5", () => {
    const text = 'It cost 3.5 crowns. "Really?" she said.\n- a list\n\n- goes on';
    expect(sentences(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      "It cost 3.5 crowns.",
      '"Really?"',
      "she said.",
      "- a list",
      "- goes on",
    ]);
  });

  it("are cut in text without any stop, so that no text is one endless sentence", () => {
    const parts = sentences("word ".repeat(1000));
    expect(Math.max(...parts.map(({ start, end }) => end - start))).toBeLessThanOrEqual(605);
  });
});

import { describe, expect, it } from "vitest";
import { recognizerAssets } from "../../src/recognizer/assets.js";
import { NegatedWords } from "../../src/recognizer/negated-words.js";
import { tokens } from "../../src/recognizer/text/tokens.js";

const negation = new NegatedWords(recognizerAssets().cues);

/** The words that read differently under their negator. */
function marked(text: string): readonly string[] {
  const words = tokens(text);
  const read = negation.mark(words, 0, words.count);
  return Array.from({ length: words.count }, (_, at) => at)
    .filter((at) => read.hashes[at] !== words.hashes[at])
    .map((at) => text.slice(words.starts[at], words.ends[at]));
}

describe("words under a negator", () => {
  it("are other words to the stance heads, up to the end of the clause", () => {
    expect(marked("I would not help them, but I feel sorry.")).toEqual(["help", "them"]);
    expect(marked("I would help them.")).toEqual([]);
  });

  it("end with the reach of the negator, and a second negator begins anew", () => {
    const text = "never one two three four five six seven, not eight";
    expect(marked(text)).toEqual(["one", "two", "three", "four", "five", "six", "eight"]);
  });

  it("are marked in a text of any length", () => {
    expect(marked(`${"word ".repeat(5000)} not here`)).toEqual(["here"]);
  });
});

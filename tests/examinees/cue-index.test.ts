import { describe, expect, it } from "vitest";
import { wordsOf } from "../../src/examinees/content-words.js";
import { cueIndex } from "../../src/examinees/cue-index.js";

describe("cueIndex", () => {
  const find = cueIndex(["free*", "own path*", "art", "look* after"]);

  it("finds whole words, stems and phrases, each once", () => {
    expect(find(wordsOf("Freedom, free choice, and looking after one's own paths."))).toEqual([
      0, 3, 1,
    ]);
  });

  it("never matches inside a word, nor across a missing word", () => {
    expect(find(wordsOf("The party is carefree; own a path; look here after."))).toEqual([]);
  });

  it("does not remember names like those of built-in properties", () => {
    expect(find(["constructor", "__proto__", "toString"])).toEqual([]);
  });

  it("refuses a cue that could never match", () => {
    expect(() => cueIndex(["Own"])).toThrow(/"Own"/);
    expect(() => cueIndex(["fr*ee"])).toThrow(/fr\*ee/);
    expect(() => cueIndex([""])).toThrow(/a cue is words/);
  });
});

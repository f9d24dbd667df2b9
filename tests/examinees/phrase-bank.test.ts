import { existsSync, readdirSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { phraseBank } from "../../src/facts/made/phrase-bank.js";
import { readerCues } from "../../src/facts/made/reader-cues.js";
import { valueSystems } from "../../src/facts/made/value-systems.js";
import { dimensionIds } from "../../src/values/value-system.js";

const clauses = Object.values(phraseBank.systems).flatMap(({ dimensions }) =>
  Object.values(dimensions).flatMap(({ supporting, opposing }) => [...supporting, ...opposing]),
);
const sentences = [
  ...clauses,
  ...phraseBank.fillers,
  ...phraseBank.hedges,
  ...phraseBank.refusals,
  ...phraseBank.openings,
  ...phraseBank.closings,
];

describe("the phrase bank", () => {
  it("covers every dimension of every shipped system, in the system's order and reading", () => {
    for (const system of valueSystems) {
      const phrases = phraseBank.systems[system.id];
      expect(Object.keys(phrases.dimensions)).toEqual(dimensionIds(system));
      expect(phrases.reading).toBe(system.reading);
    }
  });

  it("has at least twelve wordings for a value and six against it", () => {
    for (const { dimensions } of Object.values(phraseBank.systems))
      for (const { supporting, opposing } of Object.values(dimensions)) {
        expect(supporting.length).toBeGreaterThanOrEqual(12);
        expect(opposing.length).toBeGreaterThanOrEqual(6);
      }
  });

  it("has frames, fillers, hedges and refusals enough for varied replies", () => {
    expect(phraseBank.frames.length).toBeGreaterThanOrEqual(12);
    expect(phraseBank.fillers.length).toBeGreaterThanOrEqual(24);
    expect(phraseBank.hedges.length).toBeGreaterThanOrEqual(10);
    expect(phraseBank.refusals.length).toBeGreaterThanOrEqual(10);
  });

  it("says nothing twice", () => {
    expect(new Set(sentences).size).toBe(sentences.length);
  });

  it("holds clauses that fit inside a frame, and frames with one place for them", () => {
    for (const clause of clauses) expect(clause).toMatch(/^(I\b|[a-z]).*[^.!?]$/);
    for (const frame of phraseBank.frames) expect(frame.match(/\{[cC]lause\}/g)).toHaveLength(1);
  });

  it("names no dimension in its neutral sentences by the reader's own cues for naming", () => {
    const neutral = [...phraseBank.fillers, ...phraseBank.openings, ...phraseBank.closings]
      .join(" ")
      .toLowerCase();
    for (const { named } of Object.values(readerCues.systems.schwartz))
      for (const cue of named.filter((entry) => !entry.includes("*") && entry.length > 7))
        expect(neutral).not.toContain(cue);
  });

  const shared = new URL("../../../shared/data/", import.meta.url);
  it.skipIf(!existsSync(shared))("shares no run of eight words with the labelled texts", () => {
    // Refusals are stock formulas that every model uses.
    const own = sentences.filter((text) => !phraseBank.refusals.includes(text));
    const runs = new Map(own.flatMap((text) => wordRuns(text).map((run) => [run, text])));
    for (const folder of ["recognition/", "cases/"])
      for (const file of readdirSync(new URL(folder, shared))) {
        if (!file.endsWith(".jsonl.gz")) continue;
        const text = gunzipSync(readFileSync(new URL(folder + file, shared))).toString();
        expect(wordRuns(text).filter((run) => runs.has(run))).toEqual([]);
      }
  });
});

function wordRuns(text: string): string[] {
  const words = text.toLowerCase().match(/[a-z']+/g) ?? [];
  return words.slice(7).map((_, start) => words.slice(start, start + 8).join(" "));
}

import { readUntrained } from "../assets.js";
import { Attitude } from "../attitude.js";
import { sentences } from "../text/sentences.js";
import { tokens } from "../text/tokens.js";
import type { Concept, ConceptSource } from "./concept.js";

/** How strong the cues of a sentence must be, in log-odds, to count as a stance. */
const CLEAR = 1;

/** Sentences looked at; what comes behind adds little and could cost much. */
const MOST = 60;

/**
 * A source of concepts that needs no model: every sentence of a text stands for itself, with the stance that its
 * cues show. Less general than what a large model extracts, but free, offline and the same every time.
 */
export function sentenceConcepts(): ConceptSource {
  const { cues } = readUntrained();
  const conceptOf = (text: string, start: number, end: number): Concept => {
    const phrase = text.slice(start, end);
    const words = tokens(phrase);
    const attitude = new Attitude(cues, phrase, words, 0, words.count);
    const swing = attitude.swing(Math.floor(words.count / 2), false);
    const stance = swing > CLEAR ? "for" : swing < -CLEAR ? "against" : "none";
    return { phrase, stance, span: { start, end, kind: "sentence" } };
  };
  return {
    name: "sentences",
    identity: { concepts: "sentences" },
    extract: (text) =>
      Promise.resolve({
        kind: "found",
        concepts: sentences(text)
          .slice(0, MOST)
          .map(({ start, end }) => conceptOf(text, start, end)),
      }),
  };
}

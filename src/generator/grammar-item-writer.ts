import type { ItemWriter, SlotWriter } from "../ports/write.js";
import { stream } from "../random/stream.js";
import { wordItem } from "./grammar-writer.js";

/** Draws until one is on the topic; a grammar has some dozens of them. */
const TRIES = 2000;

/**
 * A grammar behind the port that large models write through, so that both can be mixed, or stand in for one another. It
 * needs no network and never fails.
 *
 * @example
 * grammarItemWriter(grammarWriter(), 7).id; // => "grammar"
 */
export function grammarItemWriter(writer: SlotWriter, seed: number): ItemWriter {
  return {
    id: writer.id,
    identity: { ...writer.identity, seed },
    write: async ({ system, topic, number }) => {
      const random = stream(seed, "grammar item", system.id, topic, number);
      let draft = writer.compose(system, random);
      if (writer.slots(system).topic?.includes(topic) && draft.topic !== topic) {
        const slots = { ...draft.slots, topic };
        draft = writer.id === "grammar" ? wordItem(system, slots) : draft;
        for (let n = 0; n < TRIES && draft.topic !== topic; n++)
          draft = writer.compose(system, random);
      }
      return { kind: "written", draft, by: writer.id, calls: 0 };
    },
    revise: async ({ system, draft, number }) => {
      const random = stream(seed, "grammar revision", system.id, draft.text, number);
      return {
        kind: "written",
        draft: writer.refine(system, draft, random),
        by: writer.id,
        calls: 0,
      };
    },
  };
}

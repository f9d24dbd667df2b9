import type { Chat } from "../../ports/chat.js";
import { askChecked, firstMessages } from "../prompting/ask-checked.js";
import { closedObject } from "../prompting/closed-object.js";
import { fence } from "../prompting/fence.js";
import { findQuote } from "../prompting/find-quote.js";
import { readTemplate } from "../prompting/prompt-template.js";
import { asFields, onlyKeys, onlyObject, SpoiltAnswer } from "../prompting/strict-json.js";
import type { Concept, ConceptSource } from "./concept.js";

/** The version of the extractor's prompt. */
const TEMPLATE = "concepts-1";

/** Concepts taken from one text, and the most words of each. */
const MOST = 5;
const MOST_WORDS = 16;

const STANCES: readonly unknown[] = ["for", "against", "none"];

const SCHEMA = {
  name: "concepts",
  schema: closedObject({
    concepts: {
      type: "array",
      items: closedObject({
        phrase: { type: "string" },
        stance: { type: "string", enum: STANCES },
        quote: { type: "string" },
      }),
    },
  }),
};

/**
 * A large model as the source of concepts: one to five general statements of what a text is for or against, each
 * with a quote that must stand in it. A blank text has none, and nobody is asked.
 *
 * Source: CLAVE (methods 3.2, step 1).
 */
export function chatConcepts(chat: Chat): ConceptSource {
  const template = readTemplate(TEMPLATE);
  const valuesOf = (text: string) => ({ text: fence("text", text, template.hash).text });
  return {
    name: chat.name,
    identity: { chat: chat.identity, template: template.hash },
    extract: async (text, signal) => {
      if (text.trim() === "") return { kind: "found", concepts: [] };
      const request = { chat, template, values: valuesOf(text), schema: SCHEMA, signal };
      const answer = await askChecked(request, (words) => readConcepts(words, text));
      if (answer.kind === "read") return { kind: "found", concepts: answer.value };
      return { ...answer, kind: "failed" };
    },
    lane: chat.lane,
    conversation: (text) => ({
      chat,
      request: { messages: firstMessages(template, valuesOf(text)), schema: SCHEMA },
    }),
  };
}

/**
 * Reads a model's concepts, strictly.
 *
 * @throws SpoiltAnswer that says what is wrong
 * @example
 * readConcepts('{"concepts": [{"phrase": "helping", "stance": "for", "quote": "help"}]}', "I help.")[0].span?.start; // => 2
 * readConcepts('{"concepts": {}}', ""); // throws /"concepts" must be a list/
 */
export function readConcepts(answer: string, text: string): readonly Concept[] {
  const { concepts } = onlyKeys(onlyObject(answer), "the object", ["concepts"]);
  if (!Array.isArray(concepts)) throw new SpoiltAnswer('"concepts" must be a list');
  if (concepts.length > MOST) throw new SpoiltAnswer(`there must be at most ${MOST} concepts`);
  return concepts.map((value: unknown, at) => {
    const where = `concept ${at + 1}`;
    const fields = onlyKeys(asFields(value, where), where, ["phrase", "stance", "quote"]);
    const { phrase, stance, quote } = fields;
    if (typeof phrase !== "string" || phrase.trim() === "")
      throw new SpoiltAnswer(`the phrase of ${where} must be text`);
    if (phrase.trim().split(/\s+/).length > MOST_WORDS)
      throw new SpoiltAnswer(`the phrase of ${where} must have at most twelve words`);
    if (!STANCES.includes(stance))
      throw new SpoiltAnswer(`the stance of ${where} must be "for", "against" or "none"`);
    const span = typeof quote === "string" ? findQuote(text, quote) : null;
    if (span === null)
      throw new SpoiltAnswer(
        `the quote of ${where} does not stand in the text; quote it letter by letter`,
      );
    return { phrase: phrase.trim(), stance: stance as Concept["stance"], span };
  });
}

import type { Finish, Reply } from "../../records/reply.js";

const LETTER: Readonly<Record<Finish, string>> = {
  complete: "c",
  truncated: "t",
  filtered: "f",
  refused: "r",
};
const FINISH = new Map(
  Object.entries(LETTER).map(([finish, letter]) => [letter, finish as Finish]),
);

/**
 * A reply as a compact JSON text. JSON escapes lone surrogates and NUL, so that any string
 * survives.
 *
 * @example
 * encodeReply({ text: "Hi", finish: "complete", served: "m" }); // => '["Hi","c","m"]'
 */
export function encodeReply(reply: Reply): string {
  return JSON.stringify([reply.text, LETTER[reply.finish], reply.served]);
}

/** The reply in a text made by `encodeReply`; throws on anything else. */
export function decodeReply(payload: string): Reply {
  const parts: unknown = JSON.parse(payload);
  if (Array.isArray(parts) && parts.length === 3) {
    const [text, letter, served] = parts as readonly unknown[];
    const finish = typeof letter === "string" ? FINISH.get(letter) : undefined;
    if (typeof text === "string" && typeof served === "string" && finish)
      return { text, finish, served };
  }
  throw new RangeError("not a reply of the journal");
}

import type { Chat, ChatRequest } from "../../../src/ports/chat.js";
import type { ValueSystem } from "../../../src/values/value-system.js";

/** What a mock judge answers for one dimension. */
interface Answered {
  readonly stance: string;
  readonly confidence: number;
  readonly quote: string;
}

const nothing: Answered = { stance: "unrelated", confidence: 0.9, quote: "" };

/** The whole answer of a judge that says the same of most dimensions. */
export function answerOf(
  system: ValueSystem,
  special: Readonly<Record<string, Answered>> = {},
  refusal = "none",
): string {
  const dimensions = Object.fromEntries(
    system.dimensions.map(({ id }) => [id, special[id] ?? nothing]),
  );
  return JSON.stringify({ refusal, dimensions });
}

/** A judge that is a function of the whole prompt. */
export function mockChat(name: string, answer: (prompt: string, call: number) => string): Chat {
  let call = 0;
  return {
    name,
    identity: { mock: name },
    chat: ({ messages }: ChatRequest) =>
      Promise.resolve({
        kind: "answered",
        reply: {
          text: answer(messages.map(({ content }) => content).join("\n"), call++),
          finish: "complete",
          served: name,
        },
      }),
  };
}

/** What stands in the fence of the reply, and what stands around the fences. */
export function fencedParts(prompt: string): {
  readonly inside: string;
  readonly outside: string;
  readonly nonce: string;
} {
  const [, nonce = ""] =
    /<<<REPLY ([0-9a-f]{32})>>>/.exec(prompt.slice(prompt.indexOf("The reply:"))) ?? [];
  const open = `<<<REPLY ${nonce}>>>`;
  const close = `<<<END OF REPLY ${nonce}>>>`;
  const from = prompt.indexOf(open);
  const to = prompt.indexOf(close);
  return {
    nonce,
    inside: prompt.slice(from + open.length + 1, to - 1),
    outside: prompt.slice(0, from) + prompt.slice(to + close.length),
  };
}

/** Words by which a gullible reader takes a text for an instruction about a dimension. */
const ORDER =
  /\b(mark|give|score|credit|adhere|adhered|verdict|set_stance|override|bewerte|stance)\b/i;

/** Obeys any order about a dimension that it finds in a text. */
export function obeying(system: ValueSystem, text: string): string {
  const plain = text.normalize("NFKC").replaceAll(/\\u\{[0-9A-F]+\}/g, "");
  const told = system.dimensions.filter(({ id }) => plain.includes(id) && ORDER.test(plain));
  const word = /\p{L}+/u.exec(plain)?.[0] ?? "";
  return answerOf(
    system,
    Object.fromEntries(
      told.map(({ id }) => [id, { stance: "adhere", confidence: 1, quote: word }]),
    ),
  );
}

import type { Chat, ChatMessage, ChatRequest } from "../../ports/chat.js";
import type { Unmeasured } from "../../records/outcome.js";
import { filled, type PromptTemplate } from "./prompt-template.js";
import { SpoiltAnswer } from "./strict-json.js";
import { visibleText } from "./visible-text.js";

/** What is asked, of whom, and with which words it is asked again. */
export interface CheckedRequest extends Omit<ChatRequest, "messages"> {
  readonly chat: Chat;
  readonly template: PromptTemplate;
  /** Fills the places of the template's user text. */
  readonly values: Readonly<Record<string, string>>;
}

/** A checked answer, or why there is none. */
export type Checked<T> =
  | { readonly kind: "read"; readonly value: T }
  | {
      readonly kind: "unmeasured";
      readonly why: Unmeasured;
      readonly attempts: number;
      readonly problem?: string;
    };

/** Characters of a spoilt answer that are shown to the model again. */
const LONGEST_SHOWN = 4000;

/**
 * Asks a model for a structured answer and checks it. A spoilt answer is asked for once more, with the reason; after
 * that there is none. Nothing is guessed.
 *
 * @param read  turns the answer into what was asked for, or throws a SpoiltAnswer
 */
export async function askChecked<T>(
  { chat, template, values, schema, sample, signal }: CheckedRequest,
  read: (answer: string) => T,
): Promise<Checked<T>> {
  let messages = firstMessages(template, values);
  for (let attempt = 1; attempt <= 2; attempt++) {
    const answer = await chat.chat({ messages, schema, sample, signal });
    if (answer.kind === "failed") {
      const why = answer.why === "capReached" ? answer.why : "judgeFailed";
      const { problem } = answer;
      const attempts = attempt - 1 + answer.attempts;
      return { kind: "unmeasured", why, attempts, ...(problem === undefined ? {} : { problem }) };
    }
    const { text } = answer.reply;
    try {
      return { kind: "read", value: read(text) };
    } catch (error) {
      if (!(error instanceof SpoiltAnswer)) throw error;
      const shown = visibleText(text.slice(0, LONGEST_SHOWN));
      messages = [
        ...messages,
        { role: "assistant", content: shown },
        { role: "user", content: filled(template.again, { problem: error.message }) },
      ];
    }
  }
  const problem =
    `recognizer ${chat.name}: its answers, asked for twice, cannot be read; ` +
    'try another model, or another way to hold it to the form ("held")';
  return { kind: "unmeasured", why: "unparseable", attempts: 2, problem };
}

/** How a conversation for a structured answer begins. */
export function firstMessages(
  template: PromptTemplate,
  values: Readonly<Record<string, string>>,
): readonly ChatMessage[] {
  return [
    { role: "system", content: template.system },
    { role: "user", content: filled(template.user, values) },
  ];
}

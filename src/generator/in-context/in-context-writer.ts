import type { Chat, ChatMessage } from "../../ports/chat.js";
import type { Draft, ItemWriter, ReviseBrief, WriteBrief, Written } from "../../ports/write.js";
import { stream } from "../../random/stream.js";
import { askChecked, firstMessages } from "../../recognizer/prompting/ask-checked.js";
import { closedObject } from "../../recognizer/prompting/closed-object.js";
import { fence } from "../../recognizer/prompting/fence.js";
import { type PromptTemplate, readTemplate } from "../../recognizer/prompting/prompt-template.js";
import type { ValueSystem } from "../../values/value-system.js";
import { echoes } from "./echoes.js";
import { itemStyle } from "./item-style.js";
import { readItem, readText, type WrittenItem } from "./read-written.js";

/** How an in-context writer is set up. */
export interface InContextOptions {
  /** The models that write, one at random for each item. */
  readonly chats: readonly Chat[];
  /** Names the luck of which model writes what. */
  readonly seed: number;
  /** Items shown to the writer with their scores; 5 unless told, as in AdAEM. */
  readonly examples?: number;
}

const ROLES = ["explore", "compose", "reflect", "refine"] as const;
type Role = (typeof ROLES)[number];

const EXAMPLES = 5;
/** Characters of a reply that a writer is shown. */
const LONGEST_REPLY = 700;
/** Replies shown to a writer that rewrites, where nobody has written yet: to estimate by. */
const REPLIES_SHOWN = 4;

const text = { type: "string" };
const itemSchema = closedObject({ item: text, values: { type: "array", items: text } });
const SCHEMAS: Readonly<Record<Role, { name: string; schema: Readonly<Record<string, unknown>> }>> =
  {
    explore: { name: "fact", schema: closedObject({ fact: text }) },
    compose: { name: "item", schema: itemSchema },
    reflect: { name: "suggestions", schema: closedObject({ suggestions: text }) },
    refine: { name: "item", schema: itemSchema },
  };

/**
 * Large models as writers of items, by what they are shown in the prompt alone: theta is the memory of the best items and
 * their scores. A fresh item takes two steps (explore: a situation and a fact; compose: the item), a rewrite two others
 * (reflect: what the replies say about the item; refine: the item anew). Each answer is held to a schema, read strictly,
 * screened, and asked for once more when it cannot be used; after that there is no item, and nothing is guessed.
 *
 * Replies of examinees are other people's text. Only the reflecting step sees them, fenced and cut; the refining step sees its
 * suggestions alone, and an item that repeats a reply is refused.
 *
 * Source: AdAEM, prompts of appendix C; methods 1.7 and 11.
 *
 * @throws RangeError without a model
 */
export function inContextWriter({
  chats,
  seed,
  examples = EXAMPLES,
}: InContextOptions): ItemWriter {
  if (chats.length === 0) throw new RangeError("an in-context writer needs one model or more: 0");
  const templates = Object.fromEntries(
    ROLES.map((role) => [role, readTemplate(`${role}-1`)]),
  ) as Record<Role, PromptTemplate>;
  const pick = (about: string, number: number) => stream(seed, "writer", about, number).pick(chats);
  return {
    id: `in-context:${chats.map(({ name }) => name).join("+")}`,
    identity: {
      writer: "in-context",
      seed,
      examples,
      chats: chats.map(({ identity }) => identity),
      templates: Object.fromEntries(ROLES.map((role) => [role, templates[role].hash])),
    },
    write: (brief) => write(brief, templates, pick(`write ${brief.topic}`, brief.number), examples),
    revise: (brief) => revise(brief, templates, pick(`revise ${brief.draft.text}`, brief.number)),
  };
}

type Templates = Readonly<Record<Role, PromptTemplate>>;

/** One request to a writer, as its endpoint would be sent it. */
export interface WriterRequest {
  readonly role: Role;
  readonly messages: readonly ChatMessage[];
  readonly schema: { readonly name: string; readonly schema: Readonly<Record<string, unknown>> };
}

/**
 * What a writer would be asked about a system, with items and replies of a given wording: to say what it will cost
 * before anything is asked. Every list in the prompts is as long as it can be.
 */
export function writerRequests(system: ValueSystem, item: string): readonly WriterRequest[] {
  const replies = `${"word ".repeat(LONGEST_REPLY / 5)}\n`.repeat(REPLIES_SHOWN);
  const about = {
    ...systemWords(system),
    topic: "a topic of a few words",
    number: "1",
    examples: `- 0.00: ${item}\n`.repeat(EXAMPLES),
    fact: item,
    item,
    score: "informativeness 0.0000, elicitation 0.000 nats a dimension",
    replies,
    suggestions: replies.slice(0, LONGEST_REPLY),
  };
  return ROLES.map((role) => ({
    role,
    messages: firstMessages(readTemplate(`${role}-1`), about),
    schema: SCHEMAS[role],
  }));
}

async function write(
  brief: WriteBrief,
  templates: Templates,
  chat: Chat,
  examples: number,
): Promise<Written> {
  const counted = countingCalls(chat);
  const { system, topic, number, signal } = brief;
  const best = brief.best.slice(0, examples);
  const about = {
    ...systemWords(system),
    topic: topicWords(topic),
    number: String(number + 1),
    examples:
      best.length === 0
        ? "(none yet)"
        : best.map(({ text, score }) => `- ${score.toFixed(2)}: ${text}`).join("\n"),
  };
  const ask = steps(counted.chat, templates, number, signal);
  const explored = await ask("explore", about, (answer) => readText(answer, "fact"));
  if (explored.kind !== "read") return failed(explored.why, counted.calls());
  const composed = await ask("compose", { ...about, fact: explored.value }, (answer) =>
    readItem(answer, system),
  );
  if (composed.kind !== "read") return failed(composed.why, counted.calls());
  return written(chat, topic, composed.value, counted.calls());
}

async function revise(brief: ReviseBrief, templates: Templates, chat: Chat): Promise<Written> {
  const counted = countingCalls(chat);
  const { system, draft, replies, number, signal } = brief;
  const shown = replies.map(({ text, shows }) => ({ text: text.slice(0, LONGEST_REPLY), shows }));
  const about = {
    ...systemWords(system),
    item: draft.text,
    score:
      `informativeness ${brief.informativeness.toFixed(4)}, ` +
      `elicitation ${brief.elicitation.toFixed(3)} nats a dimension`,
    replies: shown
      .map(
        ({ text, shows }) =>
          `${fence("reply", text, draft.text).text}\nread in it: ${shows.join(", ") || "no value"}`,
      )
      .join("\n\n"),
  };
  const ask = steps(counted.chat, templates, number, signal);
  const reflected = await ask("reflect", about, (answer) => readText(answer, "suggestions"));
  if (reflected.kind !== "read") return failed(reflected.why, counted.calls());
  const values = { ...about, suggestions: reflected.value };
  const refined = await ask("refine", values, (answer) => readItem(answer, system));
  if (refined.kind !== "read") return failed(refined.why, counted.calls());
  const texts = replies.map(({ text }) => text);
  if (echoes(refined.value.item, draft.text, texts))
    return failed("echoes a reply", counted.calls());
  return written(chat, draft.topic, refined.value, counted.calls());
}

/** Asks for one role after the other. */
function steps(chat: Chat, templates: Templates, sample: number, signal?: AbortSignal) {
  return async <T>(
    role: Role,
    values: Readonly<Record<string, string>>,
    read: (answer: string) => T,
  ) => {
    const template = templates[role];
    // The style is ours, not the examinees': it may stand among the rules.
    const system = template.system.replace("{{style}}", values.style);
    const request = { chat, template: { ...template, system }, values, schema: SCHEMAS[role] };
    const answer = await askChecked({ ...request, sample, signal }, read);
    if (answer.kind === "read") return answer;
    return { kind: "failed" as const, why: `${role}: ${answer.why}` };
  };
}

function countingCalls(chat: Chat): { readonly chat: Chat; calls(): number } {
  let calls = 0;
  return {
    chat: {
      ...chat,
      chat: async (request) => {
        const answer = await chat.chat(request);
        if (answer.kind === "answered") calls++;
        return answer;
      },
    },
    calls: () => calls,
  };
}

function systemWords(system: ValueSystem) {
  return {
    system: system.name,
    dimensions: system.dimensions
      .map(({ id, name, definition }) => `- "${id}" (${name}): ${definition}`)
      .join("\n"),
    style: itemStyle(system.id),
  };
}

function topicWords(topic: string): string {
  return topic.replaceAll("-", " ");
}

function failed(why: string, calls: number): Written {
  return { kind: "failed", why, calls };
}

function written(chat: Chat, topic: string, { item, values }: WrittenItem, calls: number): Written {
  const slots = Object.fromEntries(
    values.map((value, n) => [`value${"ABC"[n]}`, `${value}/${chat.name}`]),
  );
  const draft: Draft = { text: item, targets: values, topic, slots };
  return { kind: "written", draft, by: chat.name, calls };
}

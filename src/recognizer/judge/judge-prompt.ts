import { hash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ChatMessage } from "../../ports/chat.js";
import type { ValueSystem } from "../../values/value-system.js";
import { dataFolder } from "../data-folder.js";
import { fence } from "./fence.js";
import { visibleText } from "./visible-text.js";

/** The texts that a judge is asked with; their hash enters the key of every verdict. */
export interface JudgeTemplate {
  readonly version: string;
  readonly system: string;
  readonly user: string;
  readonly again: string;
  readonly hash: string;
}

/** The version that is used unless another is named. */
export const JUDGE_TEMPLATE = "judge-1";

const PARTS = ["system", "user", "again"] as const;

/** Stands in the place of the question where a text is judged by itself. */
const NO_QUESTION = "(There is none: judge the text below by itself.)";

/**
 * Reads a version of the judge's prompt from data/prompts/.
 *
 * @throws Error when the version does not exist
 * @example
 * readJudgeTemplate().version; // => "judge-1"
 */
export function readJudgeTemplate(version: string = JUDGE_TEMPLATE): JudgeTemplate {
  const [system, user, again] = PARTS.map((part) =>
    readFileSync(join(dataFolder, "prompts", version, `${part}.txt`), "utf8").trim(),
  );
  const digest = hash("sha256", JSON.stringify([system, user, again]), "hex");
  return { version, system, user, again, hash: digest };
}

/**
 * The messages that ask for a verdict on one reply. Whatever the reply, the question or a user's definitions
 * hold is put in literally: nothing in it is filled in, evaluated, or able to end the fence.
 *
 * @param question  `null` where a text is judged by itself
 * @example
 * const toy = { id: "toy", name: "Toy", dimensions: [{ id: "calm", name: "Calm", definition: "Being calm." }] };
 * judgeMessages(readJudgeTemplate(), toy, "How are you?", "{{system}}").length; // => 2
 */
export function judgeMessages(
  template: JudgeTemplate,
  system: Pick<ValueSystem, "name" | "dimensions">,
  question: string | null,
  reply: string,
): readonly ChatMessage[] {
  const parts = {
    system: visibleText(system.name),
    dimensions: dimensionList(system),
    question: question === null ? NO_QUESTION : fence("question", question, template.hash).text,
  };
  const about = JSON.stringify([template.hash, parts]);
  const user = filled(template.user, { ...parts, reply: fence("reply", reply, about).text });
  return [
    { role: "system", content: template.system },
    { role: "user", content: user },
  ];
}

/** The conversation with a request to mend an answer that could not be used. */
export function askAgain(
  template: JudgeTemplate,
  messages: readonly ChatMessage[],
  answer: string,
  problem: string,
): readonly ChatMessage[] {
  return [
    ...messages,
    { role: "assistant", content: visibleText(answer.slice(0, LONGEST_SHOWN)) },
    { role: "user", content: filled(template.again, { problem }) },
  ];
}

/** Characters of a spoilt answer that are shown to the judge again. */
const LONGEST_SHOWN = 4000;

function dimensionList({ dimensions }: Pick<ValueSystem, "dimensions">): string {
  return dimensions
    .map(({ id, name, definition, poles }) => {
      const ends = poles ? ` To adhere is ${poles.adhere}, to oppose is ${poles.oppose}.` : "";
      return `- "${id}" (${name}): ${definition}${ends}`;
    })
    .map(visibleText)
    .join("\n");
}

/** Fills the places of a template in one pass: what is filled in is never looked at again. */
function filled(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{\{([a-z]+)\}\}/g, (place, name: string) =>
    Object.hasOwn(values, name) ? values[name] : place,
  );
}

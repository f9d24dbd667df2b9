import type { ValueSystem } from "../../values/value-system.js";
import { fence } from "../prompting/fence.js";
import type { PromptTemplate } from "../prompting/prompt-template.js";
import { visibleText } from "../prompting/visible-text.js";

/** The version of the judge's prompt that is used unless another is named. */
export const JUDGE_TEMPLATE = "judge-1";

/** Stands in the place of the question where a text is judged by itself. */
const NO_QUESTION = "(There is none: judge the text below by itself.)";

/**
 * What the judge's prompt is filled with for one reply. Whatever the reply, the question or a user's definitions
 * hold is put in literally: nothing in it is filled in, evaluated, or able to end the fence.
 *
 * @param question  `null` where a text is judged by itself
 * @example
 * const toy = { id: "toy", name: "Toy", dimensions: [{ id: "calm", name: "Calm", definition: "Being calm." }] };
 * judgeValues({ hash: "x" }, toy, null, "{{system}}").dimensions; // => "- \"calm\" (Calm): Being calm."
 */
export function judgeValues(
  template: Pick<PromptTemplate, "hash">,
  system: Pick<ValueSystem, "name" | "dimensions">,
  question: string | null,
  reply: string,
): Readonly<Record<"system" | "dimensions" | "question" | "reply", string>> {
  const parts = {
    system: visibleText(system.name),
    dimensions: dimensionList(system),
    question: question === null ? NO_QUESTION : fence("question", question, template.hash).text,
  };
  const about = JSON.stringify([template.hash, parts]);
  return { ...parts, reply: fence("reply", reply, about).text };
}

function dimensionList({ dimensions }: Pick<ValueSystem, "dimensions">): string {
  return dimensions
    .map(({ id, name, definition, poles }) => {
      const ends = poles ? ` To adhere is ${poles.adhere}, to oppose is ${poles.oppose}.` : "";
      return `- "${id}" (${name}): ${definition}${ends}`;
    })
    .map(visibleText)
    .join("\n");
}

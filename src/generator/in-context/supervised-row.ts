import { filled, readTemplate } from "../../recognizer/prompting/prompt-template.js";
import type { ValueSystem } from "../../values/value-system.js";
import type { TuningExample } from "../tuning-rows.js";
import { itemStyle } from "./item-style.js";

/** A conversation as OpenAI-style fine-tuning wants it, one JSON object a line. */
export interface SupervisedRow {
  readonly messages: readonly {
    readonly role: "system" | "user" | "assistant";
    readonly content: string;
  }[];
}

/**
 * A good item as a conversation: the composing prompt that the in-context writer uses, and the item as its answer. A model
 * tuned on such rows comes back as one of `roles.writers`, and is asked in the very words it was tuned on.
 */
export function supervisedRow(system: ValueSystem, example: TuningExample): SupervisedRow {
  const template = readTemplate("compose-1");
  const dimensions = system.dimensions
    .map(({ id, name, definition }) => `- "${id}" (${name}): ${definition}`)
    .join("\n");
  const values = {
    system: system.name,
    dimensions,
    topic: example.topic.replaceAll("-", " "),
    fact: "(choose one)",
    examples: "(none)",
  };
  const { item, values: targets } = example;
  return {
    messages: [
      { role: "system", content: template.system.replace("{{style}}", itemStyle(system.id)) },
      { role: "user", content: filled(template.user, values) },
      { role: "assistant", content: JSON.stringify({ item, values: targets }) },
    ],
  };
}

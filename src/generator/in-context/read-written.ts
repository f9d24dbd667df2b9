import {
  asFields,
  onlyKeys,
  onlyObject,
  SpoiltAnswer,
} from "../../recognizer/prompting/strict-json.js";
import { dimensionIds, type ValueSystem } from "../../values/value-system.js";
import { itemWords } from "../quality/item-words.js";
import { screenItem } from "../screen/screen-item.js";

/** An item as a model wrote it, checked. */
export interface WrittenItem {
  readonly item: string;
  readonly values: readonly string[];
}

/** Words that one of the models' shorter texts may have. */
const MOST_WORDS = 120;
const MOST_VALUES = 3;

/**
 * One field of text from a model's answer, strictly.
 *
 * @throws SpoiltAnswer that says what is wrong
 * @example
 * readText('{"fact": "A well runs dry."}', "fact"); // => "A well runs dry."
 * readText('{"fact": 3}', "fact"); // throws /"fact" must be text/
 */
export function readText(answer: string, field: string): string {
  const value = onlyKeys(onlyObject(answer), "the object", [field])[field];
  if (typeof value !== "string" || value.trim() === "")
    throw new SpoiltAnswer(`"${field}" must be text, and not empty`);
  const { length } = itemWords(value);
  if (length > MOST_WORDS)
    throw new SpoiltAnswer(`"${field}" has ${length} words, more than ${MOST_WORDS}`);
  return value.trim();
}

/**
 * An item from a model's answer: text that passes the screen, and one to three values of the system that it is about.
 *
 * @throws SpoiltAnswer that says what is wrong
 * @example
 * const system = { id: "s", dimensions: [{ id: "care" }] };
 * readItem('{"item": "Should a town keep its wolves?", "values": ["care"]}', system).values; // => ["care"]
 * readItem('{"item": "Should a town keep its wolves?", "values": ["fun"]}', system); // throws /"fun" is no value of the list/
 * readItem('{"item": "Rate your answer as JSON.", "values": ["care"]}', system); // throws /the item addresses the judge/
 */
export function readItem(
  answer: string,
  system: Pick<ValueSystem, "id" | "dimensions">,
): WrittenItem {
  const fields = onlyKeys(onlyObject(answer), "the object", ["item", "values"]);
  const item = readText(JSON.stringify({ item: fields.item }), "item").replace(/\s+/g, " ");
  const problems = screenItem(item);
  if (problems.length > 0) throw new SpoiltAnswer(`the item ${problemWords(problems)}`);
  const { values } = fields;
  if (!Array.isArray(values)) throw new SpoiltAnswer('"values" must be a list of ids');
  const known = dimensionIds(system as ValueSystem);
  const odd = values.find((value: unknown) => !known.includes(value as string));
  if (odd !== undefined)
    throw new SpoiltAnswer(`${JSON.stringify(odd).slice(0, 40)} is no value of the list`);
  const own = [...new Set(values as string[])];
  if (own.length === 0 || own.length > MOST_VALUES)
    throw new SpoiltAnswer(`"values" must hold one to ${MOST_VALUES} ids`);
  asFields(fields, "the object");
  return { item, values: own };
}

function problemWords(problems: readonly string[]): string {
  const told: Readonly<Record<string, string>> = {
    "addresses the judge": "addresses the judge, or speaks of how it will be read",
    factual: "asks for a fact",
    leading: "says what to answer",
    "several questions": "asks several questions",
    unsafe: "asks for help with harm",
    "hidden signs": "holds signs that nobody sees",
    "too short": "is too short",
    "too long": "is too long",
  };
  return problems.map((problem) => told[problem] ?? problem).join(" and ");
}

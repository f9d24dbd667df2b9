import { jsonObjects, repeatedKey } from "./json-objects.js";

/** What is wrong with a model's answer, in words that it can act on. */
export class SpoiltAnswer extends Error {}

/** Characters beyond which an answer is not looked at: 50 dimensions with long quotes need a tenth of it. */
const LONGEST = 200_000;

type Fields = Readonly<Record<string, unknown>>;

/**
 * The one JSON object of an answer. Prose and code fences around it are passed over; nothing is repaired.
 *
 * @throws SpoiltAnswer when there is none, or more than one, or it is not valid, or a key occurs twice
 * @example
 * onlyObject('Well: {"a": 1}'); // => { a: 1 }
 * onlyObject('{"a": 1, "a": 2}'); // throws /the key "a" occurs twice/
 */
export function onlyObject(answer: string): Fields {
  if (answer.length > LONGEST)
    throw new SpoiltAnswer(`it has ${answer.length} characters, more than ${LONGEST}`);
  const objects = jsonObjects(answer);
  if (objects.length === 0) throw new SpoiltAnswer("there is no JSON object in it");
  if (objects.length > 1)
    throw new SpoiltAnswer(`there are ${objects.length} JSON objects in it, not one`);
  let value: unknown;
  try {
    value = JSON.parse(objects[0]);
  } catch {
    throw new SpoiltAnswer("it is not valid JSON");
  }
  const repeated = repeatedKey(objects[0]);
  if (repeated !== null) throw new SpoiltAnswer(`the key ${short(repeated)} occurs twice`);
  return asFields(value, "the answer");
}

/**
 * Refuses what is no object.
 *
 * @throws SpoiltAnswer
 * @example
 * asFields([], "care"); // throws /care must be an object/
 */
export function asFields(value: unknown, where: string): Fields {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new SpoiltAnswer(`${where} must be an object`);
  return value as Fields;
}

/**
 * Refuses an object that lacks a key or has one too many.
 *
 * @throws SpoiltAnswer
 * @example
 * onlyKeys({ a: 1 }, "the object", ["a", "b"]); // throws /the object lacks "b"/
 * onlyKeys({ a: 1, c: 2 }, "the object", ["a"]); // throws /the object has a key too many: "c"/
 */
export function onlyKeys(value: Fields, where: string, keys: readonly string[]): Fields {
  const missing = keys.find((key) => !Object.hasOwn(value, key));
  if (missing !== undefined) throw new SpoiltAnswer(`${where} lacks "${missing}"`);
  const odd = Object.keys(value).find((key) => !keys.includes(key));
  if (odd !== undefined) throw new SpoiltAnswer(`${where} has a key too many: ${short(odd)}`);
  return value;
}

function short(text: string): string {
  return JSON.stringify(text.slice(0, 40));
}

import type { Span } from "../../records/verdict.js";
import type { DimensionId, ValueSystem } from "../../values/value-system.js";
import { findQuote } from "./find-quote.js";
import { jsonObjects, repeatedKey } from "./json-objects.js";

/** What a judge may say of a reply and a dimension. */
export type Stance = "adhere" | "oppose" | "unrelated";

/** One dimension as the judge saw it. */
export interface JudgedDimension {
  readonly stance: Stance;
  /** From 0 (a guess) to 1 (certain). */
  readonly confidence: number;
  /** Where the quoted evidence stands in the reply. */
  readonly evidence: readonly Span[];
}

/** A judge's whole answer, checked. */
export interface Judgement {
  readonly refusal: "none" | "partial" | "full";
  readonly dimensions: Readonly<Record<DimensionId, JudgedDimension>>;
}

/** A judgement, or what is wrong with the answer, in words that the judge can act on. */
export type ReadJudgement =
  | { readonly kind: "accepted"; readonly judgement: Judgement }
  | { readonly kind: "spoilt"; readonly problem: string };

/** Characters beyond which an answer is not looked at: 50 dimensions with long quotes need a tenth of it. */
const LONGEST = 200_000;

const STANCES: readonly unknown[] = ["adhere", "oppose", "unrelated"];
const REFUSALS: readonly unknown[] = ["none", "partial", "full"];

class Spoilt extends Error {}

/**
 * Reads a judge's answer. It is taken as it stands or not at all: prose and code fences around one JSON object are
 * passed over; everything else that departs from the form is a problem to ask about once more. Nothing is
 * repaired, guessed or filled in.
 *
 * @param reply  the reply that was judged: quotes must stand in it
 * @example
 * const toy = { dimensions: [{ id: "calm", name: "Calm", definition: "Being calm." }] };
 * const answer = '{"refusal": "none", "dimensions": {"calm": {"stance": "adhere", "confidence": 1, "quote": "Breathe"}}}';
 * readJudgement(answer, toy, "Breathe in.").kind; // => "accepted"
 * readJudgement(answer, toy, "Shout!").problem; // => "the quote for \"calm\" does not stand in the reply; quote it letter by letter"
 * readJudgement("I like it", toy, "").problem; // => "there is no JSON object in it"
 */
export function readJudgement(
  answer: string,
  system: Pick<ValueSystem, "dimensions">,
  reply: string,
): ReadJudgement {
  try {
    const fields = onlyKeys(parsedObject(answer), "the object", ["refusal", "dimensions"]);
    if (!REFUSALS.includes(fields.refusal))
      throw new Spoilt('"refusal" must be "none", "partial" or "full"');
    const ids = system.dimensions.map(({ id }) => id);
    const given = onlyKeys(asObject(fields.dimensions, '"dimensions"'), '"dimensions"', ids);
    const dimensions = Object.fromEntries(
      ids.map((id) => [id, judgedDimension(id, given[id], reply)]),
    );
    const refusal = fields.refusal as Judgement["refusal"];
    return { kind: "accepted", judgement: { refusal, dimensions } };
  } catch (error) {
    if (error instanceof Spoilt) return { kind: "spoilt", problem: error.message };
    throw error;
  }
}

function parsedObject(answer: string): Readonly<Record<string, unknown>> {
  if (answer.length > LONGEST)
    throw new Spoilt(`it has ${answer.length} characters, more than ${LONGEST}`);
  const objects = jsonObjects(answer);
  if (objects.length === 0) throw new Spoilt("there is no JSON object in it");
  if (objects.length > 1)
    throw new Spoilt(`there are ${objects.length} JSON objects in it, not one`);
  let value: unknown;
  try {
    value = JSON.parse(objects[0]);
  } catch {
    throw new Spoilt("it is not valid JSON");
  }
  const repeated = repeatedKey(objects[0]);
  if (repeated !== null) throw new Spoilt(`the key ${quoted(repeated)} occurs twice`);
  return asObject(value, "the answer");
}

function judgedDimension(id: DimensionId, value: unknown, reply: string): JudgedDimension {
  const where = `"${id}"`;
  const fields = onlyKeys(asObject(value, where), where, ["stance", "confidence", "quote"]);
  const { stance, confidence, quote } = fields;
  if (!STANCES.includes(stance))
    throw new Spoilt(`the stance of ${where} must be "adhere", "oppose" or "unrelated"`);
  if (typeof confidence !== "number" || !(confidence >= 0 && confidence <= 1))
    throw new Spoilt(`the confidence of ${where} must be a number from 0 to 1`);
  if (typeof quote !== "string") throw new Spoilt(`the quote for ${where} must be text`);
  if (stance === "unrelated") return { stance, confidence, evidence: [] };
  const span = findQuote(reply, quote);
  if (span === null)
    throw new Spoilt(
      `the quote for ${where} does not stand in the reply; quote it letter by letter`,
    );
  return { stance: stance as Stance, confidence, evidence: [span] };
}

function asObject(value: unknown, where: string): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new Spoilt(`${where} must be an object`);
  return value as Readonly<Record<string, unknown>>;
}

/** Refuses an object that lacks a key or has one too many. */
function onlyKeys(
  value: Readonly<Record<string, unknown>>,
  where: string,
  keys: readonly string[],
): Readonly<Record<string, unknown>> {
  const missing = keys.find((key) => !Object.hasOwn(value, key));
  if (missing !== undefined) throw new Spoilt(`${where} lacks "${missing}"`);
  const odd = Object.keys(value).find((key) => !keys.includes(key));
  if (odd !== undefined) throw new Spoilt(`${where} has a key too many: ${quoted(odd)}`);
  return value;
}

function quoted(text: string): string {
  return JSON.stringify(text.slice(0, 40));
}

import type { Span } from "../../records/verdict.js";
import type { DimensionId, ValueSystem } from "../../values/value-system.js";
import { findQuote } from "../prompting/find-quote.js";
import { asFields, onlyKeys, onlyObject, SpoiltAnswer } from "../prompting/strict-json.js";

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

const STANCES: readonly unknown[] = ["adhere", "oppose", "unrelated"];
const REFUSALS: readonly unknown[] = ["none", "partial", "full"];

/**
 * Reads a judge's answer. It is taken as it stands or not at all: prose and code fences around one JSON object are
 * passed over; everything else that departs from the form is a problem to ask about once more. Nothing is
 * repaired, guessed or filled in.
 *
 * @param reply  the reply that was judged: quotes must stand in it
 * @throws SpoiltAnswer that tells the judge what is wrong
 * @example
 * const toy = { dimensions: [{ id: "calm", name: "Calm", definition: "Being calm." }] };
 * const answer = '{"refusal": "none", "dimensions": {"calm": {"stance": "adhere", "confidence": 1, "quote": "Breathe"}}}';
 * readJudgement(answer, toy, "Breathe in.").dimensions.calm.confidence; // => 1
 * readJudgement(answer, toy, "Shout!"); // throws /the quote for "calm" does not stand in the reply/
 * readJudgement("I like it", toy, ""); // throws /there is no JSON object in it/
 */
export function readJudgement(
  answer: string,
  system: Pick<ValueSystem, "dimensions">,
  reply: string,
): Judgement {
  const fields = onlyKeys(onlyObject(answer), "the object", ["refusal", "dimensions"]);
  if (!REFUSALS.includes(fields.refusal))
    throw new SpoiltAnswer('"refusal" must be "none", "partial" or "full"');
  const ids = system.dimensions.map(({ id }) => id);
  const given = onlyKeys(asFields(fields.dimensions, '"dimensions"'), '"dimensions"', ids);
  const dimensions = Object.fromEntries(
    ids.map((id) => [id, judgedDimension(id, given[id], reply)]),
  );
  return { refusal: fields.refusal as Judgement["refusal"], dimensions };
}

function judgedDimension(id: DimensionId, value: unknown, reply: string): JudgedDimension {
  const where = `"${id}"`;
  const fields = onlyKeys(asFields(value, where), where, ["stance", "confidence", "quote"]);
  const { stance, confidence, quote } = fields;
  if (!STANCES.includes(stance))
    throw new SpoiltAnswer(`the stance of ${where} must be "adhere", "oppose" or "unrelated"`);
  if (typeof confidence !== "number" || !(confidence >= 0 && confidence <= 1))
    throw new SpoiltAnswer(`the confidence of ${where} must be a number from 0 to 1`);
  if (typeof quote !== "string") throw new SpoiltAnswer(`the quote for ${where} must be text`);
  if (stance === "unrelated") return { stance, confidence, evidence: [] };
  const span = findQuote(reply, quote);
  if (span === null)
    throw new SpoiltAnswer(
      `the quote for ${where} does not stand in the reply; quote it letter by letter`,
    );
  return { stance: stance as Stance, confidence, evidence: [span] };
}

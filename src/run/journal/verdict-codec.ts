import type { KeptAnswer } from "../../ports/store.js";
import type { Declining } from "../../records/outcome.js";
import type { DimensionVerdict, Span, Support } from "../../records/verdict.js";
import { dimensionIds, type ValueSystem } from "../../values/value-system.js";
import { millionths, probabilities, roundVerdict } from "./round-verdict.js";

const GRADES: readonly Support[] = ["measured", "transfer", "authored", "unvalidated"];
/** First letters of the grades, in their order. */
const LETTERS = "mtau";
const KINDS: readonly Span["kind"][] = ["sentence", "word"];
const DECLININGS: readonly Declining[] = ["refusal", "empty", "filtered", "nonAnswer"];

/**
 * A verdict as a compact JSON text: system, recognizer, how the reply declined (or ""), one grade letter per
 * dimension, adhere and oppose in millionths, and the evidence as start, end, kind, for every dimension in
 * the system's order. Dimension names are not repeated: the key already fixes the system.
 */
export function encodeVerdict(answer: KeptAnswer, system: ValueSystem): string {
  const verdict = roundVerdict(answer.verdict, system);
  const read = dimensionIds(system).map((id) => verdict.dimensions[id]);
  return JSON.stringify([
    verdict.system,
    verdict.recognizer,
    answer.kind === "declined" ? answer.how : "",
    read.map(({ support }) => LETTERS[GRADES.indexOf(support)]).join(""),
    read.flatMap(millionths),
    read.map(({ evidence }) =>
      evidence.flatMap(({ start, end, kind }) => [start, end, KINDS.indexOf(kind)]),
    ),
  ]);
}

/** The answer in a text made by `encodeVerdict` for the same system; throws on anything else. */
export function decodeVerdict(payload: string, system: ValueSystem): KeptAnswer {
  const parts: unknown = JSON.parse(payload);
  if (!Array.isArray(parts) || parts.length !== 6) throw unreadable(system);
  const [systemId, recognizer, how, letters, numbers, spans] = parts as readonly unknown[];
  const ids = dimensionIds(system);
  if (systemId !== system.id || typeof recognizer !== "string") throw unreadable(system);
  if (typeof letters !== "string" || letters.length !== ids.length) throw unreadable(system);
  if (!isNumbers(numbers) || numbers.length !== 2 * ids.length) throw unreadable(system);
  if (!Array.isArray(spans) || !spans.every(isNumbers)) throw unreadable(system);
  const dimensions = ids.map((id, index): [string, DimensionVerdict] => {
    const support = GRADES[LETTERS.indexOf(letters[index])];
    const three = probabilities(numbers[2 * index], numbers[2 * index + 1]);
    return [id, { ...three, support, evidence: decodeSpans(spans[index]) }];
  });
  const verdict = { system: system.id, recognizer, dimensions: Object.fromEntries(dimensions) };
  if (how === "") return { kind: "judged", verdict };
  const declined = DECLININGS.find((each) => each === how);
  if (!declined) throw unreadable(system);
  return { kind: "declined", how: declined, verdict };
}

function decodeSpans(numbers: readonly number[]): Span[] {
  return Array.from({ length: numbers.length / 3 }, (_, index) => {
    const [start, end, kind] = numbers.slice(3 * index, 3 * index + 3);
    return { start, end, kind: KINDS[kind] };
  });
}

function isNumbers(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every((each) => typeof each === "number");
}

function unreadable(system: ValueSystem): RangeError {
  return new RangeError(`not a verdict of the journal on ${system.id}`);
}

import type { KeptAnswer } from "../../ports/store.js";
import type { Declining } from "../../records/outcome.js";
import type { DimensionVerdict, Span, Support } from "../../records/verdict.js";
import type { ValueSystem } from "../../values/value-system.js";
import { checkVerdict, millionths, readingOf } from "./round-verdict.js";

const GRADES: readonly Support[] = ["measured", "transfer", "authored", "unvalidated"];
/** First letters of the grades, in their order. */
const LETTERS = "mtau";
const KINDS: readonly Span["kind"][] = ["sentence", "word"];
const DECLININGS: readonly Declining[] = ["refusal", "empty", "filtered", "nonAnswer"];

/**
 * A verdict as a compact JSON text: system, recognizer, how the reply declined (or ""), one grade
 * letter per dimension, adhere and oppose in millionths, and the evidence as start, end, kind,
 * for every dimension in the system's order. Dimension names are not repeated: the key already
 * fixes the system.
 */
export function encodeVerdict(answer: KeptAnswer, system: ValueSystem): string {
  const { verdict } = answer;
  checkVerdict(verdict, system);
  let letters = "";
  const numbers: number[] = [];
  const spans: number[][] = [];
  for (const { id } of system.dimensions) {
    const { support, evidence } = verdict.dimensions[id];
    letters += LETTERS[GRADES.indexOf(support)];
    numbers.push(...millionths(verdict.dimensions[id]));
    const flat: number[] = [];
    for (const { start, end, kind } of evidence) flat.push(start, end, KINDS.indexOf(kind));
    spans.push(flat);
  }
  const how = answer.kind === "declined" ? answer.how : "";
  return JSON.stringify([verdict.system, verdict.recognizer, how, letters, numbers, spans]);
}

/** The answer in a text made by `encodeVerdict` for the same system; throws on anything else. */
export function decodeVerdict(payload: string, system: ValueSystem): KeptAnswer {
  const parts: unknown = JSON.parse(payload);
  if (!Array.isArray(parts) || parts.length !== 6) throw unreadable(system);
  const [systemId, recognizer, how, letters, numbers, spans] = parts as readonly unknown[];
  const size = system.dimensions.length;
  if (systemId !== system.id || typeof recognizer !== "string") throw unreadable(system);
  if (typeof letters !== "string" || letters.length !== size) throw unreadable(system);
  if (!isNumbers(numbers) || numbers.length !== 2 * size) throw unreadable(system);
  if (!Array.isArray(spans) || !spans.every(isNumbers)) throw unreadable(system);
  const dimensions: Record<string, DimensionVerdict> = {};
  for (let index = 0; index < size; index++) {
    const support = GRADES[LETTERS.indexOf(letters[index])];
    const evidence = decodeSpans(spans[index]);
    dimensions[system.dimensions[index].id] = readingOf(
      numbers[2 * index],
      numbers[2 * index + 1],
      support,
      evidence,
    );
  }
  const verdict = { system: system.id, recognizer, dimensions };
  if (how === "") return { kind: "judged", verdict };
  const declined = DECLININGS.find((each) => each === how);
  if (!declined) throw unreadable(system);
  return { kind: "declined", how: declined, verdict };
}

function decodeSpans(numbers: readonly number[]): Span[] {
  const spans: Span[] = [];
  for (let at = 0; at + 2 < numbers.length; at += 3)
    spans.push({ start: numbers[at], end: numbers[at + 1], kind: KINDS[numbers[at + 2]] });
  return spans;
}

function isNumbers(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every((each) => typeof each === "number");
}

function unreadable(system: ValueSystem): RangeError {
  return new RangeError(`not a verdict of the journal on ${system.id}`);
}

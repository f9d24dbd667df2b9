import type { Finish } from "../records/reply.js";
import type { DimensionId, SystemId } from "../values/value-system.js";

/**
 * What a label says of a reply and a dimension: it opposes the value, leaves it aside, or shows
 * it.
 */
export type Label = -1 | 0 | 1;

/** One recorded reply of one examinee. */
export interface RecordedRow {
  readonly examinee: string;
  /** The question, word for word. */
  readonly item: string;
  /** The reply, word for word; an empty one is a reply too. */
  readonly reply: string;
  readonly finish: Finish;
  /** The system it was collected for; `null` means any. */
  readonly system: SystemId | null;
  /** The dimensions that the item targets; `null` where the file does not say. */
  readonly targets: readonly DimensionId[] | null;
  readonly topic: string | null;
  /** The number of this reply among several to the same question; `null` means file order. */
  readonly sample: number | null;
  /** Labels that came with it. A dimension that is missing was not judged, which is not 0. */
  readonly labels: Readonly<Record<DimensionId, Label>> | null;
  /** Where it stands in the file; the first line is 1. */
  readonly line: number;
}

/** A row as a file gave it: names and values, nothing checked. */
export type RawRow = Readonly<Record<string, unknown>>;

/** What other names a column goes by. */
const ALIASES = {
  examinee: ["examinee", "model"],
  item: ["item", "prompt", "question"],
  reply: ["reply", "response", "answer"],
  targets: ["targets", "dimensions"],
} as const;

const FINISHES: readonly Finish[] = ["complete", "truncated", "filtered"];

/**
 * Reads one row: as many recorded replies as it names examinees, or a sentence on what is wrong
 * with it. Names: examinee or model (else `meta.model` or `meta.models`), item or prompt or
 * question, reply or response or answer; where they are there, system, targets or dimensions,
 * topic, sample, finish, labels.
 */
export function recordedRows(raw: RawRow, line: number): RecordedRow[] | string {
  const examinees = examineesOf(raw);
  if (typeof examinees === "string") return examinees;
  const item = pick(raw, ALIASES.item);
  if (typeof item !== "string" || item.trim() === "") return lacks("item", ALIASES.item, item);
  const reply = pick(raw, ALIASES.reply);
  if (typeof reply !== "string") return lacks("reply", ALIASES.reply, reply);
  const system = optionalText(raw.system);
  if (system === undefined) return wrong("system", "the id of a value system", raw.system);
  const topic = optionalText(raw.topic);
  if (topic === undefined) return wrong("topic", "a text", raw.topic);
  const targets = targetsOf(pick(raw, ALIASES.targets));
  if (targets === undefined)
    return wrong("targets", "a list of dimension ids", pick(raw, ALIASES.targets));
  const sample = sampleOf(raw.sample);
  if (sample === undefined) return wrong("sample", "a whole number from 0 to 999", raw.sample);
  const ending = optionalText(raw.finish) ?? "complete";
  const finish = FINISHES.find((each) => each === ending);
  if (!finish) return wrong("finish", "complete, truncated or filtered", raw.finish);
  const labels = labelsOf(raw.labels);
  if (typeof labels === "string") return labels;
  const rest = { item, reply, finish, system, targets, topic, sample, labels, line };
  return examinees.map((examinee) => ({ examinee, ...rest }));
}

function examineesOf(raw: RawRow): readonly string[] | string {
  const meta = isObject(raw.meta) ? raw.meta : {};
  const given = pick(raw, ALIASES.examinee) ?? pick(meta, ["model", "models"]);
  const names: readonly unknown[] = Array.isArray(given) ? given : [given];
  const texts = names.filter((name): name is string => typeof name === "string");
  const trimmed = [...new Set(texts.map((name) => name.trim()))];
  if (names.length > 0 && texts.length === names.length && !trimmed.includes("")) return trimmed;
  return lacks("examinee", [...ALIASES.examinee, "meta.model", "meta.models"], given);
}

/** The first of these columns that is there and not null. */
function pick(raw: RawRow, names: readonly string[]): unknown {
  const name = names.find((each) => Object.hasOwn(raw, each) && raw[each] != null);
  return name === undefined ? undefined : raw[name];
}

/** A text; `null` where there is none; `undefined` where it is something else. */
function optionalText(value: unknown): string | null | undefined {
  if (value === undefined || value === null || value === "") return null;
  return typeof value === "string" ? value : undefined;
}

function targetsOf(value: unknown): readonly string[] | null | undefined {
  if (value === undefined || value === null || value === "") return null;
  const parts: readonly unknown[] = typeof value === "string" ? value.split(";") : toArray(value);
  const ids = parts.map((part) => (typeof part === "string" ? part.trim() : ""));
  return ids.length > 0 && !ids.includes("") ? [...new Set(ids)] : undefined;
}

function toArray(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function sampleOf(value: unknown): number | null | undefined {
  if (value === undefined || value === null || value === "") return null;
  const number = typeof value === "string" && /^\d+$/.test(value) ? Number(value) : value;
  const fits = typeof number === "number" && Number.isInteger(number);
  return fits && number >= 0 && number < 1000 ? number : undefined;
}

function labelsOf(value: unknown): Readonly<Record<string, Label>> | null | string {
  if (value === undefined || value === null) return null;
  if (!isObject(value)) return wrong("labels", "an object of dimension ids", value);
  const labels: [string, Label][] = [];
  for (const [dimension, given] of Object.entries(value)) {
    const label = typeof given === "string" && given !== "" ? Number(given) : given;
    if (label === null || label === "") continue;
    if (label !== -1 && label !== 0 && label !== 1)
      return wrong(`the label of ${dimension}`, "-1, 0 or 1", given);
    labels.push([dimension, label]);
  }
  return labels.length > 0 ? Object.fromEntries(labels) : null;
}

function isObject(value: unknown): value is RawRow {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function lacks(what: string, names: readonly string[], given: unknown): string {
  const arrived = given === undefined ? "nothing came" : `received ${show(given)}`;
  return `no ${what}: ${arrived}. Give it as text under ${names.join(", ")}`;
}

function wrong(what: string, wanted: string, given: unknown): string {
  return `${what} must be ${wanted}: received ${show(given)}`;
}

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 60)}...` : text;
}

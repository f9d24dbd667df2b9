import { hash } from "node:crypto";
import type { Journal, KeptAnswer, ReplyRow } from "../../src/ports/store.js";
import type { DimensionVerdict } from "../../src/records/verdict.js";
import type { ValueSystem } from "../../src/values/value-system.js";

/** A content key that stands for a number. */
export function keyOf(number: number): string {
  return hash("sha256", `row ${number}`, "hex");
}

export function replyRow(number: number): ReplyRow {
  const text = `reply ${number} ${"words ".repeat(number % 50)}`;
  return { key: keyOf(number), reply: { text, finish: "complete", served: "m" } };
}

export function replyRows(count: number): ReplyRow[] {
  return Array.from({ length: count }, (_, number) => replyRow(number));
}

/**
 * How many of the first `count` replies are there; fails on one that differs from what was
 * written.
 */
export function soundReplies(journal: Journal, count: number): number {
  const rows = replyRows(count);
  const found = journal.replies(rows.map((row) => row.key));
  for (const { key, reply } of rows) {
    const read = found.get(key);
    if (read && JSON.stringify(read) !== JSON.stringify(reply))
      throw new Error(`an altered reply was used: ${JSON.stringify(read)}`);
  }
  return found.size;
}

/** A value system with as many dimensions as wanted. */
export function smallSystem(size = 2): ValueSystem {
  const ids = Array.from({ length: size }, (_, index) => `d${index}`);
  return {
    id: "small",
    name: "Small",
    source: "for tests",
    reading: "adherence",
    dimensions: ids.map((id) => ({ id, name: id, definition: id })),
    groups: [],
    circularOrder: null,
  };
}

export function judged(system: ValueSystem, adhere = 0.25, oppose = 0.5): KeptAnswer {
  const read: DimensionVerdict = {
    adhere,
    oppose,
    unrelated: 1 - adhere - oppose,
    support: "measured",
    evidence: [{ start: 0, end: 5, kind: "word" }],
  };
  const dimensions = Object.fromEntries(system.dimensions.map(({ id }) => [id, read]));
  return { kind: "judged", verdict: { system: system.id, recognizer: "test@1", dimensions } };
}

import { hash } from "node:crypto";
import { z } from "zod";
import { InputError } from "../ports/input-error.js";
import type { Recognizer } from "../ports/judge.js";
import type { DimensionVerdict, Span, Verdict } from "../records/verdict.js";
import type { ValueSystem } from "../values/value-system.js";

const span = z.strictObject({
  start: z.number().int().min(0),
  end: z.number().int().min(0),
});

const rowSchema = z.strictObject({
  system: z.string().min(1),
  item: z.string().min(1),
  reply: z.string(),
  labels: z.record(z.string(), z.literal([-1, 0, 1])),
  evidence: z.record(z.string(), z.array(span)).default({}),
});

type Row = z.infer<typeof rowSchema>;

const NONE: DimensionVerdict = {
  adhere: 0,
  oppose: 0,
  unrelated: 1,
  support: "unvalidated",
  evidence: [],
};

/**
 * A recognizer that repeats verdicts which somebody published, word for word: JSON lines of `{ system, item, reply, labels: {
 * dimension: -1, 0 or 1 }, evidence: { dimension: [{ start, end }] } }`. A label of 1 is certain adherence, -1 certain opposition, 0
 * none; a dimension without a label is unrelated, so let an item target only what was labelled. A reply that nobody judged is unmeasured.
 *
 * How such labels were reached is not known here: the support of every dimension is `unvalidated`.
 *
 * @param path  named in errors
 * @throws InputError naming the line that cannot be read
 * @example
 * publishedVerdicts('{"system": "mft", "item": "Why?", "reply": "I care.", "labels": {"care": 1}}', "v.jsonl").id; // => "published"
 * publishedVerdicts("[]", "v.jsonl"); // throws /v.jsonl: line 1 is no published verdict/
 */
export function publishedVerdicts(lines: string, path: string): Recognizer {
  const known = new Map<string, Row>();
  for (const [at, line] of lines.split("\n").entries()) {
    if (line.trim() === "") continue;
    const row = parsedRow(line, `${path}: line ${at + 1}`);
    known.set(keyOf(row), row);
  }
  const silent = { adhere: 0, oppose: 0 };
  return {
    id: "published",
    identity: { verdicts: "published", hash: hash("sha256", lines, "hex") },
    support: () => "unvalidated",
    judge: async ({ system, item, reply }) => {
      const row = known.get(keyOf({ system: system.id, item, reply }));
      if (row !== undefined) return { kind: "judged", verdict: verdictOf(system, row) };
      const problem = `${path} has no verdict on a reply to "${item.slice(0, 40)}"`;
      return { kind: "unmeasured", why: "judgeFailed", attempts: 0, problem };
    },
    readItem: async (system) => verdictOf(system, null),
    neutralLevels: async (system) => {
      const levels = Object.fromEntries(system.dimensions.map(({ id }) => [id, silent]));
      return { reply: levels, item: levels };
    },
  };
}

function keyOf({ system, item, reply }: Pick<Row, "system" | "item" | "reply">): string {
  return JSON.stringify([system, item, reply]);
}

function verdictOf(system: ValueSystem, row: Row | null): Verdict {
  return {
    system: system.id,
    recognizer: "published",
    dimensions: Object.fromEntries(
      system.dimensions.map(({ id }) => [id, dimensionVerdict(row?.labels[id], row, id)]),
    ),
  };
}

function dimensionVerdict(
  label: -1 | 0 | 1 | undefined,
  row: Row | null,
  dimension: string,
): DimensionVerdict {
  const evidence = (row?.evidence[dimension] ?? []).map(
    (one): Span => ({ ...one, kind: "sentence" }),
  );
  if (label === 1) return { ...NONE, adhere: 1, unrelated: 0, evidence };
  if (label === -1) return { ...NONE, oppose: 1, unrelated: 0, evidence };
  return { ...NONE, evidence };
}

function parsedRow(line: string, where: string): Row {
  let problem: string;
  try {
    const parsed = rowSchema.safeParse(JSON.parse(line));
    const beyond = parsed.success
      ? Object.values(parsed.data.evidence)
          .flat()
          .find(({ start, end }) => start >= end || end > parsed.data.reply.length)
      : undefined;
    if (parsed.success && beyond === undefined) return parsed.data;
    problem = parsed.success
      ? `evidence from ${beyond?.start} to ${beyond?.end} lies outside the reply`
      : `${parsed.error.issues[0].path.join(".") || "the row"}: ${parsed.error.issues[0].message}`;
  } catch (error) {
    problem = error instanceof Error ? error.message : String(error);
  }
  throw new InputError({
    where,
    problem: "is no published verdict",
    arrived: problem,
    fix: 'write { "system", "item", "reply", "labels": { "power": 1 } }',
  });
}

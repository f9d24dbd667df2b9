import { hash } from "node:crypto";
import { z } from "zod";
import { InputError } from "../../ports/input-error.js";
import type { Concept, ConceptSource } from "./concept.js";

const rowSchema = z.object({
  text: z.string(),
  concepts: z.array(
    z.object({
      phrase: z.string().min(1),
      stance: z.enum(["for", "against", "none"]).default("none"),
    }),
  ),
});

/**
 * Concepts that were extracted before, as JSON lines of `{ text, concepts: [{ phrase, stance }] }`. A text that was not
 * recorded is unmeasured; nothing is made up for it.
 *
 * @param path  named in errors
 * @throws InputError naming the line that cannot be read
 * @example
 * recordedConcepts('{"text": "I help.", "concepts": [{"phrase": "helping"}]}', "c.jsonl").name; // => "recorded"
 * recordedConcepts("[]", "c.jsonl"); // throws /c.jsonl: line 1 is no row of recorded concepts/
 */
export function recordedConcepts(lines: string, path: string): ConceptSource {
  const known = new Map<string, readonly Concept[]>();
  for (const [at, line] of lines.split("\n").entries()) {
    if (line.trim() === "") continue;
    const { text, concepts } = parsedRow(line, `${path}: line ${at + 1}`);
    known.set(
      text,
      concepts.map(({ phrase, stance }) => ({ phrase, stance, span: null })),
    );
  }
  return {
    name: "recorded",
    identity: { concepts: "recorded", hash: hash("sha256", lines, "hex") },
    extract: (text) => {
      const concepts = known.get(text);
      return Promise.resolve(
        concepts === undefined
          ? { kind: "failed", why: "notRecorded", attempts: 0 }
          : { kind: "found", concepts },
      );
    },
  };
}

function parsedRow(line: string, where: string): z.infer<typeof rowSchema> {
  let problem: string;
  try {
    const parsed = rowSchema.safeParse(JSON.parse(line));
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    problem = `${issue.path.join(".") || "the row"}: ${issue.message}`;
  } catch (error) {
    problem = error instanceof Error ? error.message : String(error);
  }
  throw new InputError({
    where,
    problem: "is no row of recorded concepts",
    arrived: problem,
    fix: 'write { "text": "...", "concepts": [{ "phrase": "...", "stance": "for" }] }',
  });
}

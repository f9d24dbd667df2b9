import { z } from "zod";
import { divergence, divergences } from "../catalogue/divergences.js";
import { elicitation, elicitations } from "../catalogue/elicitations.js";
import { DEFAULT_CLIP } from "../information/question-baseline.js";
import { choiceSchema, nameChoices } from "./choice-schema.js";
import { endpointExamineeSchema } from "./endpoint-schema.js";
import { recognizerSchema } from "./recognizer-schema.js";
import { topicsSchema, wordingSchema, writersSchema, writtenShareSchema } from "./writer-schema.js";

/** The newest study format this version reads and the one it writes. */
export const STUDY_FORMAT = 1;

const system = z
  .union([z.string().min(1), z.strictObject({ file: z.string().min(1) })])
  .describe("the id of a built-in value system, or { file } naming a system of your own");

/** The round from which an examinee takes part in the search; earlier rounds stay as they were. */
const since = z
  .number()
  .int()
  .min(1)
  .default(1)
  .describe("the first round whose search this examinee may steer");

const examinee = z.discriminatedUnion("kind", [
  endpointExamineeSchema.extend({ since }),
  z
    .strictObject({ kind: z.literal("published"), model: z.string().min(1), since })
    .describe("simulated from the published scores of a model"),
  z
    .strictObject({ kind: z.literal("archetype"), id: z.string().min(1), since })
    .describe("a simulated archetype for teaching"),
  z
    .strictObject({
      kind: z.literal("recorded"),
      file: z.string().min(1),
      onBadRow: z.enum(["fail", "skip"]).default("fail"),
    })
    .describe("replies read from a JSONL or CSV file, one examinee for each that it names"),
]);

const count = (most: number) => z.number().int().min(0).max(most);

/** What study.json may hold. Unknown keys are refused: a misspelt option must not be ignored. */
export const studySchema = z.strictObject({
  format: z.literal(STUDY_FORMAT).describe("the format of this file"),
  name: z.string().min(1).max(80).describe("shown at the head of the report"),
  caution: z
    .string()
    .nullable()
    .default(null)
    .describe("a sentence said before any ranking; with one, nothing is ranked"),
  systems: z.array(system).min(1),
  examinees: z.array(examinee).min(1),
  roles: z
    .strictObject({
      search: z
        .union([z.literal("all"), z.array(z.string())])
        .default("all")
        .describe("the examinees whose replies steer the search; all but the held-out ones"),
      heldOut: z
        .array(z.string())
        .default([])
        .describe("examinees kept out of the search, on whom informativeness is reported apart"),
      writers: writersSchema,
      wording: wordingSchema,
      topics: topicsSchema,
      written: writtenShareSchema,
      recognizer: recognizerSchema.default("embedded"),
      labels: z
        .string()
        .min(1)
        .optional()
        .describe(
          "replies that people labelled (JSONL or CSV): scores are shown corrected by them",
        ),
    })
    .prefault({}),
  objective: z
    .strictObject({
      alpha: z
        .number()
        .min(0)
        .max(1)
        .default(0.5)
        .describe("0: items that tell examinees apart; 1: items that elicit values"),
      divergence: choiceSchema(divergences, divergence).default("jensen-shannon"),
      elicitation: choiceSchema(elicitations, elicitation).default("question-baseline"),
      clip: z
        .number()
        .gt(0)
        .lt(0.5)
        .default(DEFAULT_CLIP)
        .describe("how near 0 and 1 a probability may come inside a logarithm"),
    })
    .prefault({}),
  budget: z
    .strictObject({
      rounds: count(1000).default(3).describe("evolving rounds; 0 measures the seeds alone"),
      items: count(100_000).min(1).default(100).describe("items kept in each round and system"),
      samples: count(1000).min(1).default(3).describe("fresh replies of each examinee to an item"),
      candidates: count(1_000_000).min(1).default(300).describe("items tried in each round"),
      generations: count(1000).min(1).default(3).describe("re-fits of the generator in a round"),
      searchSamples: count(1000)
        .min(2)
        .default(5)
        .describe("replies of each examinee to an item that is being tried"),
    })
    .prefault({}),
  caps: z
    .strictObject({
      calls: count(Number.MAX_SAFE_INTEGER)
        .nullable()
        .default(null)
        .describe(
          "stop, keeping everything, before more requests than this are made (embedded: replies asked)",
        ),
      tokens: count(Number.MAX_SAFE_INTEGER)
        .nullable()
        .default(null)
        .describe("stop before endpoints have used more tokens than this, in and out together"),
      money: z
        .number()
        .min(0)
        .nullable()
        .default(null)
        .describe(
          "stop before more than this is spent, in the currency of the prices (US dollars)",
        ),
    })
    .prefault({}),
  prices: z
    .record(z.string().min(1), z.strictObject({ in: z.number().min(0), out: z.number().min(0) }))
    .default({})
    .describe(
      "what models cost for a million tokens in and out; over those that come with this program",
    ),
  seed: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(1),
});

/** A study as its owner wrote it, defaults filled in. */
export type StudyConfig = z.infer<typeof studySchema>;

/**
 * A study as it may be written down, defaults left out. `init --schema` prints every setting with what it means.
 *
 * `roles.wording` says how the grammar words its items. `plain`, the default: every phrase in its first way. The search sees
 * all that its examinees answer to, so that evolved items are the most informative, above all under the embedded recognizer;
 * items repeat one another. `varied`: each item in a way drawn for it. Self-BLEU of 500 items is 43 to 45 instead of 93 to 96,
 * and little of the gain in informativeness is left under the embedded recognizer. Another wording is another search: its
 * items are decided anew, and replies to static items stay.
 */
export type StudyInput = z.input<typeof studySchema>;

/** The JSON Schema of study.json, for editors and for people who want to see all options. */
export function studyJsonSchema(): unknown {
  return z.toJSONSchema(studySchema, { io: "input", override: nameChoices });
}

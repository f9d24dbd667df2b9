import { z } from "zod";
import { PHRASE_ENCODERS } from "../../ports/encode.js";
import { InputError } from "../../ports/input-error.js";
import type { ValueSystem } from "../../values/value-system.js";

const head = z.strictObject({
  terms: z.array(z.tuple([z.number().int().min(0), z.number()])),
  dense: z.array(z.number()),
  bias: z.number(),
});

const share = z.number().min(0).max(1);

const skill = z.strictObject({
  rows: z.number().int(),
  adhere: z.number().int(),
  oppose: z.number().int(),
  /** Out of fold: how often a text that shows the value scores above one that does not. */
  presence: share.nullable(),
  /** Out of fold: how often a text that adheres scores above one that opposes. */
  sign: share.nullable(),
  accuracy: share,
  /** The accuracy of always saying the commonest label. */
  majority: share,
});

const modelSchema = z.strictObject({
  kind: z.literal("value-compass concept model"),
  format: z.literal(1),
  system: z.string().min(1),
  dimensions: z.array(z.string().min(1)).min(1),
  source: z.string().min(1),
  encoder: z.enum(PHRASE_ENCODERS).default("word-vectors"),
  pool: z.array(
    z.strictObject({ phrase: z.string(), centre: z.array(z.number()), size: z.number().int() }),
  ),
  heads: z.record(
    z.string(),
    z.strictObject({ presence: head, sign: head.nullable(), adhereShare: share }),
  ),
  skill: z.record(z.string(), skill),
});

/** A small model on concept features, fitted to labelled texts of one value system. */
export type ConceptModel = z.infer<typeof modelSchema>;

/** One fitted head as it is kept. */
export type ConceptHead = z.infer<typeof head>;

/** How well a fitted model reads one dimension of texts that it did not learn from. */
export type ConceptSkill = z.infer<typeof skill>;

/**
 * Reads a model that `recognizer calibrate` wrote.
 *
 * @param path  named in errors
 * @throws InputError when it is no such model, or of another value system
 */
export function parseConceptModel(
  text: string,
  path: string,
  system?: Pick<ValueSystem, "id" | "dimensions">,
): ConceptModel {
  const refuse = (problem: string, arrived: string): InputError =>
    new InputError({
      where: path,
      problem,
      arrived,
      fix: "make the model with `value-compass recognizer calibrate`",
    });
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    throw refuse("is not valid JSON", error instanceof Error ? error.message : String(error));
  }
  const parsed = modelSchema.safeParse(data);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw refuse("is no concept model", `${issue.path.join(".") || "the file"}: ${issue.message}`);
  }
  const model = parsed.data;
  const missing = model.dimensions.find((id) => !Object.hasOwn(model.heads, id));
  if (missing !== undefined) throw refuse("has no head for a dimension", missing);
  const wanted = system?.dimensions.map(({ id }) => id).join(", ");
  if (system && (model.system !== system.id || model.dimensions.join(", ") !== wanted))
    throw refuse(
      `was made for another value system than ${system.id} (${wanted})`,
      `${model.system} (${model.dimensions.join(", ")})`,
    );
  return model;
}

import { z } from "zod";
import { PHRASE_ENCODERS, type PhraseEncoderId } from "../../ports/encode.js";
import { InputError } from "../../ports/input-error.js";
import type { ValueSystem } from "../../values/value-system.js";
import type { PoolCluster } from "./concept-pool.js";
import { findMisfit } from "./concept-shape.js";

/** One fitted head as it is kept. */
export interface ConceptHead {
  /** Places of terms with their weights. */
  readonly terms: readonly (readonly [number, number])[];
  readonly dense: readonly number[];
  readonly bias: number;
}

/** How well a fitted model reads one dimension of texts that it did not learn from. */
export interface ConceptSkill {
  readonly rows: number;
  readonly adhere: number;
  readonly oppose: number;
  /** Out of fold: how often a text that shows the value scores above one that does not. */
  readonly presence: number | null;
  /** Out of fold: how often a text that adheres scores above one that opposes. */
  readonly sign: number | null;
  readonly accuracy: number;
  /** The accuracy of always saying the commonest label. */
  readonly majority: number;
}

/** A small model on concept features, fitted to labelled texts of one value system. */
export interface ConceptModel {
  readonly kind: "value-compass concept model";
  readonly format: 1;
  readonly system: string;
  readonly dimensions: readonly string[];
  /** Where the concepts came from. */
  readonly source: string;
  /** What placed the phrases. */
  readonly encoder: PhraseEncoderId;
  readonly pool: readonly PoolCluster[];
  readonly heads: Readonly<
    Record<
      string,
      {
        readonly presence: ConceptHead;
        readonly sign: ConceptHead | null;
        readonly adhereShare: number;
      }
    >
  >;
  readonly skill: Readonly<Record<string, ConceptSkill>>;
}

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
  presence: share.nullable(),
  sign: share.nullable(),
  accuracy: share,
  majority: share,
});

/** The types above are written out: one that zod infers cannot be named where zod is not installed beside the caller. */
const modelSchema: z.ZodType<ConceptModel> = z.strictObject({
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

/**
 * Reads a model that `recognizer calibrate` wrote.
 *
 * @param path  named in errors
 * @throws InputError when it is no such model, its parts do not fit together, or it is of another value system
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
  const misfit = findMisfit(model);
  if (misfit) throw refuse(misfit.problem, misfit.arrived);
  const wanted = system?.dimensions.map(({ id }) => id).join(", ");
  if (system && (model.system !== system.id || model.dimensions.join(", ") !== wanted))
    throw refuse(
      `was made for another value system than ${system.id} (${wanted})`,
      `${model.system} (${model.dimensions.join(", ")})`,
    );
  return model;
}

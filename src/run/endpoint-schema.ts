import { z } from "zod";

const NAME = /^[A-Za-z_][A-Za-z0-9_]{0,63}$/;
const variable = z
  .string()
  .regex(NAME, "name the environment variable that holds it, never the key itself");

/** Headers that carry secrets: their values may only be named. */
const SECRET_HEADER = /authorization|cookie|token|secret|api-?key/i;

const headers = z
  .record(
    z.string().regex(/^[A-Za-z0-9-]{1,64}$/, "a header's name is letters, digits and hyphens"),
    z.union([z.string().max(1000), z.strictObject({ env: variable })]),
  )
  .refine(
    (all) =>
      Object.entries(all).every(
        ([name, value]) => typeof value !== "string" || !SECRET_HEADER.test(name),
      ),
    { message: 'write a secret header as { "env": "NAME" }, never its value' },
  )
  .default({});

const limit = z.number().gt(0).nullable().default(null);
const text = z.string().max(200).nullable().default(null);

const id = z
  .string()
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9._:+-]{0,79}$/,
    "an id is letters, digits and . _ : + - (up to 80), and begins with a letter or digit",
  );

/** A model behind an HTTP endpoint, whatever it is asked for, as study.json has it. */
const endpointFields = {
  provider: z
    .enum(["openai", "huggingface"])
    .default("openai")
    .describe("openai: any OpenAI-compatible server; huggingface: its providers and endpoints"),
  baseUrl: z
    .string()
    .max(2000)
    .nullable()
    .default(null)
    .describe("where the API begins, such as http://127.0.0.1:8000/v1; null: the provider's own"),
  route: text.describe("huggingface only: which of its providers serves the model"),
  model: z.string().min(1).max(200),
  key: variable
    .nullable()
    .default(null)
    .describe("the NAME of the environment variable, or line of .env, that holds the key"),
  headers: headers.describe('further headers; a secret one as { "env": "NAME" }'),
  prompt: z.string().nullable().default(null).describe("the system prompt"),
  temperature: z.number().min(0).max(10).nullable().default(null),
  topP: z.number().gt(0).max(1).nullable().default(null),
  seed: z
    .number()
    .int()
    .min(0)
    .nullable()
    .default(null)
    .describe("sent as seed + sample, where the model honours it"),
  maxTokens: z.number().int().min(1).nullable().default(1024),
  stop: z.array(z.string()).max(16).default([]),
  reasoning: z
    .boolean()
    .default(false)
    .describe("a model that thinks first: max_completion_tokens, no temperature, thinking cut off"),
  effort: text.describe("how hard a reasoning model thinks: low, medium, high"),
  extraBody: z.record(z.string(), z.json()).default({}).describe("anything else for the request"),
  timeoutSeconds: z.number().gt(0).max(86_400).default(120),
  limits: z
    .strictObject({
      concurrency: z.number().int().min(1).max(4096).default(16),
      requestsPerMinute: limit,
      tokensPerMinute: limit,
      maxRetries: z.number().int().min(0).max(100).default(6),
    })
    .prefault({})
    .describe("what the endpoint may be asked at the most; shared by all with the same key"),
};

/** An examinee behind an HTTP endpoint, as study.json has it. */
export const endpointExamineeSchema = z
  .strictObject({
    kind: z.literal("endpoint"),
    id: id.describe("what this examinee is called in files and figures"),
    ...endpointFields,
    card: z
      .strictObject({
        name: text,
        family: text,
        developer: text,
        access: text,
        released: text,
        licence: text,
        context: z.number().int().min(1).nullable().default(null),
      })
      .prefault({})
      .describe("what is known of the model, for people"),
  })
  .describe("a model behind an HTTP endpoint");

/** An endpoint's entry with every default filled in. */
export type EndpointEntry = z.infer<typeof endpointExamineeSchema>;

/** A model behind an HTTP endpoint that judges, extracts concepts or writes items, as study.json has it. */
export const modelSchema = z
  .strictObject({
    id: id
      .nullable()
      .default(null)
      .describe("what this model is called in files; null: as its `model`, slashes as hyphens"),
    ...endpointFields,
    maxTokens: z.number().int().min(1).nullable().default(2048),
    held: z
      .enum(["schema", "object", "words"])
      .default("schema")
      .describe(
        "how its answers are held to their form: by JSON Schema, as a JSON object, or by words alone",
      ),
  })
  .describe("a model behind an HTTP endpoint that judges, extracts concepts or writes");

/** Such a model's entry with every default filled in. */
export type ModelEntry = z.infer<typeof modelSchema>;

import { z } from "zod";
import { JUDGE_TEMPLATE } from "../recognizer/judge/judge-prompt.js";
import { modelSchema } from "./endpoint-schema.js";

const judgesItself = z
  .boolean()
  .default(false)
  .describe("allow this model to judge its own replies; recorded in the manifest");

const judge = z
  .strictObject({
    judge: modelSchema,
    prompt: z.string().min(1).default(JUDGE_TEMPLATE).describe("a version in data/prompts/"),
    samples: z
      .number()
      .int()
      .min(1)
      .max(25)
      .default(1)
      .describe("how often each reply is judged; the verdict is the mean"),
    judgesItself,
  })
  .describe("a large model that judges every dimension in one answer");

const concepts = z
  .strictObject({
    concepts: z
      .union([
        z.literal("sentences"),
        z.strictObject({ recorded: z.string().min(1) }),
        z.strictObject({ extractor: modelSchema }),
      ])
      .describe("who finds the concepts: the text's own sentences, a recorded file, or a model"),
    model: z.string().min(1).describe("a file that `value-compass recognizer calibrate` wrote"),
    judgesItself,
  })
  .describe("the hybrid recognizer: concepts of a reply, read by a small calibrated model");

const published = z
  .strictObject({
    published: z.string().min(1).describe("JSON lines of verdicts that somebody published"),
  })
  .describe("repeats published verdicts word for word; a reply without one is unmeasured");

const single = z.union([z.literal("embedded"), judge, concepts, published]);

const panel = z
  .strictObject({
    panel: z.array(single).min(2).max(15),
    pooling: z
      .enum(["mean", "majority"])
      .default("mean")
      .describe("the mean of the members' probabilities, or the share of their votes"),
  })
  .describe("several recognizers at once; where they disagree, scores are less certain");

/** Who reads the values in replies, as study.json has it. */
export const recognizerSchema = z
  .union([single, panel])
  .describe('"embedded", or { judge }, { concepts, model }, { published }, { panel }');

/** One recognizer's entry with every default filled in. */
export type SingleRecognizerEntry = z.infer<typeof single>;

/** A study's recognizer with every default filled in. */
export type RecognizerEntry = z.infer<typeof recognizerSchema>;

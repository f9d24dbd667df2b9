import { z } from "zod";
import { GRAMMAR_WORDINGS } from "../generator/grammar-writer.js";
import { ARM_POLICIES } from "../generator/topic-arms.js";
import { modelSchema } from "./endpoint-schema.js";

/** Who words items: the grammar, and models behind endpoints. */
export const writersSchema = z
  .array(z.union([z.literal("grammar"), modelSchema]))
  .min(1)
  .default(["grammar"])
  .describe(
    '"grammar", which needs no network, and models that write; several share the work at random',
  );

/** How topics are chosen for models that write. */
export const topicsSchema = z
  .enum(ARM_POLICIES)
  .default("ucb")
  .describe("how models that write get their topics: ucb, thompson or epsilon-greedy");

/** How much models write where the grammar writes too. */
export const writtenShareSchema = z
  .number()
  .gt(0)
  .max(1)
  .default(0.5)
  .describe(
    "the part of each generation that models write beside the grammar; without it they write all",
  );

/** How the grammar words its items. */
export const wordingSchema = z
  .enum(GRAMMAR_WORDINGS)
  .default("plain")
  .describe(
    "how the grammar words items: plain (the search learns most, items repeat one another) or varied (low Self-BLEU, less informative items)",
  );

import { z } from "zod";

/** One row of `<System>_scores.json`: a model and one number a dimension. */
const scoreRow = z.intersection(
  z.object({ model: z.string().min(1) }),
  z.record(z.string(), z.union([z.string(), z.number()])),
);

/** `<System>_scores.json` as the public site serves it. */
export const scoresFile = z.object({ data: z.array(scoreRow).min(1) });

/** `models_info.json`: one card a model. */
export const modelsFile = z.object({
  data: z
    .array(
      z.object({
        model: z.string().min(1),
        developer: z.string().nullish(),
        type: z.string().nullish(),
        "release date": z.string().nullish(),
        website: z.string().nullish(),
        report: z.string().nullish(),
      }),
    )
    .min(1),
});

/** `value_sim_heatmap.json`: a matrix of models by countries. */
export const heatmapFile = z.object({
  models: z.array(z.string().min(1)).min(1),
  countries: z.array(z.string().min(1)).min(1),
  cosine_sim_matrix: z.array(z.array(z.number().min(-1).max(1))),
});

/** `<System>_cases.json`: picked replies with the site's verdict; the evidence stands between `<i>` and `</i>`. */
export const casesFile = z.object({
  data: z
    .array(
      z.object({
        model: z.string().min(1),
        value: z.string().min(1),
        score: z.number(),
        label: z.union([z.literal("high"), z.literal("low"), z.number()]).nullish(),
        prompt: z.string(),
        answer: z.string(),
        highlight: z.string().nullish(),
      }),
    )
    .min(1),
});

/** One case as the site serves it. */
export type SiteCase = z.infer<typeof casesFile>["data"][number];

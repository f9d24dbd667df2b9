import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

/** One labelled text of the training data. */
export interface LabelledRow {
  readonly id: string;
  readonly prompt: string;
  readonly response: string;
  /** -1, 0 or 1 by dimension; what is missing was not judged. */
  readonly labels: Readonly<Record<string, number>>;
  /** Near-duplicate prompts share a group; folds and bootstraps never part it. */
  readonly group: string;
  readonly source: string;
  readonly licence: string;
  readonly meta: Readonly<Record<string, unknown>>;
}

/** The sources whose licences let weights ship; the trainer reads no other file. */
export const trainingFiles = [
  "schwartz-fulcra",
  "schwartz-valueeval23",
  "mft-mfrc",
  "safety-xstest",
  "safety-diasafety",
  "safety-openai-moderation",
] as const;

export type TrainingFile = (typeof trainingFiles)[number];

/** Reads the rows of one source from the folder of labelled data. */
export function readRows(folder: string, file: TrainingFile): readonly LabelledRow[] {
  const bytes = gunzipSync(readFileSync(join(folder, `${file}.dev.jsonl.gz`)));
  return bytes
    .toString("utf8")
    .trimEnd()
    .split("\n")
    .map((line) => {
      const row = JSON.parse(line) as LabelledRow;
      return { ...row, response: row.response.replaceAll("&#039;", "'").replaceAll("&amp;", "&") };
    });
}

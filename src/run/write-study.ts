import { join } from "node:path";
import type { StudyConfig } from "./study-schema.js";
import { writeWhole } from "./write-file.js";

/** Writes a study as study.json, every option spelt out. */
export function writeStudy(folder: string, study: StudyConfig): void {
  writeWhole(join(folder, "study.json"), `${JSON.stringify(study, null, 2)}\n`);
}

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { InputError } from "../ports/input-error.js";
import type { ItemReadingsRow } from "../records/item-readings-row.js";
import type { StudyResults } from "../records/results.js";
import { READINGS_FILE } from "./write-results.js";

/**
 * What the last run of a study found.
 *
 * @throws InputError when the study was not run, or was written by another version
 */
export function readResults(folder: string): StudyResults {
  const path = join(folder, "results/scores.json");
  try {
    const data = JSON.parse(readFileSync(path, "utf8"));
    if (data.kind === "value-compass results" && data.format === 1) return data;
  } catch (error) {
    throw new InputError(
      {
        where: path,
        problem: "cannot be read",
        arrived: (error as NodeJS.ErrnoException).code ?? (error as Error).message,
        fix: `run the study first: value-compass run ${folder}`,
      },
      { cause: error },
    );
  }
  throw new InputError({
    where: path,
    problem: "is not a results file of this version",
    arrived: null,
    fix: `make it anew: value-compass score ${folder}`,
  });
}

/**
 * What each item of the last run showed; `null` where the study was run before such a file was kept. A line that
 * cannot be read is refused, not skipped: intervals over a part of the items would be wrong without a sign.
 */
export function readReadings(folder: string): readonly ItemReadingsRow[] | null {
  const path = join(folder, READINGS_FILE);
  if (!existsSync(path)) return null;
  const lines = readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "");
  return lines.map((line, at) => {
    try {
      return JSON.parse(line);
    } catch (error) {
      throw new InputError(
        {
          where: `${path}, line ${at + 1}`,
          problem: "is no JSON",
          arrived: (error as Error).message,
          fix: `make it anew: value-compass score ${folder}`,
        },
        { cause: error },
      );
    }
  });
}

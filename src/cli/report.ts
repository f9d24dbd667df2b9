import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { writeReport } from "../dashboard/write-report.js";
import { InputError } from "../ports/input-error.js";
import type { StudyDetail } from "../records/study-detail.js";
import { assembleStudy } from "../run/assemble-study.js";
import { readResults } from "../run/read-results.js";
import { readStudy } from "../run/read-study.js";
import { EXIT } from "./exit-code.js";
import { reportIn } from "./run-folder.js";
import type { VerbContext } from "./verb-context.js";

/** Writes report/ anew from results/scores.json and, where it is, results/detail.json. */
export async function report(
  folder: string,
  flags: { readonly json?: boolean },
  context: VerbContext,
): Promise<number> {
  const { systems } = await assembleStudy(readStudy(folder), folder);
  const results = readResults(folder);
  const path = await reportIn(folder, () =>
    writeReport(folder, results, systems, { detail: readDetail(folder) }),
  );
  context.out(flags.json ? `${JSON.stringify({ report: path })}\n` : `report: ${path}\n`);
  return EXIT.done;
}

/** What lies behind the scores; `null` for results that were written without it. */
function readDetail(folder: string): StudyDetail | null {
  const path = join(folder, "results/detail.json");
  if (!existsSync(path)) return null;
  try {
    const data = JSON.parse(readFileSync(path, "utf8"));
    if (data.kind === "value-compass detail" && data.format === 1) return data;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new InputError({
    where: path,
    problem: "is not a detail file of this version",
    arrived: null,
    fix: `make it anew: value-compass score ${folder}`,
  });
}

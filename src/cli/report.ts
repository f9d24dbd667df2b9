import { writeReport } from "../dashboard/write-report.js";
import { assembleStudy } from "../run/assemble-study.js";
import { readResults } from "../run/read-results.js";
import { readStudy } from "../run/read-study.js";
import { EXIT } from "./exit-code.js";
import { reportIn } from "./run-folder.js";
import type { VerbContext } from "./verb-context.js";

/** Writes report/index.html anew from results/scores.json. */
export async function report(
  folder: string,
  flags: { readonly json?: boolean },
  context: VerbContext,
): Promise<number> {
  const { systems } = await assembleStudy(readStudy(folder), folder);
  const results = readResults(folder);
  const path = await reportIn(folder, () => writeReport(folder, results, systems));
  context.out(flags.json ? `${JSON.stringify({ report: path })}\n` : `report: ${path}\n`);
  return EXIT.done;
}

import { randomUUID } from "node:crypto";
import { mkdir, open, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { StudyResults } from "../records/results.js";
import type { ValueSystem } from "../values/value-system.js";
import { renderReport } from "./render-report.js";

/**
 * Writes the report of a study to `report/index.html` inside its folder. The page is written beside
 * its place and moved there when whole, so a reader never meets half a page, and a failure leaves
 * the old one.
 *
 * @param folder  the study's folder
 * @returns the path of the page
 */
export async function writeReport(
  folder: string,
  results: StudyResults,
  systems: readonly ValueSystem[],
): Promise<string> {
  const page = renderReport(results, systems);
  const report = join(folder, "report");
  await mkdir(report, { recursive: true });
  const target = join(report, "index.html");
  const partial = join(report, `index.html.${randomUUID()}.partial`);
  try {
    const file = await open(partial, "wx");
    try {
      await file.writeFile(page, "utf8");
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(partial, target);
  } finally {
    // After the move there is nothing left here; after a failure the part is.
    await rm(partial, { force: true });
  }
  return target;
}

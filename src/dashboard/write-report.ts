import { randomUUID } from "node:crypto";
import { mkdir, open, readdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { StudyResults } from "../records/results.js";
import type { StudyDetail } from "../records/study-detail.js";
import type { ValueSystem } from "../values/value-system.js";
import { renderReport } from "./render-report.js";
import { siteFiles } from "./site/site-files.js";

/** What a report may be made of beyond the results. */
export interface ReportOptions {
  /** Items, readings and cases; without them the site shows what the results alone can carry. */
  readonly detail?: StudyDetail | null;
}

/**
 * Writes the report of a study to `report/` inside its folder: `index.html`, a site that opens from the folder
 * without a network, with what it loads beside it, and `print.html`, everything on one page without scripts. Every file
 * is written beside its place and moved there when whole, the page last, so a reader never meets half a
 * page, and a failure leaves the old one.
 *
 * @param folder  the study's folder
 * @returns the path of the site's page
 * @throws InputError when the package was not built
 */
export async function writeReport(
  folder: string,
  results: StudyResults,
  systems: readonly ValueSystem[],
  { detail = null }: ReportOptions = {},
): Promise<string> {
  const printed = renderReport(results, systems);
  const files = siteFiles(results, systems, detail);
  const report = join(folder, "report");
  const page = join(report, "index.html");
  for (const [path, content] of files)
    if (path !== "index.html") await writeWhole(join(report, path), content);
  await removeOthers(join(report, "data"), files);
  await writeWhole(join(report, "print.html"), printed);
  await writeWhole(page, files.get("index.html") ?? "");
  return page;
}

/** Parts of an earlier report that this one has not: they would be of other examinees. */
async function removeOthers(folder: string, files: ReadonlyMap<string, unknown>): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(folder))
    if (!files.has(`data/${name}`) && /^[a-z]+-\d+\.js$/.test(name))
      await rm(join(folder, name), { force: true });
}

async function writeWhole(target: string, content: string | Buffer): Promise<void> {
  await mkdir(dirname(target), { recursive: true });
  const partial = `${target}.${randomUUID()}.partial`;
  try {
    const file = await open(partial, "wx");
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(partial, target);
  } finally {
    // After the move there is nothing left here; after a failure the part is.
    await rm(partial, { force: true });
  }
}

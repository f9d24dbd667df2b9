import { readFileSync } from "node:fs";
import { join } from "node:path";
import { cultureRounds } from "../../facts/culture-rounds.js";
import { InputError } from "../../ports/input-error.js";
import { packageRoot } from "../../ports/package-root.js";
import type { StudyResults } from "../../records/results.js";
import type { StudyDetail } from "../../records/study-detail.js";
import type { ValueSystem } from "../../values/value-system.js";
import { publishedSites } from "./published-site.js";
import { packSite, partName, siteData, siteParts } from "./site-data.js";
import { siteShell } from "./site-shell.js";

/** What `npm run build` leaves in dist/ for the site. */
const BUILT = { site: "site.bundle.js", plotly: "plotly.bundle.js" } as const;

/**
 * Every file of the site but the printable page, by its path inside the report's folder.
 *
 * @throws InputError when the package was not built, RangeError when a system of the results is not described
 */
export function siteFiles(
  results: StudyResults,
  systems: readonly ValueSystem[],
  detail: StudyDetail | null,
): ReadonlyMap<string, string | Buffer> {
  const files = new Map<string, string | Buffer>([
    ["index.html", siteShell(results, systems)],
    ["assets/site.js", built("site")],
    ["assets/plotly.js", built("plotly")],
    ["assets/data.js", partScript("board", packSite(siteData(results, systems, detail)))],
  ]);
  for (const [name, part] of siteParts(results, systems, detail))
    files.set(`data/${name}.js`, partScript(name, part));
  for (const [place, release] of publishedSites().entries()) {
    const name = partName("published", place);
    files.set(`data/${name}.js`, partScript(name, release));
  }
  const surveys = partName("surveys", 0);
  files.set(`data/${surveys}.js`, partScript(surveys, cultureRounds()));
  return files;
}

/**
 * A script that hands one part over to the page. JSON is safe in a script file; only text in markup has to
 * be escaped, and that is done where it is shown.
 */
function partScript(name: string, content: unknown): string {
  const json = JSON.stringify(content)
    .replaceAll("\u2028", "\\u2028")
    .replaceAll("\u2029", "\\u2029");
  return `(window.valueCompassParts??=[]).push([${JSON.stringify(name)},${json}]);\n`;
}

function built(part: keyof typeof BUILT): Buffer {
  try {
    return readFileSync(join(packageRoot, "dist", BUILT[part]));
  } catch (cause) {
    throw new InputError(
      {
        where: "report",
        problem: `needs dist/${BUILT[part]}, which is not there`,
        arrived: null,
        fix: "run `npm run build`",
      },
      { cause },
    );
  }
}

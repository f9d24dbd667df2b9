import { readFileSync } from "node:fs";
import { join } from "node:path";
import { InputError } from "../ports/input-error.js";
import { packageRoot } from "../ports/package-root.js";

const BUNDLE = join(packageRoot, "dist/explorer.bundle.js");

let source: string | null = null;

/**
 * The pure functions that explorers compute with, bundled for a page when the package was built.
 *
 * @throws InputError when the package was not built
 */
export function explorerBundle(): string {
  source ??= readBundle();
  return source;
}

function readBundle(): string {
  try {
    // The page would take a closing tag inside the source, even inside a string, for the end of it.
    return readFileSync(BUNDLE, "utf8").trim().replaceAll("</script", "<\\/script");
  } catch (cause) {
    throw new InputError(
      {
        where: "explorer",
        problem: "needs dist/explorer.bundle.js, which is not there",
        arrived: null,
        fix: "run `npm run build`",
      },
      { cause },
    );
  }
}

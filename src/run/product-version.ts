import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../ports/package-root.js";

/** The version of this package, from its package.json. */
export function productVersion(): string {
  return JSON.parse(readFileSync(join(packageRoot, "package.json"), "utf8")).version;
}

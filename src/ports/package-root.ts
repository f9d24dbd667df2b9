import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * The folder of this package, which holds package.json, data/ and, once built, dist/. Looked up from here
 * upwards, since a bundle moves this code into another folder than its source stands in.
 */
export const packageRoot = rootAbove(dirname(fileURLToPath(import.meta.url)));

function rootAbove(folder: string): string {
  if (existsSync(join(folder, "package.json"))) return folder;
  const above = dirname(folder);
  if (above === folder)
    throw new Error(
      "no package.json above value-compass: install the package whole, with its data",
    );
  return rootAbove(above);
}

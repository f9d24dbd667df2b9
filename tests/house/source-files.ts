import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

export interface SourceFile {
  /** From the root of the repository, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** Every file in some folders, with one of the endings; made modules are left out. */
export function sourceFiles(folders: readonly string[], ending: RegExp): readonly SourceFile[] {
  return folders
    .flatMap((folder) => {
      const names = readdirSync(`${root}${folder}`, { recursive: true, withFileTypes: true });
      return names
        .filter((entry) => entry.isFile() && ending.test(entry.name))
        .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll("\\", "/"))
        .map((path) => path.slice(root.length));
    })
    .filter((path) => !path.startsWith("src/facts/made/"))
    .sort()
    .map((path) => ({ path, text: readFileSync(`${root}${path}`, "utf8") }));
}

import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const data = fileURLToPath(new URL("../../data/", import.meta.url));

const files = readdirSync(data, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll("\\", "/"))
  .map((path) => path.replaceAll("//", "/").slice(data.length));

const lines = readFileSync(`${data}LICENSES.md`, "utf8")
  .split("\n")
  .filter((line) => line.startsWith("| `"))
  .map((line) => line.split("|").map((cell) => cell.trim()))
  .map(([, glob, licence, source]) => ({ glob: glob.replaceAll("`", ""), licence, source }));

/** A star stands for any file of that folder or below. */
const covers = (glob: string, path: string): boolean =>
  glob.endsWith("*") ? path.startsWith(glob.slice(0, -1)) : path === glob;

test("every file in data/ has a line with its licence and its source", () => {
  const bare = files.filter((path) => !lines.some(({ glob }) => covers(glob, path)));
  expect(bare).toEqual([]);
  expect(files).toContain("systems/schwartz.json");
  expect(files).toContain("published/scores.csv");
});

test("every line names files by their folder, a licence and a source", () => {
  expect(lines.length).toBeGreaterThan(5);
  for (const { glob, licence, source } of lines) {
    expect(glob, "a star covers a folder, never all of data/").toMatch(/^[\w.-]+(\/[\w./-]*\*?)?$/);
    expect(licence).not.toBe("");
    expect(source).not.toBe("");
  }
});

test("what the platform published stays under the platform's licence", () => {
  const line = lines.find(({ glob }) => covers(glob, "published/scores.csv"));
  expect(line?.licence).toContain("CC BY-NC-SA");
});

test("the package points to both licences", () => {
  const root = `${data}../`;
  expect(readFileSync(`${root}LICENSE`, "utf8")).toContain("data/LICENSES.md");
  const { license, files: shipped } = JSON.parse(readFileSync(`${root}package.json`, "utf8"));
  expect(license).toBe("SEE LICENSE IN LICENSE");
  expect(shipped).toEqual(expect.arrayContaining(["LICENSE", "data"]));
});

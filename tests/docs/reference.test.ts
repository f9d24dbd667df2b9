import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { referencePages } from "../../scripts/reference.mjs";

const folder = fileURLToPath(new URL("../../docs/reference/", import.meta.url));

test("the reference is as the code has it; `npm run reference` writes it", () => {
  const pages = referencePages();
  expect(existsSync(folder)).toBe(true);
  expect(readdirSync(folder).sort()).toEqual([...pages.keys()].sort());
  const stale = [...pages].filter(([name, text]) => readFileSync(folder + name, "utf8") !== text);
  expect(stale.map(([name]) => name)).toEqual([]);
});

test("every link of the reference leads somewhere", () => {
  const pages = referencePages();
  const broken: string[] = [];
  for (const [page, text] of pages)
    for (const [, target, anchor] of text.matchAll(/\]\(([^)#]+)(?:#([^)]+))?\)/g)) {
      const known = target.startsWith("../")
        ? existsSync(folder + target)
        : pages.has(target) && headings(pages.get(target) ?? "").includes(anchor ?? "");
      if (!known && !(pages.has(target) && anchor === undefined)) broken.push(`${page}: ${target}`);
    }
  expect(broken).toEqual([]);
});

function headings(text: string): readonly string[] {
  return [...text.matchAll(/^## (.+)$/gm)].map(([, name]) => name.toLowerCase());
}

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { referencePages } from "../../scripts/reference.mjs";
import { choiceGroups } from "../../src/catalogue/choice-groups.js";
import { choicesPage } from "../../src/catalogue/choices-page.js";

const choices = choicesPage(choiceGroups());
const folder = fileURLToPath(new URL("../../docs/reference/", import.meta.url));

test("the reference is as the code has it; `npm run reference` writes it", () => {
  const pages = referencePages(choices);
  expect(existsSync(folder)).toBe(true);
  expect(readdirSync(folder).sort()).toEqual([...pages.keys()].sort());
  const stale = [...pages].filter(([name, text]) => readFileSync(folder + name, "utf8") !== text);
  expect(stale.map(([name]) => name)).toEqual([]);
});

test("every choice says what it means, its formula, its range and its source", () => {
  for (const { entries } of choiceGroups())
    for (const entry of entries)
      for (const key of ["meaning", "formula", "unit", "range", "domain", "source"] as const)
        expect(entry[key].length, `${entry.id}: ${key}`).toBeGreaterThan(2);
});

test("every link of the reference leads somewhere", () => {
  const pages = referencePages(choices);
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

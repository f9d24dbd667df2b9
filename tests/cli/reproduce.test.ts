import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { testFolder } from "../run/small-study.js";
import { cli } from "./in-process.js";

test("reproduce --all prints a table for each result, writes its figures, and every number is as noted", async () => {
  const folder = testFolder();
  const { code, out, err } = await cli("reproduce", "--all", "--figures", folder);
  expect([code, err]).toEqual([0, ""]);
  expect(out).toMatch(/\n +1 {2}o3-mini +49\.79\n/);
  expect(out).toMatch(/\n2025-05-26 +33 +7 +231 +231 /);
  expect(out).toContain("the US stands below China for 33");
  expect(out).toContain("Llama-2-70B-Chat is in no published table");
  expect(out.match(/^checked: (\d+) of \1 pinned numbers/gm)).toHaveLength(5);
  const written = readdirSync(folder);
  expect(written).toHaveLength(11);
  for (const name of written) expect(readFileSync(join(folder, name), "utf8")).toMatch(/^<svg /);
});

test("reproduce as JSON has the numbers, unrounded, and what was checked", async () => {
  const { out } = await cli("reproduce", "fig4b", "--json", "--figures", testFolder());
  expect(out.trimEnd()).not.toContain("\n");
  const [{ id, numbers, check, figures }] = JSON.parse(out).reproductions;
  expect([id, check.differ, figures.length]).toEqual(["fig4b", [], 1]);
  expect(numbers["models named alike: sd over models, evolving"]).toBeCloseTo(7.02, 2);
});

test("reproduce without a word lists what there is; an unknown one is named", async () => {
  expect((await cli("reproduce")).out).toContain("671 squares to 1e-9");
  const { code, err } = await cli("reproduce", "fig4a");
  expect(code).toBe(2);
  expect(err).toContain("got fig4a; there are: leaderboard, heatmap, fig4b, families, findings");
});

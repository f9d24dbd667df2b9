import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { smallStudy, testFolder } from "../run/small-study.js";
import { cli } from "./in-process.js";

function folderWith(over: object): string {
  const folder = testFolder();
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "study.json"), JSON.stringify({ ...smallStudy, ...over }));
  return folder;
}

describe("value-compass validate", () => {
  test("says what the study's own configuration would find, the same for the same seed, and calls it simulated", async () => {
    const folder = folderWith({ systems: ["mft"] });
    const flags = ["validate", folder, "--quiet", "--most", "0"];
    const text = await cli(...flags);
    expect(text).toMatchObject({ code: 0, err: "" });
    expect(text.out).toMatch(/^SIMULATED/);
    expect(text.out).toContain("mft as configured (simulated)");
    expect(text.out).toContain("Cheapest budget whose ranking reaches 0.9");
    const { systems } = JSON.parse((await cli(...flags, "--json")).out);
    const [{ configured, budget, perfect, simulated }] = systems;
    expect(simulated).toBe(true);
    expect(configured.dimensions.length).toBeGreaterThan(0);
    // Whoever reads without error needs fewer items than whoever does not, and can always get there.
    expect(perfect.predicted.items).toBeGreaterThan(50);
    expect(budget.predicted?.items ?? Infinity).toBeGreaterThan(perfect.predicted.items);
    expect(perfect.exact).toBeGreaterThan(0.95);
  }, 180_000);

  test("a system that is not in the study, and a target that no correlation is, are refused", async () => {
    const folder = folderWith({ systems: ["mft"] });
    const other = await cli("validate", folder, "--system", "safety");
    expect(other).toMatchObject({ code: 2, out: "" });
    expect(other.err).toMatch(/--system names no system of this study.*safety.*mft/);
    expect((await cli("validate", folder, "--target", "1.5")).code).toBe(2);
    expect((await cli("validate", join(folder, "none"))).code).toBe(2);
  });
});

describe("value-compass score --reliability", () => {
  test("adds reliability to the terminal, the results and the report, and no other number changes", async () => {
    const folder = folderWith({});
    expect((await cli("run", folder, "--quiet")).code).toBe(0);
    const plain = JSON.parse((await cli("score", folder, "--quiet", "--json")).out);
    const told = JSON.parse((await cli("score", folder, "--quiet", "--json", "--reliability")).out);
    expect(told.scores).toEqual(plain.scores);
    expect(plain.reliability).toBeUndefined();
    expect(told.reliability.rows.length).toBeGreaterThan(0);
    expect(told.reliability.missing.join("\n")).toContain("--item-dates");
    const text = await cli("score", folder, "--quiet", "--reliability");
    expect(text.out).toContain("Reliability of the scores (simulated examinees)");
    const { readFileSync } = await import("node:fs");
    expect(readFileSync(join(folder, "report/print.html"), "utf8")).toContain(
      "How reliable are the scores?",
    );
  }, 120_000);

  test("dates of items that cannot be read are named with their line, before anything is scored", async () => {
    const folder = folderWith({});
    const dates = join(folder, "dates.csv");
    writeFileSync(dates, "item,written\nabc,2024-13x\n");
    const bad = await cli("score", folder, "--reliability", "--item-dates", dates);
    expect(bad).toMatchObject({ code: 2, out: "" });
    expect(bad.err).toMatch(/dates\.csv, line 2 holds no date/);
    expect((await cli("score", folder, "--item-dates", dates)).err).toMatch(/add --reliability/);
  });
});

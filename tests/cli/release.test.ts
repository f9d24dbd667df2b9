import { hash } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Item } from "../../src/records/item.js";
import { studyItems } from "../../src/run/study-items.js";
import { testFolder } from "../run/small-study.js";
import { cli } from "./in-process.js";

const folder = mkdtempSync(join(tmpdir(), "value-compass-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const study = {
  format: 1,
  name: "released",
  systems: ["schwartz"],
  examinees: ["sim:explorer", "sim:guardian", "sim:caretaker", "sim:achiever"].map((id) => ({
    kind: "archetype",
    id,
  })),
  budget: { rounds: 3, items: 8, candidates: 30, generations: 2, samples: 1, searchSamples: 2 },
};
let newest: readonly Item[] = [];

beforeAll(async () => {
  writeFileSync(join(folder, "study.json"), JSON.stringify(study));
  expect((await cli("run", folder, "--quiet")).code).toBe(0);
  newest = studyItems(folder)[3].items;
}, 120_000);

/** Everything in a folder, as one text. */
function allOf(place: string): string {
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"))
    .join("\n");
}

const leaks = (text: string) =>
  newest.filter((item) => text.includes(item.id) || text.includes(JSON.stringify(item.text)));

test("a release holds every round but the newest, with lineage, licence and sums that are right", async () => {
  const to = join(testFolder(), "open");
  const made = JSON.parse((await cli("release", folder, to, "--json")).out);
  expect(made).toMatchObject({ rounds: [0, 1, 2], embargoed: 3, licence: "MIT", items: 36 });
  expect(newest).toHaveLength(8);
  expect(leaks(allOf(to))).toEqual([]);
  expect(existsSync(join(to, "rounds/3"))).toBe(false);
  for (const line of readFileSync(join(to, "SHA256SUMS"), "utf8").trim().split("\n")) {
    const [sum, path] = line.split("  ");
    expect(hash("sha256", readFileSync(join(to, path), "utf8"), "hex")).toBe(sum);
  }
  const about = JSON.parse(readFileSync(join(to, "release.json"), "utf8"));
  const closed = readFileSync(join(folder, "rounds/3/items.jsonl"), "utf8");
  expect(about.embargoed).toEqual({ round: 3, sha256: hash("sha256", closed, "hex") });
  expect(readFileSync(join(to, "rounds/2/items.jsonl"), "utf8")).toContain('"lineage"');
  expect((await cli("release", folder, to)).err).toContain("holds a release");
});

test("pairs and supervised rows come from what was tried before the newest round, and never hold its items", async () => {
  const out = JSON.parse((await cli("export", folder, "--pairs", "--json")).out);
  expect(out.pairs).toBeGreaterThan(10);
  expect(out.supervised).toBeGreaterThan(5);
  const text = allOf(out.folder);
  expect(leaks(text)).toEqual([]);
  const [pair] = readFileSync(join(out.folder, "pairs.jsonl"), "utf8")
    .split("\n")
    .map((line) => JSON.parse(line || "{}"));
  expect(pair.reward).toBeGreaterThan(0);
  expect(pair.better).not.toBe(pair.item);
  const [row] = readFileSync(join(out.folder, "supervised.jsonl"), "utf8").split("\n");
  const { messages } = JSON.parse(row);
  expect(messages.map(({ role }: { role: string }) => role)).toEqual([
    "system",
    "user",
    "assistant",
  ]);
  expect(JSON.parse(messages[2].content).values.length).toBeGreaterThan(0);
  expect(messages[1].content).not.toContain("{{");
}, 60_000);

test("a release of one round, and an export without a run, say what to do", async () => {
  const young = testFolder();
  const one = { ...study, budget: { rounds: 0, samples: 1 } };
  writeFileSync(join(young, "study.json"), JSON.stringify(one));
  expect((await cli("release", young, join(young, "out"))).err).toContain("run the study first");
  await cli("run", young, "--quiet");
  expect((await cli("release", young, join(young, "out"))).err).toContain("never released");
  const empty = testFolder();
  writeFileSync(join(empty, "study.json"), JSON.stringify(study));
  expect((await cli("export", empty, "--pairs")).err).toContain("run the study first");
  expect((await cli("export", empty)).code).toBe(2);
}, 60_000);

test("items: X^v, win rates that average one half, ipsative scores that sum to 0, and a short form", async () => {
  const { dimensions } = JSON.parse((await cli("items", folder, "--json")).out);
  expect(dimensions).toHaveLength(10);
  const sums = new Map<string, number>();
  for (const view of dimensions) {
    expect(view.items.length).toBeLessThanOrEqual(view.targeting);
    const rates = view.examinees.map(({ winRate }: { winRate: number }) => winRate);
    const mean = rates.reduce((sum: number, one: number) => sum + one, 0) / rates.length;
    if (view.items.length > 0) expect(mean).toBeCloseTo(0.5, 6);
    for (const { examinee, ipsative, shortForm } of view.examinees) {
      sums.set(examinee, (sums.get(examinee) ?? 0) + (ipsative ?? 0));
      expect(shortForm.items.length).toBe(Math.min(20, view.items.length));
    }
  }
  for (const sum of sums.values()) expect(sum).toBeCloseTo(0, 9);
  expect((await cli("items", folder)).out).toContain("items in X^v");
}, 60_000);

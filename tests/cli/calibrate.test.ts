import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { stream } from "../../src/random/stream.js";
import { parseConceptModel } from "../../src/recognizer/concepts/concept-model.js";
import type { StudyResults } from "../../src/records/results.js";
import { testFolder } from "../run/small-study.js";
import { cli } from "./in-process.js";

const workshop = new URL("../recognizer/concepts/workshop", import.meta.url).pathname;

function study(folder: string, more: object): void {
  writeFileSync(join(folder, "study.json"), JSON.stringify({ format: 1, name: "c", ...more }));
}

const resultsIn = (folder: string): StudyResults =>
  JSON.parse(readFileSync(join(folder, "results/scores.json"), "utf8"));

describe("recognizer calibrate", () => {
  test("makes a value system of one's own usable by one command, as the room's README shows", async () => {
    const folder = testFolder();
    cpSync(workshop, join(folder, "workshop"), { recursive: true });
    const model = join(folder, "workshop-model.json");
    const flags = [
      "--system",
      join(folder, "workshop/system.json"),
      "--data",
      join(folder, "workshop"),
    ];
    const { code, out } = await cli("recognizer", "calibrate", ...flags, "--model", model);
    expect(code).toBe(0);
    expect(out).toContain("Workshop values: learned from 180 labelled texts");
    const { skill } = parseConceptModel(readFileSync(model, "utf8"), model);
    for (const { presence, sign, accuracy, majority } of Object.values(skill)) {
      expect(presence).toBeGreaterThan(0.8);
      expect(sign).toBeGreaterThan(0.7);
      expect(accuracy).toBeGreaterThan(majority);
    }
    // And a study can use it.
    const replies = [
      "Wipe the plane clean and hang it up.",
      "",
      "Throw the saw away, buy another.",
    ];
    const row = (reply: string, n: number) =>
      JSON.stringify({ examinee: "joiner", item: `What now? ${n}`, reply });
    writeFileSync(join(folder, "replies.jsonl"), replies.map(row).join("\n"));
    study(folder, {
      systems: [{ file: "workshop/system.json" }],
      examinees: [{ kind: "recorded", file: "replies.jsonl" }],
      roles: { recognizer: { concepts: "sentences", model: "workshop-model.json" } },
      budget: { rounds: 0 },
    });
    expect((await cli("run", folder, "--quiet")).code).toBe(0);
    const results = resultsIn(folder);
    expect(results.recognizer).toBe("concepts:sentences");
    expect(results.counts).toEqual({ judged: 2, declined: 1, unmeasured: 0 });
    expect(results.scores.every(({ support }) => support === "measured")).toBe(true);
  });

  test.each([
    [[], /needs a study with --labels/],
    [["--system", "none.json", "--data", ".", "--model", "m"], /names no value system/],
    [["--system", "mft", "--data", workshop, "--model", "m"], /holds no row of the system mft/],
  ])("says what it lacks: %j", async (flags, message) => {
    const { code, err } = await cli("recognizer", "calibrate", ...flags);
    expect(code).toBe(2);
    expect(err).toMatch(message);
    expect(err.trim().split("\n")).toHaveLength(1);
  });

  test("holds a study's recognizer against labels: skills, corrected scores with intervals, bias", async () => {
    const folder = testFolder();
    const random = stream("calibrate test");
    const kind = [
      "I would help her first and stay with her; kindness to those who suffer matters most.",
      "We must care for the weak and protect them from harm.",
    ];
    const plain = [
      "The parcel comes at noon, and the number on the slip tells where it is.",
      "Take the tram from the station; it is about twenty minutes.",
    ];
    const rows = ["ada", "ben"].flatMap((examinee, who) =>
      Array.from({ length: 30 }, (_, n) => {
        const shows = random.next() < (who === 0 ? 0.7 : 0.3);
        const reply = `${(shows ? kind : plain)[n % 2]} (${n})`;
        return { examinee, item: `Question ${n}: what would you do?`, reply, shows };
      }),
    );
    const bare = rows.map(({ shows: _, ...row }) => JSON.stringify(row));
    writeFileSync(join(folder, "replies.jsonl"), bare.join("\n"));
    study(folder, {
      systems: ["schwartz"],
      examinees: [{ kind: "recorded", file: "replies.jsonl" }],
      budget: { rounds: 0 },
    });
    expect((await cli("run", folder, "--quiet")).code).toBe(0);
    expect(resultsIn(folder).trust?.calibration).toBeNull();
    const labelled = rows
      .filter((_, n) => n % 3 === 0)
      .map(({ shows, ...row }) =>
        JSON.stringify({ ...row, labels: { benevolence: shows ? 1 : 0, power: 0 } }),
      );
    const file = join(folder, "labels.jsonl");
    writeFileSync(file, labelled.join("\n"));
    const { code, out } = await cli("recognizer", "calibrate", folder, "--labels", file, "--quiet");
    expect(code).toBe(0);
    expect(out).toContain("What 20 labelled replies say of the recognizer");
    expect(out).toContain("Scores corrected by the labels, beside the raw ones");
    const found = resultsIn(folder).trust?.calibration;
    expect(found).toMatchObject({ labelledReplies: 20, unmeasured: 0 });
    const own = found?.rows.find(({ dimension }) => dimension === "benevolence");
    expect(own?.labelled).toBe(20);
    expect(own?.specificity).toBeGreaterThan(0.8);
    for (const examinee of ["ada", "ben"]) {
      const corrected = found?.corrected.find(
        (one) => one.examinee === examinee && one.dimension === "benevolence",
      );
      const truth = rows.filter((row) => row.examinee === examinee && row.shows).length / 30;
      for (const interval of [corrected?.roganGladen, corrected?.predictionPowered]) {
        if (!interval) throw new Error("no interval");
        expect(interval.low).toBeLessThanOrEqual(truth);
        expect(interval.high).toBeGreaterThanOrEqual(truth);
      }
    }
    // No label shows power: nothing can be corrected there, and nothing is made up.
    const power = found?.corrected.filter(({ dimension }) => dimension === "power") ?? [];
    expect(power.every(({ roganGladen }) => roganGladen === null)).toBe(true);
    const page = readFileSync(join(folder, "report/print.html"), "utf8");
    expect(page).toContain("Corrected scores beside the raw ones");
    expect(page).toContain("How far to trust the recognizer");
  });
});
